import type { ExportFormat } from "@trame/shared";
import { createBook } from "./create-book.ts";
import type { ExportFacts } from "./facts.ts";
import { writeFrenchTable, writePlainTable } from "./write-csv.ts";
import { writeJson } from "./write-json.ts";

/** What is to be written, and how. */
interface Writing {
  readonly format: ExportFormat;
  readonly facts: ExportFacts;
}

/** The bytes of an export: the same facts give the same ones, whenever they are written ([EX1]). */
export async function writeExport({ format, facts }: Writing): Promise<Uint8Array> {
  const book = createBook(facts);
  switch (format) {
    case "csv":
      return utf8(writeFrenchTable(book));
    case "csv-plain":
      return utf8(writePlainTable(book));
    case "json":
      return utf8(`${JSON.stringify(writeJson(book), null, 1)}\n`);
    // What draws and what packs takes a second to load on a small computer: tables of text do not wait for it.
    case "xlsx":
      return await (await import("./write-xlsx.ts")).writeWorkbook(book);
    case "pdf":
      return await (await import("./pdf/write-pdf.ts")).writePdf(book);
  }
}

/** In memory of their own, so that they can be handed to another thread without a copy. */
function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
