import { describe, expect, it } from "vitest";
import { createBook } from "../../../server/src/exports/create-book.ts";
import type { ExportFacts } from "../../../server/src/exports/facts.ts";
import { writePdf } from "../../../server/src/exports/pdf/write-pdf.ts";
import { type Pdf, readPdf } from "../paper/support/read-pdf.ts";
import { DAY, factsOf, productionFacts, ROWS, rowOf } from "./support/facts-builder.ts";

async function pageOf(facts: ExportFacts): Promise<Pdf> {
  return readPdf(await writePdf(createBook(facts)));
}

/** Text without the difference between spaces. */
function textOf(pdf: Pdf): string {
  return pdf.textOf(0).replace(/\s+/g, " ");
}

const LONG = Array.from({ length: 60 }, (_, index) =>
  rowOf({ code: String(100 + index), operation: `Opération ${index}` }),
);

describe("page to hand over", () => {
  it("[EX7] is one A4 landscape page in black, with totals, orders, operations, reasons and formulas", async () => {
    const pdf = await pageOf(productionFacts());
    const text = textOf(pdf);

    expect(pdf.pages).toBe(1);
    expect(pdf.sizeOf(0)).toEqual([297, 210]);
    // Of the total, white letters stand on black.
    expect([...pdf.colours].toSorted()).toEqual(["0 0 0", "1 1 1"]);
    for (const part of [
      ...["Production — Atelier Lons", "Journée du 23/11/2026", "OF 2026-118 · Masque lavable"],
      ...[
        "Surjet des bords",
        "Sans commande",
        "Machine",
        "part",
        "42 min · 63,2 %",
        "Cause à préciser",
      ],
      ...["Point sauté", "8 défauts, 4,0 pour 100 pièces", "75,5 %"],
      ...["Rendement = minutes produites / minutes de présence."],
      ...["Données du 23/11/2026 à 16 h 52"],
    ])
      expect(text).toContain(part);
    // Over the percentages of stops, and of defects.
    expect(text.match(/\bpart\b/g)).toEqual(["part", "part"]);
  });

  it("[EX7] a long list stays on the page, and says how much more there is and where", async () => {
    const pdf = await pageOf(productionFacts([...ROWS, ...LONG]));
    const text = textOf(pdf);
    const shown = text.match(/Opération \d+/g)?.length ?? 0;

    expect(pdf.pages).toBe(1);
    expect(shown).toBeGreaterThan(10);
    // Two operations stand before the sixty, and two below other orders.
    expect(text).toContain(`… et ${60 + 2 - shown} autres, voir le fichier Excel`);
  });

  it("[EX12] names the days that were corrected, with their version", async () => {
    const corrected = [{ day: DAY, version: 2, at: 0 }];
    const pdf = await pageOf(productionFacts(ROWS, { head: { corrected } }));

    expect(textOf(pdf)).toContain("Version corrigée : 23/11/2026, version 2");
  });

  it.each(["orders", "quality", "stops", "stitches", "attendance"] as const)(
    "[EX7] of %s is one page too, also with nothing in it",
    async (kind) => {
      const pdf = await pageOf(factsOf({ kind, read: [] }, { head: { asOf: null } }));

      expect(pdf.pages).toBe(1);
      expect(textOf(pdf)).toContain("Rien sur cette période");
      expect(textOf(pdf)).toContain("Aucune donnée sur cette période");
    },
  );
});
