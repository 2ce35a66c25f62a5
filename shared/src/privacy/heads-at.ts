import type { Span } from "../board/board.ts";
import { clipSpan } from "../calendar/spans.ts";
import { goodsKey } from "../reports/account.ts";
import { turnsOf } from "../reports/book-minutes.ts";
import type { DayFacts } from "../reports/day-facts.ts";
import { planStationOf, rosterOf } from "../reports/day-plans.ts";
import type { ProductionRow } from "../reports/production-row.ts";

/** So many people were at one station over one stretch of working time. */
export interface HeadSpan extends Span {
  readonly heads: number;
}

/** People counted at what a row is about; none where nobody badged in. */
export type HeadsAt = (row: ProductionRow) => readonly HeadSpan[];

/** Reads who was counted at what each row of a day is about: by badges, in the working time that its minutes are made of. */
export function headsOfDay(facts: DayFacts): HeadsAt {
  const found = new Map<string, HeadSpan[]>();
  for (const [lineId, stationIds] of rosterOf(facts.stretches)) {
    for (const stationId of stationIds) {
      const there = presentAt(facts, { lineId, stationId });
      const works = facts.stations.find((each) => each.stationId === stationId)?.works ?? [];
      for (const { goods, code, ...turn } of turnsOf(works)) {
        const key = JSON.stringify([lineId, stationId, goodsKey(goods), code]);
        found.set(key, [...(found.get(key) ?? []), ...clipped(there, turn)]);
      }
    }
  }
  return (row) => found.get(keyOf(row)) ?? [];
}

/**
 * At least so many different people: the most who were there at one moment, since nobody is at two stations at once. Who came one after
 * the other may be the same person, and counts as one, so that what is masked never tells too much.
 */
export function peopleOf(spans: readonly HeadSpan[]): number {
  const changes = spans
    .flatMap(({ from, to, heads }) => [
      { at: from, change: heads },
      { at: to, change: -heads },
    ])
    // At the same moment who leaves goes before who comes.
    .toSorted((a, b) => a.at - b.at || a.change - b.change);
  let heads = 0;
  let most = 0;
  for (const { change } of changes) {
    heads += change;
    most = Math.max(most, heads);
  }
  return most;
}

function presentAt(
  { presences, stretches, windows, now }: DayFacts,
  { lineId, stationId }: { readonly lineId: string; readonly stationId: string },
): HeadSpan[] {
  const own = presences.filter((each) => each.stationId === stationId);
  return stretches
    .filter(({ plan }) => planStationOf(plan, lineId, stationId) !== undefined)
    .flatMap(({ from, to }) => clipped(own, { from, to: Math.min(to, now) }))
    .flatMap((span) => windows.flatMap((window) => clipped([span], window)));
}

function clipped(spans: readonly HeadSpan[], limit: Span): HeadSpan[] {
  return spans.flatMap(({ heads, ...span }) => {
    const part = clipSpan(span, limit);
    return part === null ? [] : [{ ...part, heads }];
  });
}

function keyOf({ lineId, stationId, orderId, styleId, size, colour, code }: ProductionRow) {
  const isKnown = orderId !== null && styleId !== null && size !== null && colour !== null;
  const goods = isKnown ? { orderId, styleId, size, colour } : null;
  return JSON.stringify([lineId, stationId, goodsKey(goods), code]);
}
