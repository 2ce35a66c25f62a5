import type { Order, PlanLine, Routing } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { createLineSlots } from "../../../../server/src/store/supervision/line-slots.ts";

const STEPS = ["10", "20", "30"];

const POLO: Routing = {
  styleId: "POLO",
  version: 1,
  parts: [],
  operations: STEPS.map((code, index) => ({
    ...{ code, label: { fr: `Étape ${code}` }, machine: "Piqueuse", standardMinutes: 0.5 },
    ...{ countedBy: "scan", after: STEPS.slice(Math.max(0, index - 1), index) },
  })),
};

const ORDER: Order = {
  ...{ number: 1, customer: "Lons", dueOn: "2026-12-18", state: "running" },
  styles: [
    {
      ...{ styleId: "POLO", routingVersion: 1 },
      quantities: [{ size: "M", colour: "Bleu", pieces: 10 }],
    },
  ],
};

/** Codes of the routing by the operation of the line that stands for them. */
function codes(stations: Record<string, { operation: string; operations?: string[] }>) {
  const slotsOf = createLineSlots({
    open: () => [{ id: "2026-1", givenAt: 0, closedAt: null, order: ORDER }],
    routingOf: () => POLO,
  });
  const line: PlanLine = {
    ...{ id: "L1", name: "Ligne 1" },
    stations: Object.entries(stations).map(([id, station]) => {
      return { id, name: id, standardMinutes: 0.5, ...station };
    }),
  };
  return slotsOf(line).map(({ operation, stationIds, isEntry, sources }) => {
    return { operation, stationIds, isEntry, codes: sources.flatMap((source) => source.codes) };
  });
}

describe("the operations of a line", () => {
  it("[WP2] stand for what their stations do besides, unless another station has that for its own", () => {
    const besides = { operation: "10", operations: ["20", "30"] };
    expect(codes({ S1: besides, S2: { operation: "étape 20" } })).toEqual([
      { operation: "10", stationIds: ["S1"], isEntry: false, codes: ["10", "30"] },
      { operation: "étape 20", stationIds: ["S2"], isEntry: false, codes: ["20"] },
    ]);
  });

  it("[WP2] are shared by the stations that are named by them; what no order knows is none", () => {
    expect(
      codes({ S1: { operation: "10" }, S2: { operation: "10" }, S3: { operation: "90" } }),
    ).toEqual([{ operation: "10", stationIds: ["S1", "S2"], isEntry: true, codes: ["10"] }]);
  });
});
