import type { Span } from "../board/board.ts";
import { clipSpan, mergeSpans } from "../calendar/spans.ts";
import { stationOperations } from "../floor/station-operations.ts";
import { sumMinutes } from "../formulas/garment-minutes.ts";
import { workedMinutes } from "../formulas/working-time.ts";
import type { Place } from "../plan/timeline.ts";
import type { Account } from "./account.ts";
import { attendedByBadges, attendedByPlans } from "./attended.ts";
import type { StopPart } from "./day-body.ts";
import type { DayFacts, Goods, WorkFact } from "./day-facts.ts";
import { planLineOf, planStationOf, rosterOf } from "./day-plans.ts";
import type { RowBook } from "./row-book.ts";
import { shareOut } from "./share-out.ts";

/** A stretch in which so many people (a decimal) attended a station. */
interface Attended extends Span {
  readonly people: number;
}

/** What a station worked on for a while; without a bundle both are null. */
interface Turn extends Span {
  readonly goods: Goods | null;
  readonly code: string | null;
}

interface Station {
  readonly lineId: string;
  readonly stationId: string;
  readonly attended: readonly Attended[];
  readonly turns: readonly Turn[];
  readonly off: readonly Span[];
}

const ALWAYS: Span = { from: -Infinity, to: Infinity };

/**
 * Books the attended minutes of each line, as the counts of the day have them, to what its stations worked on ([RP3]), and the
 * minutes of stops within them ([RP4]). Σ over a line is the line's.
 */
export function bookMinutes(book: RowBook, facts: DayFacts): void {
  for (const [lineId, stationIds] of rosterOf(facts.stretches)) {
    const { hasBadges, minutes } = attendedOn(lineId, facts);
    const stations = [...stationIds].map((id) => stationOf(facts, { lineId, id, hasBadges }));
    const weights = stations.map(({ attended }) => minutesOf(facts, attended, [ALWAYS]));
    const shares = shareOut(minutes, weights);
    for (const [index, station] of stations.entries()) {
      bookStation(book, facts, { station, minutes: shares[index] ?? 0 });
    }
    if (stations.length === 0) bookLine(book, lineId, minutes);
  }
}

function attendedOn(lineId: string, { presences, stretches, now, windows }: DayFacts) {
  const badges = attendedByBadges(lineId, { presences, stretches }, { now, windows });
  const minutes = badges ?? attendedByPlans(lineId, stretches, { now, windows });
  return { hasBadges: badges !== null, minutes };
}

function stationOf(
  facts: DayFacts,
  { lineId, id, hasBadges }: { lineId: string; id: string; hasBadges: boolean },
): Station {
  const until = { from: -Infinity, to: facts.now };
  const attended = facts.stretches.flatMap(({ plan, from, to }) => {
    if (planStationOf(plan, lineId, id) === undefined) return [];
    const line = planLineOf(plan, lineId);
    const planned = (line?.operators ?? 0) / (line?.stations.length ?? 1);
    const there = hasBadges
      ? facts.presences.filter(({ stationId }) => stationId === id)
      : [{ ...ALWAYS, heads: planned }];
    return there.flatMap(({ heads: people, ...span }) => {
      const part = clipSpan(span, { from, to: Math.min(to, until.to) });
      return part === null ? [] : [{ ...part, people }];
    });
  });
  const works = facts.stations.find(({ stationId }) => stationId === id)?.works ?? [];
  const stops = facts.stops.filter(({ stationId }) => stationId === id);
  const off = mergeSpans(stops.map((stop) => ({ from: stop.from, to: stop.to ?? facts.now })));
  return { lineId, stationId: id, attended, turns: turnsOf(works), off };
}

/**
 * From the end of the bundle before to the end of a bundle the time is that bundle's; after the last one it is of the bundle that
 * was begun last. A station without bundles has one turn, of none.
 */
export function turnsOf(works: readonly WorkFact[]): Turn[] {
  const [first] = works;
  if (first === undefined) return [{ ...ALWAYS, goods: null, code: null }];
  const newest = works.reduce((a, b) => (b.from >= a.from ? b : a), first);
  const ended = works
    .filter(({ to }) => to < Number.MAX_SAFE_INTEGER)
    .toSorted((a, b) => a.to - b.to || a.from - b.from);
  const turns: Turn[] = [];
  let from = -Infinity;
  for (const { goods, code, to } of ended) {
    if (from < to) turns.push({ from, to, goods, code });
    from = to;
  }
  return [...turns, { from, to: Infinity, goods: newest.goods, code: newest.code }];
}

