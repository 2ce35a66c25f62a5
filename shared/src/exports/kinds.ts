/** What of a day is written into the evening's folder; the export of a day by station and hour, the oldest one, has an address of its own. */
export const EVENING_KINDS = [
  "production",
  "orders",
  "quality",
  "stops",
  "stitches",
  "attendance",
] as const;

/** What can be exported: the same, and what is about orders, styles and the team rather than about a day. */
export const EXPORT_KINDS = [...EVENING_KINDS, "minutes", "story", "learning", "skills"] as const;

/** `csv`: for Excel in French; `csv-plain`: for programs. */
export const EXPORT_FORMATS = ["csv", "csv-plain", "xlsx", "pdf", "json"] as const;

/** One of them. */
export type EveningKind = (typeof EVENING_KINDS)[number];
/** One of them. */
export type ExportKind = (typeof EXPORT_KINDS)[number];
/** One of them. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What an export can be narrowed to. */
export type ExportFilter = "line" | "order" | "style";

/** What each kind can be narrowed to; where it says nothing of lines, orders or styles it can't. */
export const EXPORT_FILTERS: Readonly<Record<ExportKind, readonly ExportFilter[]>> = {
  production: ["line", "order", "style"],
  orders: ["order"],
  quality: ["line", "order", "style"],
  stops: ["line"],
  stitches: ["line"],
  attendance: ["line"],
  minutes: ["order"],
  story: ["order"],
  learning: ["order", "style"],
  skills: [],
};
