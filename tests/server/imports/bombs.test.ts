/** Files and bodies that ask for far more than they bring. */
import { crc32, deflateRawSync } from "node:zlib";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { readTable } from "../../../server/src/imports/read-table.ts";
import { openHttp, TOKEN } from "../api/support/open-http.ts";

interface Packed {
  readonly name: string;
  readonly content: Buffer;
  /** What the file says that it comes to; the truth where nothing is given. */
  readonly claims?: number;
}

/** A zip of some entries, which may lie about their size. */
function zip(entries: readonly Packed[]): Buffer {
  const [locals, directory]: Buffer[][] = [[], []];
  let at = 0;
  for (const { name, content, claims = content.length } of entries) {
    const packed = deflateRawSync(content);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(claims, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), fields, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    locals?.push(local);
    directory?.push(
      Buffer.concat([Buffer.from("PK\x01\x02\x14\0"), fields, rest, Buffer.from(name)]),
    );
    at += local.length;
  }
  const index = Buffer.concat(directory ?? []);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(index.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...(locals ?? []), index, Buffer.from("PK\x05\x06"), end]);
}

async function faultOf(bytes: Uint8Array): Promise<string> {
  const read = await readTable(bytes);
  return read.ok ? "none" : read.fault;
}

const SHEET = "xl/worksheets/sheet1.xml";

describe("import bombs", () => {
  it("[TL14] a workbook of zeros is refused, whatever it says of its size", async () => {
    const content = Buffer.alloc(80 * 1_024 * 1_024, " ");
    for (const claims of [content.length, 10]) {
      const bomb = zip([{ name: SHEET, content, claims }]);
      expect(bomb.length).toBeLessThan(200_000);
      expect(await faultOf(bomb)).toBe("file-too-large");
    }
  });

  it("[TL14] many small entries that come to too much are refused", async () => {
    const content = Buffer.alloc(2 * 1_024 * 1_024, "x");
    const entries = Array.from({ length: 40 }, (_, i) => ({ name: `xl/${i}.xml`, content }));
    expect(await faultOf(zip(entries))).toBe("file-too-large");
    const many = Array.from({ length: 2_001 }, (_, i) => ({ name: `${i}`, content: Buffer.of() }));
    expect(await faultOf(zip(many))).toBe("file-too-large");
  });

  it("[TL14] two cells in opposite corners of a sheet are refused", async () => {
    const content = Buffer.from(
      '<row r="1"><c r="A1"/></row><row r="1048576"><c r="XFD1048576"/></row>',
    );
    expect(await faultOf(zip([{ name: SHEET, content }]))).toBe("file-too-large");
  });

  it("[TL14] a text of a million lines, or of millions of cells, is refused before it is split", async () => {
    expect(await faultOf(Buffer.alloc(1_000_000, "\n"))).toBe("file-too-long");
    expect(await faultOf(Buffer.alloc(1_000_000, "\r"))).toBe("file-too-long");
    expect(await faultOf(Buffer.alloc(4_000_000, ";"))).toBe("file-too-large");
  });

  it("[TL14] control: a workbook of a workshop is read", async () => {
    const rows = Array.from({ length: 5_000 }, (_, i) => [`POLO-${i}`, "S, M", "0,42"]);
    const bytes = await writeXlsx({
      sheets: [{ name: "Modèles", rows: [["Modèle", "Tailles", "Temps"], ...rows] }],
    });
    expect(await faultOf(bytes)).toBe("none");
  });
});

/** The parts that make a workbook of one sheet, whose only text is `text`. */
function workbookOf(doctype: string, text: string): Buffer {
  const cell = `<is><t>${text}</t></is>`;
  const cells = [1, 2]
    .map((r) => `<row r="${r}"><c r="A${r}" t="inlineStr">${cell}</c></row>`)
    .join("");
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const part = (type: string, target: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/${type}" Target="${target}"/></Relationships>`;
  const entries = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "_rels/.rels": part("officeDocument", "xl/workbook.xml"),
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": part("worksheet", "worksheets/sheet1.xml"),
    [SHEET]: `${doctype}<worksheet xmlns="${main}"><sheetData>${cells}</sheetData></worksheet>`,
  };
  return zip(Object.entries(entries).map(([name, xml]) => ({ name, content: Buffer.from(xml) })));
}

/** What stands in the first cell, or why the file is refused. */
async function cellOf(bytes: Uint8Array): Promise<string> {
  const read = await readTable(bytes);
  return read.ok ? (read.table.headers[0] ?? "") : read.fault;
}

describe("entities of a workbook", () => {
  it("[IN3] from elsewhere are not opened, whatever they name", async () => {
    const secret = new URL(import.meta.url).pathname;
    const doctype = `<!DOCTYPE x [<!ENTITY x SYSTEM "file://${secret}">]>`;
    expect(await cellOf(workbookOf(doctype, "&x;"))).not.toContain("import bombs");
  });

  it("[IN3] that repeat each other come to nothing", async () => {
    const lol = Array.from(
      { length: 12 },
      (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`,
    );
    const doctype = `<!DOCTYPE x [<!ENTITY l0 "lol">${lol.join("")}]>`;
    expect((await cellOf(workbookOf(doctype, "&l12;"))).length).toBeLessThan(100);
  });

  it("[IN3] control: the same workbook with a plain text is read", async () => {
    expect(await cellOf(workbookOf("", "Mod&#232;le &amp; taille"))).toBe("Modèle & taille");
  });
});

describe("bodies", () => {
  it("[TL14] that nest as deep as they are long are refused with a sentence", async () => {
    const http = await openHttp();
    const [open, close] = ["[".repeat(30_000), "]".repeat(30_000)];
    const plan = "/api/v1/plan";
    for (const body of [open + close, open, `{"__proto__":${open}${close}}`]) {
      const { status, json } = await http.ask("PUT", plan, { token: TOKEN, body });
      expect([400, 422]).toContain(status);
      expect(Object(json).message.length).toBeGreaterThan(10);
    }
  });

  it("[TL14] that name what every object has lend nothing to anything", async () => {
    const http = await openHttp();
    for (const name of ["__proto__", "constructor"]) {
      const body = `{"code":null,"${name}":{"prototype":{"isAdmin":true}}}`;
      const url = "/api/v1/settings/pairing-code";
      expect((await http.ask("PUT", url, { token: TOKEN, body })).status).toBeGreaterThanOrEqual(
        400,
      );
    }
    expect(Object({}).isAdmin).toBeUndefined();
  });
});
