import { findStyleFaults } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { style } from "./builders.ts";

describe("a style", () => {
  it("[O1] is taken with its sizes and colours each named once", () => {
    expect(findStyleFaults(style())).toEqual([]);
  });

  it("[O1] is refused where a size or a colour comes twice, whatever its capitals and blanks", () => {
    const faulty = style({
      sizes: ["S", "12 ans", "s", "12  Ans"],
      colours: [
        { name: "Écru", pattern: "empty" },
        { name: "Noir", pattern: "solid" },
        { name: " écru".normalize("NFD"), pattern: "dots" },
      ],
    });
    expect(findStyleFaults(faulty)).toEqual([
      { code: "size-duplicate", path: "/sizes/2" },
      { code: "size-duplicate", path: "/sizes/3" },
      { code: "colour-duplicate", path: "/colours/2/name" },
    ]);
  });
});
