import { findRoutingFaults, findStyleFaults } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { cellOf, firstOrderOf, piecesIn } from "../../../floor-ui/src/pages/start/order-of.ts";
import { draftOf } from "../support/start-draft.ts";

const STATIONS = [
  { operation: "Épaules", minutes: "0,45" },
  { operation: "Col", minutes: "60 cmn" },
];

function ordered() {
  const { order } = draftOf();
  const cells = { [cellOf("S", "Écru")]: "40", [cellOf("M", "Marine")]: "1 200", "L|Rouge": "9" };
  const written = { style: " T-shirt été ", colours: "Écru, Marine, Écru", cells };
  return draftOf({
    stations: STATIONS,
    order: { ...order, ...written, customer: "Ville", dueOn: "2026-12-18" },
  });
}

describe("the first order", () => {
  it("[GS8] is a style of the sizes and colours, sewn as the line is", () => {
    const { style, routing, order } = firstOrderOf(ordered());
    expect(style).toMatchObject({ id: "T-SHIRT-ETE", name: "T-shirt été", sizes: ["S", "M", "L"] });
    expect(style.colours.map(({ name }) => name)).toEqual(["Écru", "Marine"]);
    expect(
      routing.operations.map(({ code, after, standardMinutes }) => [code, after, standardMinutes]),
    ).toEqual([
      ["10", [], 0.45],
      ["20", ["10"], 0.6],
    ]);
    expect(order.styles[0]?.quantities).toEqual([
      { size: "S", colour: "Écru", pieces: 40 },
      { size: "M", colour: "Marine", pieces: 1_200 },
    ]);
    expect(piecesIn(ordered().order)).toBe(1_240);
    expect([...findStyleFaults(style), ...findRoutingFaults({ ...routing, version: 1 })]).toEqual(
      [],
    );
  });

  it("[GS9] is counted by scan where there is no counter, by the machine else", () => {
    const counted = (["scan", "esp"] as const).map(
      (way) => firstOrderOf({ ...ordered(), way }).routing.operations[0]?.countedBy,
    );
    expect(counted).toEqual(["scan", "machine"]);
  });
});
