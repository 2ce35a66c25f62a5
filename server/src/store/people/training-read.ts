import {
  ALONE_LEVEL,
  bare,
  CAUSES_SETTING,
  type Cause,
  causesOf,
  clipSpan,
  type DayNumber,
  isMasked,
  isSumTellable,
  knownLevel,
  type NamedWork,
  type Span,
  type Timeline,
  workedMinutes,
} from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { CatalogueStore } from "../catalogue/catalogue.ts";
import { createClockwork } from "../clock-steps.ts";
import { findStation } from "../floor/cells.ts";
import { presenceSpans } from "../floor/presence.ts";
import { createSettings } from "../settings.ts";
import type { StopRead, StopReads } from "../supervision/stop-read.ts";
import { createWordLog } from "../supervision/word-log.ts";
import { KEPT_DAYS } from "./postings.ts";
import { operationsOf } from "./skills-read.ts";

/** Hours of learning by operation, of a group or not at all. */
export interface TrainingRead {
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly operations: readonly TrainingRow[];
  /** null where it would tell what is masked. */
  readonly total: TrainingMinutes | null;
}

export interface TrainingMinutes {
  /** In which stations stood still since somebody was helped or taught. */
  readonly supportMinutes: number;
  /** At stations of an operation that is noted at level 1 or 2. */
  readonly learningMinutes: number;
}

export interface TrainingRow {
  readonly operation: string;
  /** null: it would be of one, two or three people. */
  readonly minutes: TrainingMinutes | null;
}

interface Stay extends Span {
  readonly operatorId: string;
  readonly stationId: string;
}

interface Sum extends TrainingMinutes {
  readonly operation: string;
  readonly people: ReadonlySet<string>;
}

export interface TrainingDeps {
  readonly catalogue: CatalogueStore;
  readonly timeline: () => Timeline;
  readonly readStops: StopReads["readStops"];
}

/** What the parts of the sum are made over. */
interface Moment {
  readonly now: number;
  readonly timeline: Timeline;
  readonly catalogue: Pick<CatalogueStore, "operators">;
  /** The operation that a station does, by all its names. */
  readonly nameAt: (stationId: string, at: number) => NamedWork | null;
}

/** Sums up learning of the days for which it is known who was where ([PE4]). */
export function createTrainingReader(sqlite: Database, deps: TrainingDeps) {
  const settings = createSettings(sqlite);
  const clockwork = createClockwork(sqlite);
  const words = createWordLog(sqlite, { clockwork });
  const stays = sqlite.prepare<[number], Stay & { readonly to: number | null }>(
    `SELECT operator_id AS operatorId, station_id AS stationId, from_ms AS "from", to_ms AS "to"
     FROM assignments WHERE from_ms >= ? ORDER BY from_ms`,
  );

  /** Days in which somebody was said to be helped: reading the stops of the others would find nothing. */
  function supportDays(
    since: number,
    { now, timeline }: Pick<Moment, "now" | "timeline">,
    causes: readonly Cause[],
  ) {
    clockwork.reload();
    const support = new Set(causes.filter((c) => c.class === "support").map(({ code }) => code));
    const days = words.readStops(since).flatMap((word) => {
      if (word.cause === null || !support.has(word.cause)) return [];
      const [first, last] = [word.from, Math.min(word.to ?? now, now)].map(
        (at) => timeline.slotAt(at)?.day,
      );
      if (first === undefined || last === undefined) return [];
      return Array.from({ length: Math.max(0, last - first) + 1 }, (_, day) => first + day);
    });
    return [...new Set(days)];
  }

  return (now: number): TrainingRead => {
    const timeline = deps.timeline();
    const to = timeline.slotAt(now)?.day ?? 0;
    const from = to - KEPT_DAYS + 1;
    const since = timeline.windowsOf(from)[0]?.from ?? now - KEPT_DAYS * 86_400_000;
    const { catalogue } = deps;
    const operations = operationsOf(catalogue, timeline.planAt(now) ?? { lines: [] }, []);
    const moment = { now, timeline, catalogue, nameAt: namesIn(operations, timeline) };
    const there = stays.all(since).flatMap((stay) => spansOf(stay, moment));
    const causes = causesOf(settings.get(CAUSES_SETTING));
    const stops = supportDays(since, moment, causes)
      .filter((day) => day >= from && day <= to)
      .flatMap((day) => deps.readStops({ day, now, lineId: null, stationId: null }).stops)
      .filter((stop) => stop.class === "support");
    const sums = sumUp([
      ...there.flatMap((stay) => learningOf(stay, moment)),
      ...stops.flatMap((stop) => supportOf(stop, { ...moment, there })),
    ]);
    return told({ from, to }, sums);
  };
}

