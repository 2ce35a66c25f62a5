import fc from "fast-check";
import { writeCsv } from "hucre/csv";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { ROWS_MAX, readTable, type Table } from "../../../server/src/imports/read-table.ts";

const ROWS = [
  ["Modèle", "Tailles", "Temps"],
  ["POLO", "S, M", "0,42"],
  ["ŒILLET", "été", "1 200"],
];

const TABLE: Table = {
  headers: ["Modèle", "Tailles", "Temps"],
  headerRow: 1,
  rows: [
    { row: 2, cells: ["POLO", "S, M", "0,42"] },
    { row: 3, cells: ["ŒILLET", "été", "1 200"] },
  ],
};

async function tableOf(bytes: Uint8Array): Promise<Table> {
  const read = await readTable(bytes);
  if (!read.ok) throw new Error(read.fault);
  return read.table;
}

async function faultOf(bytes: Uint8Array): Promise<string> {
  const read = await readTable(bytes);
  return read.ok ? "none" : read.fault;
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function windows1252(text: string): Uint8Array {
  return Uint8Array.from(text, (sign) => (sign === "Œ" ? 0x8c : sign.charCodeAt(0)));
}

describe("a table from a file", () => {
  it.each([";", ",", "\t"])("[I1] is the same with %j between its cells", async (delimiter) => {
    const text = writeCsv(ROWS, { delimiter });
    expect(await tableOf(utf8(text))).toEqual(TABLE);
    expect(await tableOf(utf8(`\ufeff${text}`))).toEqual(TABLE);
    expect(await tableOf(windows1252(text))).toEqual(TABLE);
    expect(await tableOf(Buffer.from(`\ufeff${text}`, "utf16le"))).toEqual(TABLE);
  });

  it("[I1] reads whatever a table of texts is written as", async () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "é", ";", ",", '"', "\n", " ", "0") });
    const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom(";", ","), async (rows, delimiter) => {
        const written = writeCsv([["A", "B", "C"], ...rows], { delimiter });
        const clean = rows.map((row) => row.map((text) => text.replaceAll(/\s+/g, " ").trim()));
        const expected = clean
          .map((cells, r) => ({ row: r + 2, cells }))
          .filter(({ cells }) => cells.some((text) => text !== ""));
        const read = await readTable(utf8(written));
        expect(read.ok ? read.table.rows : []).toEqual(expected);
      }),
    );
  });

  it("[I2] is read from the first sheet of a workbook that holds something", async () => {
    const dueOn = new Date("2026-12-18T00:00:00Z");
    const bytes = await writeXlsx({
      sheets: [
        { name: "Vide", rows: [] },
        {
          name: "Commandes",
          rows: [
            ["Commande", "Livraison", "Quantité", "Urgent"],
            ["C-1", dueOn, 600, true],
            ["C-2", dueOn, 0.5, false],
          ],
        },
      ],
    });
    const { headers, rows } = await tableOf(bytes);
    expect(headers).toEqual(["Commande", "Livraison", "Quantité", "Urgent"]);
    expect(rows).toEqual([
      { row: 2, cells: ["C-1", "2026-12-18", "600", "oui"] },
      { row: 3, cells: ["C-2", "2026-12-18", "0.5", "non"] },
    ]);
  });

  it("[I2] keeps the spreadsheet's row numbers over blank rows and titles", async () => {
    const { headerRow, rows } = await tableOf(utf8("\n;;\nModèle;Tailles\n\nPOLO;S\n;\nSWEAT;M\n"));
    expect(headerRow).toBe(3);
    expect(rows.map(({ row }) => row)).toEqual([5, 7]);
  });

  it("[I11] is refused when it is no table, and says why", async () => {
    expect(await faultOf(new Uint8Array())).toBe("file-empty");
    expect(await faultOf(utf8("Modèle;Tailles\n;\n"))).toBe("file-empty");
    expect(await faultOf(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1))).toBe("file-unreadable");
    expect(await faultOf(Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2, 3))).toBe("file-unreadable");
    expect(await faultOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0))).toBe("file-old-excel");
    const locked = Buffer.from("\u0000EncryptedPackage", "utf16le");
    expect(await faultOf(Buffer.concat([Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), locked]))).toBe(
      "file-locked",
    );
    const long = `A\n${"x\n".repeat(ROWS_MAX + 1)}`;
    expect(await faultOf(utf8(long))).toBe("file-too-long");
  });
});
