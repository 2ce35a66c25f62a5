import {
  type DayNumber,
  type FactFilter,
  type ReportFact,
  toldBody,
  toldFacts,
} from "@trame/shared";
import type { Database } from "better-sqlite3";
import { createFiguresTold } from "../privacy/figure-mask.ts";
import { createFactTeller } from "./act-of-fact.ts";
import { BODY_SHAPE } from "./body-shape.ts";
import { createDayFacts, type DayFactsDeps } from "./day-facts.ts";
import { daySlots, spanOf } from "./day-slots.ts";
import { createOrderNames } from "./order-names.ts";

/** Names of the reports' reads, which the reports' thread answers. */
export const REPORT_READS: readonly (keyof ReturnType<typeof createReportReads>)[] = [
  "readDayTurn",
  "readDayMarks",
  "readKeptDay",
  "readNearestDay",
  "readOrderNames",
  "readReportDay",
  "readReportFacts",
  "readWorkedBefore",
];

/** How a working day on which something happened stands. */
export interface DayMark {
  readonly day: DayNumber;
  /** Of the last write that changed what its reports say. */
  readonly clock: number;
  /** 1 until its working day was over; each change afterwards adds one. */
  readonly version: number;
  /** UTC ms. */
  readonly changedAt: number;
  /** When its work ends, UTC ms; null on a day off. */
  readonly endsAt: number | null;
}

export interface DayMarks {
  /** Ascending; days on which nothing ever happened are not in it. */
  readonly days: readonly DayMark[];
  /** Something of the past is being counted again. */
  readonly isRefolding: boolean;
}

/** Both included. */
export interface DaysAsked {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

export interface FactsAsked {
  readonly day: DayNumber;
  /** As of when, UTC ms. */
  readonly asOf: number;
  readonly filter: FactFilter;
}

/** Reads what reports of working days are made from, over a connection that cannot write. */
export function createReportReads(sqlite: Database, deps: DayFactsDeps) {
  const { timeline } = deps;
  const statements = prepare(sqlite);
  const readFacts = createDayFacts(sqlite, deps);
  const told = createFiguresTold(sqlite);
  // A kept body holds until its day has another clock, and a change of the setting gives each day one.
  const computeDay = sqlite.transaction((asked: { day: DayNumber; asOf: number }) =>
    JSON.stringify(toldBody(readFacts(asked.day, asked.asOf), told())),
  );
  const tellFacts = createFactTeller(sqlite);
  const listDay = sqlite.transaction(({ day, asOf, filter }: FactsAsked) =>
    tellFacts(toldFacts(readFacts(day, asOf), filter, told())),
  );

  return {
    /** The facts of a day behind a figure, ascending ([RP10]). */
    readReportFacts: (asked: FactsAsked): ReportFact[] => listDay(asked),
    readDayMarks: ({ from, to }: DaysAsked): DayMarks => ({
      days: statements.marks.all(from, to).map(({ day, version, ...mark }) => {
        const endsAt = timeline().windowsOf(day).at(-1)?.to ?? null;
        return { day, ...mark, version: Math.max(1, version), endsAt };
      }),
      isRefolding: statements.refolding.get() === 1,
    }),
    /** When a day begins, when its work ends (null on a day off), and when it turns; UTC ms. */
    readDayTurn(day: DayNumber) {
      const endsAt = timeline().windowsOf(day).at(-1)?.to ?? null;
      const { from: beginsAt, to: turnsAt } = spanOf(daySlots(timeline(), day));
      return { beginsAt, endsAt, turnsAt };
    },
    /** So many working days before a day on which something happened, ascending. */
    readWorkedBefore({ day, count }: { readonly day: DayNumber; readonly count: number }) {
      const worked: DayNumber[] = [];
      for (const before of statements.allBefore.iterate(day)) {
        if (worked.length === count) break;
        if (timeline().windowsOf(before).length > 0) worked.unshift(before);
      }
      return worked;
    },
    readOrderNames: createOrderNames(deps.catalogue),
    /** `DayBody` as JSON, as it was kept; null when the day changed since, or was never kept. */
    readKeptDay: (day: DayNumber): string | null => statements.kept.get(day, BODY_SHAPE) ?? null,
    /** `DayBody` as JSON, computed as of a moment (UTC ms). */
    readReportDay: (asked: { readonly day: DayNumber; readonly asOf: number }): string =>
      computeDay(asked),
    /** The day with data that is nearest to some days, the one before first; null when there is none. */
    readNearestDay: ({ from, to }: DaysAsked): DayNumber | null =>
      statements.before.get(from) ?? statements.after.get(to) ?? null,
  };
}

function prepare(sqlite: Database) {
  return {
    marks: sqlite.prepare<[number, number], Omit<DayMark, "endsAt">>(
      `SELECT day, clock, version, changed_at AS changedAt FROM days
       WHERE day >= ? AND day <= ? ORDER BY day`,
    ),
    refolding: sqlite
      .prepare<[], number>(
        "SELECT EXISTS (SELECT 1 FROM marks) OR EXISTS (SELECT 1 FROM bundle_marks)",
      )
      .pluck(),
    kept: sqlite
      .prepare<[number, number], string>(
        `SELECT k.body FROM day_rows k JOIN days d ON d.day = k.day AND d.clock = k.clock
         WHERE k.day = ? AND k.shape = ?`,
      )
      .pluck(),
    before: sqlite
      .prepare<[number], number>("SELECT day FROM days WHERE day < ? ORDER BY day DESC LIMIT 1")
      .pluck(),
    allBefore: sqlite
      .prepare<[number], number>("SELECT day FROM days WHERE day < ? ORDER BY day DESC")
      .pluck(),
    after: sqlite
      .prepare<[number], number>("SELECT day FROM days WHERE day > ? ORDER BY day LIMIT 1")
      .pluck(),
  };
}
