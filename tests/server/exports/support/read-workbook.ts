/** Reads a workbook by ECMA-376 and not by the library that wrote it: the zip, then the XML of each sheet. */
import { inflateRawSync } from "node:zlib";

/** A cell as the file has it. */
export interface ReadCell {
  /** Type of the cell (ECMA-376, 18.18.11): `n` where none is said. */
  readonly type: string;
  /** The text of a string, else what is between the tags. */
  readonly value: string;
  /** Number format of its style. */
  readonly format: string;
  readonly isBold: boolean;
  readonly hasFormula: boolean;
}

export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly (readonly ReadCell[])[];
  /** Rows that stay where they are; null when the pane is not frozen. */
  readonly frozenRows: number | null;
  readonly autoFilter: string | null;
  readonly widths: readonly number[];
}

/** The parts of a zip by name. */
function unzip(bytes: Uint8Array): ReadonlyMap<string, string> {
  const file = Buffer.from(bytes);
  const end = file.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"));
  const parts = new Map<string, string>();
  let at = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 20)];
    const [named, extra] = [file.readUInt16LE(at + 28), file.readUInt16LE(at + 30)];
    const local = file.readUInt32LE(at + 42);
    const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const packed = file.subarray(from, from + size);
    const name = file.toString("utf8", at + 46, at + 46 + named);
    parts.set(name, (method === 0 ? packed : inflateRawSync(packed)).toString("utf8"));
    at += 46 + named + extra + file.readUInt16LE(at + 32);
  }
  return parts;
}

/** The sheets in their order. */
export function readWorkbook(bytes: Uint8Array): ReadSheet[] {
  const parts = unzip(bytes);
  const strings = all(part(parts, "xl/sharedStrings.xml"), /<si>(.*?)<\/si>/gs).map((si) =>
    unescaped(all(si, /<t[^>]*>(.*?)<\/t>/gs).join("")),
  );
  const styles = stylesOf(part(parts, "xl/styles.xml"));
  const names = all(part(parts, "xl/workbook.xml"), /<sheet name="(.*?)"/g).map(unescaped);
  return names.map((name, index) => {
    const xml = part(parts, `xl/worksheets/sheet${index + 1}.xml`);
    const frozen = /<pane [^>]*ySplit="(\d+)"[^>]*state="frozen"/.exec(xml)?.[1];
    return {
      name,
      rows: all(xml, /<row [^>]*>(.*?)<\/row>/gs).map((row) => cellsOf(row, strings, styles)),
      frozenRows: frozen === undefined ? null : Number(frozen),
      autoFilter: /<autoFilter ref="(.*?)"/.exec(xml)?.[1] ?? null,
      widths: all(xml, /<col [^>]*width="(.*?)"/g).map(Number),
    };
  });
}

type Style = Pick<ReadCell, "format" | "isBold">;

function cellsOf(row: string, strings: readonly string[], styles: readonly Style[]): ReadCell[] {
  const cells: ReadCell[] = [];
  for (const [, attributes = "", body = ""] of row.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const type = /t="(\w+)"/.exec(attributes)?.[1] ?? "n";
    const value = /<v>(.*?)<\/v>/s.exec(body)?.[1] ?? "";
    const style = styles[Number(/s="(\d+)"/.exec(attributes)?.[1] ?? 0)];
    cells[columnOf(/r="([A-Z]+)/.exec(attributes)?.[1] ?? "A")] = {
      type,
      value: type === "s" ? (strings[Number(value)] ?? "") : value,
      format: style?.format ?? "",
      isBold: style?.isBold ?? false,
      hasFormula: body.includes("<f"),
    };
  }
  return Array.from(cells, (cell) => cell ?? NOTHING);
}

const NOTHING: ReadCell = { type: "n", value: "", format: "", isBold: false, hasFormula: false };

function stylesOf(xml: string): Style[] {
  const formats = new Map(
    [...xml.matchAll(/<numFmt numFmtId="(\d+)" formatCode="(.*?)"/g)].map(
      ([, id = "", code = ""]) => [id, unescaped(code)],
    ),
  );
  const fonts = all(/<fonts[^>]*>(.*?)<\/fonts>/s.exec(xml)?.[1] ?? "", /<font>(.*?)<\/font>/gs);
  const styled = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(xml)?.[1] ?? "";
  return all(styled, /<xf ([^>]*)/g).map((attributes) => {
    const id = /numFmtId="(\d+)"/.exec(attributes)?.[1] ?? "0";
    const font = fonts[Number(/fontId="(\d+)"/.exec(attributes)?.[1] ?? 0)] ?? "";
    return { format: formats.get(id) ?? BUILT_IN[id] ?? id, isBold: font.includes("<b/>") };
  });
}

/** ECMA-376, 18.8.30. */
const BUILT_IN: Readonly<Record<string, string>> = {
  "0": "General",
  "3": "#,##0",
  "4": "#,##0.00",
};

function part(parts: ReadonlyMap<string, string>, name: string): string {
  const found = parts.get(name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}

function all(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, group = ""]) => group);
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function unescaped(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}
