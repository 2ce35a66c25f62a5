import { EXPORT_FILTERS, EXPORT_KINDS, type ExportFormat, type ExportKind } from "@trame/shared";
import { addDays } from "../day-scope.ts";

/** Working days, YYYY-MM-DD, both included; empty while nobody has chosen. */
export interface DaySpan {
  readonly from: string;
  readonly to: string;
}

/** What an export is narrowed to, by id; null: to none. */
export interface Narrowed {
  readonly line: string | null;
  readonly order: string | null;
  readonly style: string | null;
}

/** Spans that one touch chooses. */
export const SPANS = ["today", "yesterday", "week", "month", "longest"] as const;

export type SpanName = (typeof SPANS)[number];

const DAYS_MAX = 400;
const DAY_MS = 86_400_000;

/** The days of a span that ends today: of a week from Monday on, of a month from its first day. */
export function spanOf(name: SpanName, today: string): DaySpan {
  switch (name) {
    case "today":
      return { from: today, to: today };
    case "yesterday": {
      const day = addDays(today, -1);
      return { from: day, to: day };
    }
    case "week": {
      const weekday = new Date(`${today}T12:00Z`).getUTCDay();
      return { from: addDays(today, -((weekday + 6) % 7)), to: today };
    }
    case "month":
      return { from: `${today.slice(0, 7)}-01`, to: today };
    case "longest":
      return { from: addDays(today, 1 - DAYS_MAX), to: today };
  }
}

/** Why no file can be made of some days; null when one can. */
export function spanFault({ from, to }: DaySpan): "missing" | "reversed" | "long" | null {
  if (from === "" || to === "") return "missing";
  if (to < from) return "reversed";
  return (Date.parse(to) - Date.parse(from)) / DAY_MS >= DAYS_MAX ? "long" : null;
}

/** What file of which kind. */
export interface FileAsked extends Narrowed {
  readonly kind: ExportKind;
  readonly format: ExportFormat;
  readonly lang: string;
}

/** Where the server answers with the file. */
export function filePath({ from, to }: DaySpan, asked: FileAsked): string {
  const { kind, line, order, style, ...query } = asked;
  const can = EXPORT_FILTERS[kind];
  const of = {
    ...(line !== null && can.includes("line") && { line }),
    ...(order !== null && can.includes("order") && { order }),
    ...(style !== null && can.includes("style") && { style }),
  };
  return `/api/v1/exports/${kind}?${new URLSearchParams({ from, to, ...of, ...query })}`;
}

/** What an address of the page asks for: a kind, an order and days; of an order or a style as many days as there can be. */
export function askedIn(query: Readonly<Record<string, string | undefined>>, today: string) {
  const kind = EXPORT_KINDS.find((each) => each === query["kind"]) ?? "production";
  const isOfLife = kind === "minutes" || kind === "story" || kind === "learning";
  const order = query["order"] ?? null;
  return { kind, order, span: spanOf(isOfLife ? "longest" : "today", today) };
}
