import type { ReportScope } from "@trame/shared";

/** How long a report is: what its title says, and what « previous » leads to. */
export type SpanKind = "day" | "week" | "month" | "dates";

/** What the report of an order or a style begins with: orders of a workshop seldom take longer. */
const ORDER_DAYS = 84;
const DAY_MS = 86_400_000;
/** As the server takes them. */
const DAYS_MAX = 400;

type Query = Readonly<Record<string, string | undefined>>;

/** The scope that an address names; days that make no sense are `today`. */
export function readScope(query: Query, today: string): ReportScope {
  const { line = null, order = null, style = null } = query;
  const about = { lineId: line, orderId: order, styleId: style };
  const day = parseDay(query["day"]);
  if (day !== null) return { from: day, to: day, ...about };
  const to = parseDay(query["to"]) ?? today;
  const isWhole = order !== null || style !== null;
  const from = parseDay(query["from"]) ?? (isWhole ? addDays(to, 1 - ORDER_DAYS) : to);
  if (from > to) return { from: to, to: from, ...about };
  const earliest = addDays(to, 1 - DAYS_MAX);
  return { from: from < earliest ? earliest : from, to, ...about };
}

/** Its address among the pages. */
export function pagePath(scope: ReportScope): string {
  const isDay = scope.from === scope.to;
  const days = isDay ? { day: scope.to } : { from: scope.from, to: scope.to };
  const search = new URLSearchParams({ ...days, ...aboutOf(scope) });
  return `${isDay ? "/manage" : "/manage/period"}?${search}`;
}

/** Where the server answers with it. */
export function reportPath(scope: ReportScope): string {
  return `/api/v1/reports/production?${searchOf(scope)}`;
}

/** Its file: of the same days, and of the same line, order or style. */
export function exportPath(
  scope: ReportScope,
  asked: { readonly format: "csv" | "xlsx" | "pdf"; readonly lang: string },
): string {
  const { from, to } = scope;
  const query = new URLSearchParams({ from, to, ...aboutOf(scope), ...asked });
  return `/api/v1/exports/production?${query}`;
}

/** As query of the interface. */
export function searchOf(scope: ReportScope): URLSearchParams {
  return new URLSearchParams({ from: scope.from, to: scope.to, ...aboutOf(scope) });
}

/** Monday to Sunday is a week, the first to the last a month. */
export function spanKind({ from, to }: Pick<ReportScope, "from" | "to">): SpanKind {
  if (from === to) return "day";
  if (from === mondayOf(from) && to === addDays(from, 6)) return "week";
  return from === firstOf(from) && to === lastOf(from) ? "month" : "dates";
}

/** The span of a kind around the last day of a scope; other dates are its week until somebody chooses them. */
export function spanOf(scope: ReportScope, kind: SpanKind): ReportScope {
  const { to } = scope;
  switch (kind) {
    case "day":
      return { ...scope, from: to };
    case "week":
      return { ...scope, from: mondayOf(to), to: addDays(mondayOf(to), 6) };
    case "month":
      return { ...scope, from: firstOf(to), to: lastOf(to) };
    case "dates":
      return { ...scope, from: addDays(to, -13) };
  }
}

/** The one before (−1) or after (+1) of the same length. */
export function shiftScope(scope: ReportScope, by: -1 | 1): ReportScope {
  const { from, to } = scope;
  if (spanKind(scope) === "month") {
    const other = by === 1 ? addDays(to, 1) : firstOf(addDays(from, -1));
    return { ...scope, from: other, to: lastOf(other) };
  }
  const days = by * ((Date.parse(to) - Date.parse(from)) / DAY_MS + 1);
  return { ...scope, from: addDays(from, days), to: addDays(to, days) };
}

/** YYYY-MM-DD so many days later. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

function aboutOf({ lineId, orderId, styleId }: ReportScope): Record<string, string> {
  return {
    ...(lineId !== null && { line: lineId }),
    ...(orderId !== null && { order: orderId }),
    ...(styleId !== null && { style: styleId }),
  };
}

function parseDay(text: string | undefined): string | null {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) || addDays(text, 0) !== text ? null : text;
}

function mondayOf(day: string): string {
  return addDays(day, -((new Date(day).getUTCDay() + 6) % 7));
}

function firstOf(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

function lastOf(day: string): string {
  return addDays(firstOf(addDays(firstOf(day), 31)), -1);
}
