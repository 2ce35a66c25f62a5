import { describe, expect, it } from "vitest";
import { boxesOf } from "../../../server/src/paper/boxes-of.ts";
import type { Operation, Routing } from "../../../shared/src/orders/routing-schema.ts";

type Fields = Pick<Operation, "code" | "after"> & Partial<Pick<Operation, "part" | "joins">>;

function routing(parts: readonly string[], operations: readonly Fields[]): Routing {
  return {
    styleId: "POLO",
    version: 1,
    parts: parts.map((code) => ({ code, label: { fr: code } })),
    operations: operations.map((fields) => ({
      label: { fr: fields.code },
      machine: "Piqueuse plate",
      standardMinutes: 1,
      countedBy: "scan",
      ...fields,
    })),
  };
}

describe("the operations that a bundle's ticket has boxes for", () => {
  it("[V3] whole pieces pass every operation, in an order in which they can be done", () => {
    const whole = routing(
      [],
      [
        { code: "30", after: ["10", "20"] },
        { code: "10", after: [] },
        { code: "20", after: ["10"] },
      ],
    );
    expect(boxesOf(whole, null)).toEqual(["10", "20", "30"]);
  });

  const polo = routing(
    ["front", "back", "sleeve"],
    [
      { code: "10", after: [], part: "sleeve" },
      { code: "20", after: [], part: "front" },
      { code: "30", after: [], part: "back" },
      { code: "40", after: ["20", "30"], joins: ["front", "back"] },
      { code: "50", after: ["40"] },
      { code: "60", after: ["50", "10"], joins: ["sleeve"] },
      { code: "70", after: ["60"] },
    ],
  );

  it("[V3] a part passes its own operations up to the join at which it ends", () => {
    expect(boxesOf(polo, "back")).toEqual(["30", "40"]);
    expect(boxesOf(polo, "sleeve")).toEqual(["10", "60"]);
  });

  it("[V3] the part that comes first in the routing goes on to the end", () => {
    expect(boxesOf(polo, "front")).toEqual(["20", "40", "50", "60", "70"]);
  });

  it("[V3] where a part that joins later comes first, it is the one that goes on", () => {
    const reversed = { ...polo, parts: polo.parts.toReversed() };
    expect(boxesOf(reversed, "sleeve")).toEqual(["10", "60", "70"]);
    expect(boxesOf(reversed, "back")).toEqual(["30", "40", "50", "60"]);
    expect(boxesOf(reversed, "front")).toEqual(["20", "40"]);
  });
});
