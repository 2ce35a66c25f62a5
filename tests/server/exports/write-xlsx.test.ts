import { describe, expect, it } from "vitest";
import { createBook } from "../../../server/src/exports/create-book.ts";
import type { ExportFacts } from "../../../server/src/exports/facts.ts";
import { writeWorkbook } from "../../../server/src/exports/write-xlsx.ts";
import { AS_OF, DAY, factsOf, productionFacts, ROWS, rowOf } from "./support/facts-builder.ts";
import { type ReadSheet, readWorkbook } from "./support/read-workbook.ts";

async function sheetsOf(facts: ExportFacts): Promise<ReadonlyMap<string, ReadSheet>> {
  const sheets = readWorkbook(await writeWorkbook(createBook(facts)));
  return new Map(sheets.map((sheet) => [sheet.name, sheet]));
}

/** Days since the epoch of Excel (ECMA-376, 18.17.4.1), as the workshop's clocks showed the moment. */
function serial(wallClock: string): string {
  const days = (Date.parse(`${wallClock}Z`) - Date.parse("1899-12-30T00:00Z")) / 86_400_000;
  return String(Number(days.toFixed(10)));
}

describe("workbook of an export", () => {
  it("[EX5] has a sheet per level, each with its header bold and frozen, filters and widths", async () => {
    const sheets = await sheetsOf(productionFacts());

    expect([...sheets.keys()]).toEqual([
      ...["Jours", "Commandes", "Opérations", "Tailles et coloris", "Heures", "Causes", "Défauts"],
      "Détail",
      "Lisez-moi",
    ]);
    for (const [name, sheet] of sheets) {
      if (name === "Lisez-moi") continue;
      expect(sheet).toMatchObject({
        frozenRows: 1,
        autoFilter: expect.stringMatching(/^A1:[A-Z]+\d+$/),
      });
      expect(sheet.rows[0]?.every(({ isBold, type }) => isBold && type === "s")).toBe(true);
      expect(sheet.widths.length).toBe(sheet.rows[0]?.length);
    }
    expect(sheets.get("Détail")?.autoFilter).toBe("A1:Z6");
  });

  it("[EX5] figures are numbers, days dates, ratios percents, texts texts", async () => {
    const row = (await sheetsOf(productionFacts())).get("Détail")?.rows[3] ?? [];
    const typed = row.map(({ type, value, format }) => [type, value, format]);

    expect(typed[0]).toEqual(["n", serial(DAY), "dd/mm/yyyy"]);
    expect(typed[1]).toEqual(["s", "Ligne 1", "General"]);
    expect(typed[9]).toEqual(["n", "96", "#,##0"]);
    expect(typed[17]).toEqual(["n", "0.38", "#,##0.00"]);
    expect(typed[18]).toEqual(["n", "36.48", "#,##0.0"]);
    expect(typed[21]).toEqual(["n", String(36.48 / 50), "0.0%"]);
  });

  it("[EX5] says of what is of no order that it is, in each language", async () => {
    const ordersOf = async (language: "fr" | "en", sheet: string) => {
      const sheets = await sheetsOf(productionFacts(ROWS, { head: { language } }));
      return sheets.get(sheet)?.rows.map(([first]) => first?.value);
    };

    expect(await ordersOf("fr", "Commandes")).toContain("Sans commande");
    expect(await ordersOf("en", "Orders")).toContain("No order");
  });

  it("[EX5] hours are those of the workshop's clocks", async () => {
    const read = [
      {
        ...{ day: DAY, hour: AS_OF, shortHour: "16:52", lineId: "L1", stationId: "S1" },
        ...{ operation: "Plis", pieces: 3, stitches: 720, trims: 12 },
      },
    ];
    const row = (await sheetsOf(factsOf({ kind: "stitches", read }))).get("Heures")?.rows[1];

    expect(row?.[1]).toMatchObject({
      type: "n",
      value: serial("2026-11-23T16:52"),
      format: "dd/mm/yyyy hh:mm",
    });
  });

  it("[EX5] a text that looks like a formula is kept as it is, and runs nowhere", async () => {
    const sheets = await sheetsOf(productionFacts([rowOf({ operation: "=1+1" })]));
    const cells = [...sheets.values()].flatMap(({ rows }) => rows.flat());

    expect(cells.filter(({ hasFormula }) => hasFormula)).toEqual([]);
    expect(cells.filter(({ value }) => value === "=1+1").map(({ type }) => type)).toEqual([
      "s",
      "s",
    ]);
  });

  it("[EX6] a sheet says whose it is, of which days, how old, which version, and each formula", async () => {
    const corrected = [{ day: DAY, version: 3, at: Date.parse("2026-11-24T09:12:00+01:00") }];
    const sheet = (await sheetsOf(productionFacts(ROWS, { head: { corrected } }))).get("Lisez-moi");
    const lines = sheet?.rows.map((row) => row.map(({ value }) => value)) ?? [];

    expect(lines.slice(0, 6)).toEqual([
      ["Production"],
      ["Atelier", "Atelier Lons"],
      ["Période", "Journée du 23/11/2026"],
      ["Données", "Données du 23/11/2026 à 16\u00a0h\u00a052"],
      ["Heures", "Jours et heures de l’atelier, fuseau Europe/Paris"],
      [
        "Version",
        "Journée du 23/11/2026\u00a0: version 3, corrigée le 24/11/2026 à 9\u00a0h\u00a012",
      ],
    ]);
    expect(lines).toContainEqual([
      "Formule",
      "Rendement = minutes produites / minutes de présence.",
    ]);
  });

  it("[EX12] rows of a corrected day bear its version", async () => {
    const at = Date.parse("2026-11-24T09:12:00+01:00");
    const facts = productionFacts(ROWS, { head: { corrected: [{ day: DAY, version: 2, at }] } });
    const row = (await sheetsOf(facts)).get("Jours")?.rows[1] ?? [];

    expect(row.slice(-2).map(({ value }) => value)).toEqual(["2", serial("2026-11-24T09:12")]);
  });
});
