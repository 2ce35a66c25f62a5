import type { DayNumber, Retention, Timeline } from "@trame/shared";
import type { Database } from "better-sqlite3";
import { type Clockwork, createClockwork } from "../clock-steps.ts";
import { daySlots, spanOf } from "../reports/day-slots.ts";

/** Where what is kept begins, once years have passed. */
export interface YearsBorder {
  /** The first working day that is kept. */
  readonly day: DayNumber;
  /** When it begins, UTC ms. */
  readonly at: number;
  /** Number of the first line of the journal that arrived since. */
  readonly line: number;
}

const DAY_MS = 86_400_000;

/** The same date so many years before; the last day of February for one that is not there. */
export function yearsBefore(day: DayNumber, years: number): DayNumber {
  const date = Temporal.PlainDate.from("1970-01-01").add({ days: day }).subtract({ years });
  return Temporal.PlainDate.from("1970-01-01").until(date).days;
}

/** So many days on which something was counted tell what year it is. */
const DAYS_OF_PROOF = 10;
/** A workshop that was closed for so long goes on from there; a clock that stands years ahead takes no more away. */
const CLOSED_AT_MOST_DAYS = 366;

/**
 * Reads the first working day of which aggregates are kept: so many years before today, but at most a year after the tenth last day on
 * which anything was counted ([RT25]), since what went by a wrong clock would be lost for good; and none goes before it was sealed.
 */
export function createFirstOfYears(
  sqlite: Database,
): (today: DayNumber, retention: Retention) => DayNumber {
  const proof = sqlite
    .prepare<[DayNumber], DayNumber>(
      `SELECT DISTINCT day FROM hours WHERE day <= ? ORDER BY day DESC LIMIT 1 OFFSET ${DAYS_OF_PROOF - 1}`,
    )
    .pluck();
  const sealed = sqlite
    .prepare<[], DayNumber | null>(
      "SELECT coalesce((SELECT max(day) FROM sealed_days), (SELECT min(day) FROM days))",
    )
    .pluck();
  return (today, { aggregatesYears, samplesDays }) => {
    const counted = Math.min(today, (proof.get(today) ?? today) + CLOSED_AT_MOST_DAYS);
    return Math.min(
      yearsBefore(counted, aggregatesYears),
      counted - samplesDays,
      sealed.get() ?? Infinity,
    );
  };
}

interface Arrived {
  readonly n: number;
  readonly run: number;
  readonly received: number;
}

/** Finds borders over any connection; of one day once, since lines only ever come after those that there are. */
export function createYearsBorder(
  sqlite: Database,
  clockwork: Pick<Clockwork, "adjust"> = createClockwork(sqlite),
): (day: DayNumber, timeline: Timeline) => YearsBorder {
  const lines = [
    "SELECT n, run, received FROM acts ORDER BY n",
    "SELECT n, run, recorded_at AS received FROM facts ORDER BY n",
  ].map((query) => sqlite.prepare<[], Arrived>(query));
  let known: YearsBorder | null = null;

  function firstIn(log: Iterable<Arrived>, at: number): number {
    for (const line of log) if (clockwork.adjust(line) >= at) return line.n;
    return Number.MAX_SAFE_INTEGER;
  }

  return (day, timeline) => {
    if (known?.day === day) return known;
    const at = spanOf(daySlots(timeline, day)).from || day * DAY_MS;
    // By arrival as the clock has proved to stand since: no line before the first young one is young.
    known = { day, at, line: Math.min(...lines.map((log) => firstIn(log.iterate(), at))) };
    return known;
  };
}
