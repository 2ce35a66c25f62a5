import { describe, expect, it } from "vitest";
import { createBook } from "../../../server/src/exports/create-book.ts";
import { writeFrenchTable, writePlainTable } from "../../../server/src/exports/write-csv.ts";
import { AS_OF, DAY, factsOf, productionFacts, ROWS, rowOf } from "./support/facts-builder.ts";
import { parseStrictCsv } from "./support/strict-csv.ts";

const BOM = "\uFEFF";

function frenchRows(facts = productionFacts()): string[][] {
  return parseStrictCsv(writeFrenchTable(createBook(facts)).replace(BOM, ""), ";");
}

function plainRows(facts = productionFacts()): string[][] {
  return parseStrictCsv(writePlainTable(createBook(facts)), ",");
}

describe("CSV of an export", () => {
  it("[EX3] is for Excel in French: semicolons, a decimal comma, a byte order mark, and what it comes to", () => {
    const text = writeFrenchTable(createBook(productionFacts()));
    const rows = frenchRows();
    const record = Object.fromEntries(rows[0]!.map((title, index) => [title, rows[3]?.[index]]));

    expect(text.startsWith(BOM)).toBe(true);
    expect(record).toMatchObject({
      Jour: DAY,
      Ligne: "Ligne 1",
      OF: "2026-118",
      Modèle: "Masque lavable",
      Opération: "Pliage, sachet",
      Bonnes: "96",
      "dont déduites": "4",
      "Temps alloué (min)": "0,38",
      "Minutes produites": "36,48",
      Rendement: "0,7296",
    });
    expect(rows.at(-1)?.slice(0, 14)).toEqual([
      "Total",
      ...Array(9).fill(""),
      "127",
      "3",
      "1",
      "2",
    ]);
  });

  it("[EX4] is for programs: commas, a decimal point, the same fields in every language, and nothing but rows", () => {
    const english = productionFacts(ROWS, { head: { language: "en" } });

    expect(writePlainTable(createBook(productionFacts())).startsWith("day,line,order,")).toBe(true);
    expect(plainRows()[0]).toEqual(plainRows(english)[0]);
    expect(plainRows()[3]?.slice(0, 10)).toEqual([
      ...[DAY, "Ligne 1", "2026-118", "MSK", "Masque lavable", "M", "Bleu", "20"],
      ...["Pliage, sachet", "96"],
    ]);
    expect(plainRows().map(([day]) => day)).toEqual(["day", DAY, DAY, DAY, DAY, DAY]);
  });

  it("[EX4] moments carry their offset, and for people they are the workshop's hours", () => {
    const facts = factsOf({
      kind: "stops",
      read: [
        {
          ...{ day: DAY, lineId: "L1", stationId: "S1", from: AS_OF, to: null, minutes: 7.5 },
          ...{ cause: "machine", class: "machine", origin: "machine" },
        },
      ],
    });

    expect(plainRows(facts)[1]).toEqual([
      ...[DAY, "Ligne 1", "Poste 1", "2026-11-23T16:52:00+01:00", "", "7.5"],
      ...["machine", "Machine", "Machine", "Compteur", "1", ""],
    ]);
    expect(frenchRows(facts)[1]?.slice(3, 6)).toEqual(["2026-11-23 16:52", "", "7,5"]);
  });

  it.each(["=1+1", "+33 1", "-2", "@SUM(A1)", "\tx", "\rx", "|calc", "＝1+1"])(
    "[EX3] [EX4] %j is no formula for a spreadsheet",
    (operation) => {
      const facts = productionFacts([rowOf({ operation, size: 'M";"L' })]);

      expect(frenchRows(facts)[1]?.[8]).toBe(`'${operation}`);
      expect(plainRows(facts)[1]?.[8]).toBe(`'${operation}`);
      expect(frenchRows(facts)[1]?.[5]).toBe('M";"L');
    },
  );

  it("[EX3] a figure below nothing stays a figure", () => {
    const facts = productionFacts([rowOf({ good: -3 })]);

    expect(frenchRows(facts)[1]?.[9]).toBe("-3");
  });

  it("negative control: the strict reader sees an unsafe quote, a lone line break and a short line", () => {
    expect(() => parseStrictCsv('a;b"c', ";")).toThrow(/outside quotes/);
    expect(() => parseStrictCsv("a;b\nc;d", ";")).toThrow(/outside quotes/);
    expect(() => parseStrictCsv('a;"b', ";")).toThrow(/closing quote/);
    expect(() => parseStrictCsv("a;b\r\nc", ";")).toThrow(/fields/);
  });
});