function bookStation(
  book: RowBook,
  facts: DayFacts,
  { station, minutes }: { station: Station; minutes: number },
): void {
  const { attended, turns, off } = station;
  const weights = turns.map((turn) => minutesOf(facts, attended, [turn]));
  const shares = shareOut(minutes, weights);
  for (const [index, turn] of turns.entries()) {
    const attendedMinutes = shares[index] ?? 0;
    const spans = off.map((span) => clipSpan(span, turn)).filter((span) => span !== null);
    const offStandardMinutes = Math.min(
      sumMinutes([minutesOf(facts, attended, spans)]),
      attendedMinutes,
    );
    if (attendedMinutes === 0) continue;
    const { goods, code } = turn;
    const account = book.fullest(station, { goods, code }) ?? accountOf(facts, station, turn);
    book.add(account, { attendedMinutes, offStandardMinutes });
  }
}

/** Person minutes within some spans, apart from each other. */
function minutesOf(
  { windows }: DayFacts,
  attended: readonly Attended[],
  spans: readonly Span[],
): number {
  return attended.reduce((sum, { people, ...there }) => {
    const within = spans.map((span) => clipSpan(there, span)).filter((span) => span !== null);
    return sum + within.reduce((own, span) => own + people * workedMinutes(windows, span), 0);
  }, 0);
}

/** What was worked on and made no piece yet has its place as the last plan of the time tells. */
function accountOf(
  facts: DayFacts,
  { lineId, stationId, attended }: Station,
  { goods, code, ...turn }: Turn,
): Account {
  const there = attended.findLast((span) => clipSpan(span, turn) !== null);
  const at = Math.min(there?.to ?? Infinity, turn.to);
  const stretch = facts.stretches.findLast(
    ({ plan, from }) => from < at && planStationOf(plan, lineId, stationId) !== undefined,
  );
  const line = stretch === undefined ? undefined : planLineOf(stretch.plan, lineId);
  const station = line?.stations.find(({ id }) => id === stationId);
  if (line === undefined || station === undefined) return { place: null, goods, code };
  const { operation, standardMinutes } = station;
  const isOutput = operation === line.stations.at(-1)?.operation;
  const own: Place = { lineId, stationId, operation, standardMinutes, isOutput };
  const routing = goods === null ? null : facts.routingOf(goods);
  const done = routing?.operations.find((each) => each.code === code);
  const isOwn = routing !== null && stationOperations(routing, { operation }).includes(code ?? "");
  if (done === undefined || isOwn) return { place: own, goods, code };
  const { label, standardMinutes: allowed } = done;
  const place = { ...own, operation: label.fr, standardMinutes: allowed, isOutput: false };
  return { place, goods, code };
}

/** A line without stations has people all the same. */
function bookLine(book: RowBook, lineId: string, minutes: number): void {
  const [attendedMinutes = 0] = shareOut(minutes, [1]);
  const place = { lineId, stationId: "", operation: "", standardMinutes: 0, isOutput: false };
  if (attendedMinutes > 0) book.add({ place, goods: null, code: null }, { attendedMinutes });
}

/** The stops of the day, each parted by what its station worked on. */
export function stopParts(facts: DayFacts): StopPart[] {
  return facts.stops.flatMap(({ stationId, lineId, cause, class: of, from, to }) => {
    const works = facts.stations.find((each) => each.stationId === stationId)?.works ?? [];
    return turnsOf(works).flatMap(({ goods, ...turn }) => {
      const part = clipSpan({ from, to: to ?? facts.now }, turn);
      const minutes = part === null ? 0 : workedMinutes(facts.windows, part);
      const what = { orderId: goods?.orderId ?? null, styleId: goods?.styleId ?? null };
      const where = { lineId, stationId, since: from };
      return minutes > 0 ? [{ ...where, ...what, cause, class: of, minutes }] : [];
    });
  });
}
