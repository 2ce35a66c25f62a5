import readXlsxFile from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { createBook } from "../../../server/src/exports/create-book.ts";
import { writeWorkbook } from "../../../server/src/exports/write-xlsx.ts";
import { DAY, productionFacts } from "./support/facts-builder.ts";

describe("workbook of an export in a program of others", () => {
  it("[EX5] reads with its types: days as dates, figures as numbers, texts as texts", async () => {
    const bytes = Buffer.from(await writeWorkbook(createBook(productionFacts())));

    const sheets = await readXlsxFile(bytes);

    const detail = sheets.find(({ sheet }) => sheet === "Détail")?.data ?? [];
    const [header = [], ...rows] = detail;
    const row = rows[2] ?? [];
    const of = (title: string) => row[header.indexOf(title)];
    expect(of("Jour")).toEqual(new Date(`${DAY}T00:00Z`));
    expect(of("Ligne")).toBe("Ligne 1");
    expect(of("Bonnes")).toBe(96);
    expect(of("Temps alloué (min)")).toBe(0.38);
    expect(of("Rendement")).toBeCloseTo(36.48 / 50, 12);
    expect(sheets.map(({ sheet }) => sheet)).toContain("Lisez-moi");
  });
});
