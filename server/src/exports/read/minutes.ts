import {
  formatDay,
  learningCurve,
  orderMinutes,
  type ProductionRow,
  styleDayOf,
} from "@trame/shared";
import type { LearningFacts, MinutesFacts } from "../facts.ts";
import { readReportDay } from "./bodies.ts";
import { type ExportSource, type ExportSpan, eachDay } from "./span.ts";

/** The minutes of each order that was worked on in the span, or of the one that is asked for. */
export async function readMinutes(store: ExportSource, span: ExportSpan): Promise<MinutesFacts[]> {
  const { reports } = store;
  const rows = await readRows(store, span);
  const worked = new Set(rows.flatMap(({ orderId }) => orderId ?? []));
  const routings = await reports.readRoutings(null);
  const found: MinutesFacts[] = [];
  for (const orderId of span.orderId === null ? [...worked].toSorted() : [span.orderId]) {
    const stored = await reports.readOrder(orderId);
    if (stored === null) continue;
    const own = rows.filter((row) => row.orderId === orderId);
    found.push({ orderId, minutes: orderMinutes({ order: stored.order, routings }, own) });
  }
  return found;
}

/** How each style that was sewn in the span is learnt, day by day. */
export async function readLearning(
  store: ExportSource,
  span: ExportSpan,
): Promise<LearningFacts[]> {
  const rows = await readRows(store, span);
  const days = span.days.map(({ day }) => formatDay(day));
  const styles = new Set(rows.flatMap(({ styleId }) => styleId ?? []));
  return [...styles].toSorted().map((styleId) => {
    const own = Map.groupBy(
      rows.filter((row) => row.styleId === styleId),
      ({ day }) => day,
    );
    return {
      styleId,
      curve: learningCurve(days.map((day) => styleDayOf(day, own.get(day) ?? []))),
    };
  });
}

function readRows(store: ExportSource, span: ExportSpan): Promise<ProductionRow[]> {
  return eachDay(span, async (at) =>
    (await readReportDay(store, at, span)).flatMap(({ body }) => body.rows),
  );
}
