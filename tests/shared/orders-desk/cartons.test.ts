import {
  type CartonContent,
  type CartonStock,
  cartonFault,
  cartonStock,
  kitSizes,
  mergedContent,
  type Order,
} from "@trame/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const CELLS = [
  { size: "S", colour: "Bleu" },
  { size: "M", colour: "Bleu" },
  { size: "M", colour: "Écru" },
] as const;
const MASKS: Order = {
  number: 118,
  customer: "Ville de Lons",
  dueOn: "2026-12-18",
  state: "running",
  styles: [
    {
      styleId: "MASQUE",
      routingVersion: 1,
      quantities: CELLS.map((cell) => ({ ...cell, pieces: 100 })),
    },
  ],
};
const kitStyle = (styleId: string, perKit: number, bySize: Record<string, number>) => ({
  ...{ styleId, perKit, routingVersion: 1 },
  quantities: Object.entries(bySize).map(([size, pieces]) => ({ size, colour: "Bleu", pieces })),
});
const KITS: Order = {
  ...MASKS,
  styles: [kitStyle("POLO", 3, { S: 30, M: 60 }), kitStyle("SWEAT", 2, { S: 20, M: 40 })],
  kit: { quantity: 30, packing: [] },
};
const good = (styleId: string, size: string, pieces: number) => ({
  ...{ styleId, size, colour: "Bleu", good: pieces },
});
const ofPieces = (size: string, colour: string, pieces: number): CartonContent => ({
  kits: [],
  pieces: [{ styleId: "MASQUE", size, colour, pieces }],
});
const ofLines = (lines: readonly { size: string; colour: string; pieces: number }[]) => ({
  kits: [],
  pieces: lines.map((line) => ({ styleId: "MASQUE", ...line })),
});
const overfilled = (stock: CartonStock) =>
  (stock.kind === "pieces" ? stock.pieces : []).filter(
    ({ inCartons, complete }) => inCartons > complete,
  );
const ofKits = (size: string | null, kits: number): CartonContent => ({
  kits: [{ size, kits }],
  pieces: [],
});

describe("cartons", () => {
  it("[OD5] kits have the sizes in which all styles come in the same shares, else none", () => {
    const mixed = { styles: [kitStyle("POLO", 3, { S: 90 }), kitStyle("SWEAT", 2, { M: 60 })] };

    expect([kitSizes(KITS), kitSizes(mixed)]).toEqual([
      [
        { size: "S", kits: 10 },
        { size: "M", kits: 20 },
      ],
      null,
    ]);
  });

  it("[OD5] a kit of a size is complete when each style has its share of that size", () => {
    const made = [good("POLO", "S", 15), good("SWEAT", "S", 4), good("SWEAT", "M", 40)];

    expect(cartonStock(KITS, made, [ofKits("S", 1)])).toEqual({
      kind: "kits",
      kits: [
        { size: "S", ordered: 10, complete: 2, inCartons: 1 },
        { size: "M", ordered: 20, complete: 0, inCartons: 0 },
      ],
    });
  });

  it("[OD6] refuses what is not complete, with how many are left", () => {
    const stock = cartonStock(MASKS, [good("MASQUE", "S", 50)], [ofPieces("S", "Bleu", 30)]);
    const kits = cartonStock(KITS, [good("POLO", "S", 15), good("SWEAT", "S", 10)], []);

    expect([
      cartonFault(ofPieces("S", "Bleu", 20), stock),
      cartonFault(ofPieces("S", "Bleu", 21), stock),
      cartonFault(ofPieces("M", "Bleu", 1), stock),
      cartonFault(ofKits(null, 1), stock),
      cartonFault(ofPieces("S", "Bleu", 1), kits),
      cartonFault(ofKits("S", 6), kits),
      cartonFault({ kits: [], pieces: [] }, stock),
    ]).toEqual([
      null,
      { code: "carton-too-many", path: "/pieces/0/pieces", left: 20, what: "S Bleu" },
      { code: "carton-too-many", path: "/pieces/0/pieces", left: 0, what: "M Bleu" },
      { code: "carton-of-pieces" },
      { code: "carton-of-kits" },
      { code: "carton-kits-short", path: "/kits/0/kits", left: 5, what: "S" },
      { code: "carton-empty" },
    ]);
  });

  it("[OD6] never hold more than is complete, whatever is asked for in whatever order", () => {
    const cell = fc.constantFrom(...CELLS);
    const line = fc.record({ cell, pieces: fc.integer({ min: 1, max: 40 }) });
    const asked = fc.array(fc.array(line, { minLength: 1, maxLength: 4 }), { maxLength: 20 });
    const made = fc.tuple(fc.nat(150), fc.nat(150), fc.nat(150));
    fc.assert(
      fc.property(asked, made, (wishes, amounts) => {
        const pieces = CELLS.map((each, i) => ({
          ...{ styleId: "MASQUE", good: amounts[i] ?? 0 },
          ...each,
        }));
        const cartons: CartonContent[] = [];
        for (const wish of wishes) {
          const lines = wish.map((each) => ({ ...each.cell, pieces: each.pieces }));
          const content = mergedContent(ofLines(lines));
          const fault = cartonFault(content, cartonStock(MASKS, pieces, cartons));
          cartons.push(...(fault === null ? [content] : []));
        }
        const over = overfilled(cartonStock(MASKS, pieces, cartons));
        expect(over).toEqual([]);
      }),
    );
  });

  it("[OD6] are found out by that test when one is taken that should have been refused", () => {
    const cartons = [ofPieces("S", "Bleu", 30), ofPieces("S", "Bleu", 21)];
    const stock = cartonStock(MASKS, [good("MASQUE", "S", 50)], cartons);

    expect(overfilled(stock)).toMatchObject([{ size: "S", complete: 50, inCartons: 51 }]);
  });

  it("[OD6] count a size and colour that is named twice together", () => {
    const line = { styleId: "MASQUE", size: "S", colour: "Bleu", pieces: 30 };

    expect(mergedContent({ kits: [], pieces: [line, { ...line, pieces: 25 }] })).toEqual(
      ofPieces("S", "Bleu", 55),
    );
  });
});
