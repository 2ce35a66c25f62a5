import type { ExportFormat, ExportKind } from "@trame/shared";

/** Content types of the formats (RFC 4180, RFC 6838). */
export const CONTENT_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: "text/csv; charset=utf-8",
  "csv-plain": "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pdf: "application/pdf",
  json: "application/json; charset=utf-8",
};

/** What names the file of an export. */
export interface ExportName {
  readonly kind: ExportKind;
  readonly format: ExportFormat;
  /** Working days, YYYY-MM-DD, both included. */
  readonly from: string;
  readonly to: string;
  /** Ids of what it is narrowed to. */
  readonly of?: readonly (string | null)[];
  /** Of the day; above 1 it is part of the name. */
  readonly version?: number;
}

/** `trame-production-2026-11-23.csv`, `trame-production-2026-11-23-v2.csv`, `trame-stops-2026-11-01_2026-11-30.xlsx`. */
export function fileNameOf({ kind, format, from, to, of = [], version = 1 }: ExportName): string {
  const days = from === to ? from : `${from}_${to}`;
  const [extension = format, dialect] = format.split("-");
  // Ids may hold what no file's name may.
  const narrowed = of.flatMap((id) =>
    id === null ? [] : [id.replaceAll(/[^A-Za-z0-9._-]/g, "_")],
  );
  const ends = [
    ...(dialect === undefined ? [] : [dialect]),
    ...(version > 1 ? [`v${version}`] : []),
  ];
  return `${["trame", kind, ...narrowed, days, ...ends].join("-")}.${extension}`;
}
