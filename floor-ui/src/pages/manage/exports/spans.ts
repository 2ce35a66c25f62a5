import type { ExportFormat, ExportKind } from "@trame/shared";
import { addDays } from "../day-scope.ts";

/** Working days, YYYY-MM-DD, both included; empty while nobody has chosen. */
export interface DaySpan {
  readonly from: string;
  readonly to: string;
}

/** Spans that one touch chooses. */
export const SPANS = ["today", "yesterday", "week", "month"] as const;

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
  }
}

/** Why no file can be made of some days; null when one can. */
export function spanFault({ from, to }: DaySpan): "missing" | "reversed" | "long" | null {
  if (from === "" || to === "") return "missing";
  if (to < from) return "reversed";
  return (Date.parse(to) - Date.parse(from)) / DAY_MS >= DAYS_MAX ? "long" : null;
}

/** Where the server answers with the file. */
export function filePath(
  { from, to }: DaySpan,
  asked: { readonly kind: ExportKind; readonly format: ExportFormat; readonly lang: string },
): string {
  const { kind, ...query } = asked;
  return `/api/v1/exports/${kind}?${new URLSearchParams({ from, to, ...query })}`;
}
