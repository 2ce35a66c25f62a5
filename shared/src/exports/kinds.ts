/** What can be exported; the export of a day by station and hour, the oldest one, has an address of its own. */
export const EXPORT_KINDS = [
  "production",
  "orders",
  "quality",
  "stops",
  "stitches",
  "attendance",
] as const;

/** `csv`: for Excel in French; `csv-plain`: for programs. */
export const EXPORT_FORMATS = ["csv", "csv-plain", "xlsx", "pdf", "json"] as const;

/** One of them. */
export type ExportKind = (typeof EXPORT_KINDS)[number];
/** One of them. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
