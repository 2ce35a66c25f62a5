/** One record of a CSV file, with the number of the line on which it begins. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/** The records of a text, or the line on which it stops being CSV. */
export type ParsedCsv =
  | { readonly ok: true; readonly records: readonly CsvRecord[] }
  | { readonly ok: false; readonly line: number };

/** A field, quoted or bare, and what ends it (RFC 4180, section 2). */
const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;

/** Reads CSV with commas, in any of the three line endings; lines without a sign on them are left out. */
export function parseCsv(text: string): ParsedCsv {
  const records: CsvRecord[] = [];
  let fields: string[] = [];
  let line = 1;
  let startLine = 1;
  for (let at = text.startsWith("\uFEFF") ? 1 : 0; ; ) {
    FIELD.lastIndex = at;
    const match = FIELD.exec(text);
    if (match === null) return { ok: false, line };
    const [whole, quoted, bare = "", end] = match;
    fields.push(quoted?.replaceAll('""', '"') ?? bare);
    at += whole.length;
    line += countLines(whole);
    if (end === ",") continue;
    if (!isBlank(fields)) records.push({ line: startLine, fields });
    if (end === "") return { ok: true, records };
    fields = [];
    startLine = line;
  }
}

function isBlank(fields: readonly string[]): boolean {
  return fields.length === 1 && fields[0]?.trim() === "";
}

function countLines(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}
