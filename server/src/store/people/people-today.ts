import { type DayNumber, ownWindows, type Plan, type Timeline } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { BadgedOperator } from "../catalogue/operators.ts";
import type { Assignment } from "../floor/assignments.ts";
import { findStation } from "../floor/cells.ts";
import { endOfPresence } from "../floor/presence.ts";
import { createPostings, type Posting, type Sending } from "./postings.ts";

/** Somebody today: where they are, and where they are wanted. */
export interface PersonToday {
  readonly operator: BadgedOperator;
  /** A supervisor said so, and they have not badged in since. */
  readonly isAbsent: boolean;
  /** Where they are badged in; null when nowhere, or absent. */
  readonly at: {
    readonly assignmentId: string;
    readonly stationId: string;
    readonly since: number;
  } | null;
  /** Where a supervisor wants them; null when nobody said, or where no station of today is. */
  readonly wanted: string | null;
  /** At a station, and told since they badged in that nothing is theirs to do: a proposal left them none, or somebody freed them. */
  readonly isSpare: boolean;
  /** Whether there is working time of theirs left today. */
  readonly isExpected: boolean;
}

/** The people of a moment. */
export interface PeopleToday {
  readonly day: DayNumber;
  readonly plan: Plan;
  /** By badge. */
  readonly people: readonly PersonToday[];
  readonly postings: readonly Posting[];
}

/**
 * Who is where, who is wanted where and who is away, over any connection; null before the first plan. Where somebody was sent last
 * counts: an accepted proposal replaces what was said before it of its people.
 */
export function createPeopleToday(
  sqlite: Database,
  readTimeline: () => Timeline,
): (now: number) => PeopleToday | null {
  const postings = createPostings(sqlite);
  const operators = sqlite.prepare<[], string>("SELECT body FROM operators ORDER BY badge").pluck();
  const last = sqlite.prepare<[string, number], Assignment>(
    `SELECT id, operator_id AS operatorId, station_id AS stationId, from_ms AS "from", to_ms AS "to"
     FROM assignments WHERE operator_id = ? AND from_ms <= ? ORDER BY from_ms DESC, rowid DESC LIMIT 1`,
  );

  function whereIs({ id, pattern }: BadgedOperator, { now, timeline }: Moment) {
    const found = last.get(id, now);
    if (found === undefined) return null;
    const end = found.to ?? endOfPresence(timeline, { from: found.from, pattern });
    return now < end
      ? { assignmentId: found.id, stationId: found.stationId, since: found.from }
      : null;
  }

  return (now) => {
    const timeline = readTimeline();
    const plan = timeline.planAt(now);
    const day = timeline.slotAt(now)?.day;
    if (plan === null || day === undefined) return null;
    const accepted = postings.ofDay(day);
    const wanted = wantedOf(accepted, postings.sendings(day), plan);
    const away = new Map(
      postings.absences(day).map(({ operatorId, recordedAt }) => [operatorId, recordedAt]),
    );
    const on = { day, windows: timeline.windowsOf(day), timeZone: plan.workshop.timeZone };
    const people = operators.all().map((body): PersonToday => {
      const operator: BadgedOperator = JSON.parse(body);
      const at = whereIs(operator, { now, timeline });
      const awaySince = away.get(operator.id) ?? null;
      const isAbsent = awaySince !== null && (at === null || at.since <= awaySince);
      const own = ownWindows(operator.pattern, on);
      const said = wanted.get(operator.id);
      const isFreed = said?.stationId === null && at !== null && at.since < said.recordedAt;
      return {
        operator,
        isAbsent,
        at: isAbsent ? null : at,
        wanted: said?.stationId ?? null,
        isSpare: isFreed && !isAbsent,
        isExpected: own.some(({ to }) => now < to),
      };
    });
    return { day, plan, people, postings: accepted };
  };
}

interface Moment {
  readonly now: number;
  readonly timeline: Timeline;
}

/** What was said last of each person of whom something was said; whom a proposal left without a station is wanted nowhere. */
function wantedOf(
  accepted: readonly Posting[],
  sendings: readonly Sending[],
  plan: Plan,
): Map<string, Sending> {
  const posted = accepted.flatMap(({ recordedAt, people }) =>
    people.map(({ operatorId, stationIds: [stationId = null] }): Sending => {
      return { operatorId, stationId, recordedAt };
    }),
  );
  const said: Sending[] = [...posted, ...sendings].toSorted((a, b) => a.recordedAt - b.recordedAt);
  const known = said.filter(
    ({ stationId }) => stationId === null || findStation(plan, stationId) !== null,
  );
  return new Map(known.map((sending) => [sending.operatorId, sending]));
}
