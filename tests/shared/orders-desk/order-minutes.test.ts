import { type Order, orderMinutes, type ProductionRow, type Routing } from "@trame/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const operation = (code: string, standardMinutes: number, after: string[] = []) => ({
  ...{ code, standardMinutes, after, machine: "Piqueuse", countedBy: "scan" as const },
  label: { fr: `Opération ${code}` },
});
const ROUTING: Routing = {
  styleId: "MASQUE",
  version: 1,
  parts: [],
  operations: [operation("10", 0.5), operation("20", 1.25, ["10"])],
};
const ORDER: Order = {
  number: 118,
  customer: "Ville de Lons",
  dueOn: "2026-12-18",
  state: "running",
  styles: [
    {
      styleId: "MASQUE",
      routingVersion: 1,
      quantities: [
        { size: "S", colour: "Bleu", pieces: 60 },
        { size: "M", colour: "Bleu", pieces: 40 },
      ],
    },
  ],
};

function row(fields: Partial<ProductionRow> = {}): ProductionRow {
  return {
    ...{ day: "2026-11-23", lineId: "L1", stationId: "S10", operation: "Opération 10", code: "10" },
    ...{ orderId: "2026-118", styleId: "MASQUE", size: "S", colour: "Bleu", standardMinutes: 0.5 },
    ...{ isOutput: false, isLast: false, good: 0, rework: 0, second: 0, scrap: 0 },
    origins: { machine: 0, scan: 0, hand: 0, deduced: 0, correction: 0 },
    ...{ attendedMinutes: 0, offStandardMinutes: 0 },
    ...fields,
  };
}

describe("minutes of an order", () => {
  it("[OD10] stand against the pieces ordered at the standard minutes of its routing", () => {
    const { operations, total } = orderMinutes({ order: ORDER, routings: [ROUTING] }, [
      row({ good: 20, attendedMinutes: 12 }),
      row({ good: 10, attendedMinutes: 8, size: "M" }),
      row({ code: "20", operation: "Opération 20", standardMinutes: 1.25, attendedMinutes: 5 }),
    ]);

    expect(total).toEqual({
      estimatedMinutes: 175,
      earnedMinutes: 15,
      attendedMinutes: 25,
      efficiency: 0.6,
      masked: null,
    });
    expect(operations).toEqual([
      {
        ...{ styleId: "MASQUE", code: "10", label: { fr: "Opération 10" }, standardMinutes: 0.5 },
        ...{ ordered: 100, good: 30, estimatedMinutes: 50, earnedMinutes: 15 },
        ...{ attendedMinutes: 20, efficiency: 0.75, masked: null },
      },
      {
        ...{ styleId: "MASQUE", code: "20", label: { fr: "Opération 20" }, standardMinutes: 1.25 },
        ...{ ordered: 100, good: 0, estimatedMinutes: 125, earnedMinutes: 0 },
        ...{ attendedMinutes: 5, efficiency: 0, masked: null },
      },
    ]);
  });

  it("[OD10] of a kit have its packing once a kit", () => {
    const kit = { quantity: 50, packing: [operation("90", 2)] };
    const { operations, total } = orderMinutes({ order: { ...ORDER, kit }, routings: [ROUTING] }, [
      row({ code: "90", operation: "Emballage", styleId: null, good: 3, standardMinutes: 2 }),
    ]);

    expect(total).toMatchObject({ estimatedMinutes: 275, earnedMinutes: 6, efficiency: null });
    expect(operations.at(-1)).toMatchObject({ styleId: null, code: "90", ordered: 50, good: 3 });
  });

  it("[OD10] lose no row: lines add up to the total, unknown operations in lines of their own", () => {
    const codes = fc.constantFrom("10", "20", "77", null);
    const rows = fc.array(
      fc.record({
        code: codes,
        operation: fc.constantFrom("Opération 10", "Repassage", "Pliage"),
        good: fc.integer({ min: -5, max: 100 }),
        attendedMinutes: fc.integer({ min: 0, max: 500 }),
        standardMinutes: fc.constantFrom(0.5, 1.25),
      }),
    );
    fc.assert(
      fc.property(rows, (fields) => {
        const all = fields.map(row);
        const { operations, total } = orderMinutes({ order: ORDER, routings: [ROUTING] }, all);
        const sum = (of: (line: (typeof operations)[number]) => number) =>
          operations.reduce((added, line) => added + of(line), 0);
        expect(sum((line) => line.good)).toBe(all.reduce((added, { good }) => added + good, 0));
        expect(sum((line) => line.attendedMinutes ?? Number.NaN)).toBeCloseTo(
          total.attendedMinutes ?? Number.NaN,
          6,
        );
        expect(sum((line) => line.earnedMinutes)).toBeCloseTo(total.earnedMinutes, 6);
        expect(sum((line) => line.estimatedMinutes)).toBe(175);
      }),
    );
  });
});
