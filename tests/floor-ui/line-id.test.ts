import { describe, expect, it } from "vitest";
import { findLineId } from "../../floor-ui/src/pages/wall/line-id.ts";

describe("a line in an address", () => {
  it("[W23] is found without regard to capitals where none has exactly that id", () => {
    const found = (asked: string) => findLineId(["L1", "l2", "L2", "Îlot-A"], asked);
    expect([found("L1"), found("l1"), found("l2"), found("L2"), found("îlot-a")]).toEqual([
      "L1",
      "L1",
      "l2",
      "L2",
      "Îlot-A",
    ]);
  });

  it("[W23] is not found where there is none, whatever it is called", () => {
    const asked = ["l3", "", "constructor", "__proto__"];
    expect(asked.map((id) => findLineId(["L1"], id))).toEqual([null, null, null, null]);
  });
});