function spansOf(
  { operatorId, stationId, from, to }: Stay & { readonly to: number | null },
  { now, timeline, catalogue }: Moment,
): Stay[] {
  const pattern = catalogue.operators.find(operatorId)?.pattern;
  return presenceSpans(timeline, { from, pattern }, to).flatMap((span) => {
    const past = clipSpan(span, { from: 0, to: now });
    return past === null ? [] : [{ operatorId, stationId, ...past }];
  });
}

/** Time of somebody who is learning what is done there. */
function learningOf(
  { operatorId, stationId, from, to }: Stay,
  { timeline, catalogue, nameAt }: Moment,
): Sum[] {
  const named = nameAt(stationId, from);
  const operator = catalogue.operators.find(operatorId);
  if (named === null || operator === null) return [];
  const level = knownLevel(operator, named);
  if (level === null || level >= ALONE_LEVEL) return [];
  const day = timeline.slotAt(from)?.day ?? 0;
  const learningMinutes = workedMinutes(timeline.windowsOf(day), { from, to });
  const { operation } = named;
  return [{ operation, learningMinutes, supportMinutes: 0, people: new Set([operatorId]) }];
}

/** A stop in which somebody was helped, with whoever was badged in there meanwhile. */
function supportOf(
  stop: StopRead,
  { now, nameAt, there }: Moment & { readonly there: readonly Stay[] },
): Sum[] {
  const { stationId, from, minutes } = stop;
  const named = nameAt(stationId, from);
  if (named === null) return [];
  const { operation } = named;
  const within = { from, to: stop.to ?? now };
  const people = there
    .filter((stay) => stay.stationId === stationId && clipSpan(stay, within) !== null)
    .map(({ operatorId }) => operatorId);
  return [{ operation, supportMinutes: minutes, learningMinutes: 0, people: new Set(people) }];
}

/** A station's first operation, as the plan named it then, known by the names that it has now. */
function namesIn(operations: readonly NamedWork[], timeline: Timeline): Moment["nameAt"] {
  return (stationId, at) => {
    const operation = findStation(timeline.planAt(at), stationId)?.station.operation;
    if (operation === undefined) return null;
    const known = operations.find(({ names }) => names.map(bare).includes(bare(operation)));
    return known ?? { operation, names: [operation] };
  };
}

function sumUp(parts: readonly Sum[]): Sum[] {
  return [...Map.groupBy(parts, ({ operation }) => operation)].map(([operation, own]) => ({
    operation,
    supportMinutes: own.reduce((sum, { supportMinutes }) => sum + supportMinutes, 0),
    learningMinutes: own.reduce((sum, { learningMinutes }) => sum + learningMinutes, 0),
    people: new Set(own.flatMap(({ people }) => [...people])),
  }));
}

/** In the order of their names: any other order would say something of what is masked. */
function told(days: Pick<TrainingRead, "from" | "to">, sums: readonly Sum[]): TrainingRead {
  const operations = sums
    .toSorted((a, b) => (a.operation < b.operation ? -1 : 1))
    .map((sum) => ({ operation: sum.operation, minutes: isMasked(sum) ? null : minutesOf(sum) }));
  const whole = {
    supportMinutes: sums.reduce((all, sum) => all + sum.supportMinutes, 0),
    learningMinutes: sums.reduce((all, sum) => all + sum.learningMinutes, 0),
  };
  return { ...days, operations, total: isSumTellable(sums) ? whole : null };
}

function minutesOf({ supportMinutes, learningMinutes }: Sum): TrainingMinutes {
  return { supportMinutes, learningMinutes };
}
