import type { ExportFormat } from "@trame/shared";
import type { ExportAsked } from "./asked.ts";
import type { ExportHead } from "./book.ts";

/** What the exports' thread is sent. */
export interface ExportJob {
  /** The database that the store has open. */
  readonly file: string;
  readonly asked: ExportAsked;
  readonly format: ExportFormat;
  /** UTC ms. */
  readonly now: number;
}

/** What it answers. */
export interface MadeExport {
  readonly bytes: Uint8Array;
  /** Of the bytes: the same tag, the same bytes ([EX13]). */
  readonly tag: string;
  readonly head: ExportHead;
}
