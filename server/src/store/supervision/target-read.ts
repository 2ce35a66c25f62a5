import { createTimeline, type DayNumber, type TargetSaid } from "@trame/shared";
import type { Database } from "better-sqlite3";
import { boardHours } from "../board-time.ts";
import { createDayReader, type DayRead } from "../day-read.ts";
import { createTargetBasis, type LineBasis, type TargetBasisDeps } from "./target-basis.ts";
import { createTargetWords } from "./target-words.ts";

/** What targets of a day are told from: all of it from one snapshot of the store. */
export interface TargetsRead extends Pick<DayRead, "cells" | "plans"> {
  readonly day: DayNumber;
  readonly isWorked: boolean;
  readonly lines: readonly LineBasis[];
  /** In the order of arrival. */
  readonly said: readonly TargetSaid[];
  /** Starts of the clock hours that the day touches, ascending, UTC ms. */
  readonly clockHours: readonly number[];
}

export interface TargetsAsked {
  readonly day: DayNumber;
  /** UTC ms. */
  readonly now: number;
}

/** Reads the targets of working days and what was made of them. */
export function createTargetReader(sqlite: Database, deps: TargetBasisDeps) {
  const readDay = createDayReader(sqlite);
  const readSaid = createTargetWords(sqlite);
  const readBasis = createTargetBasis(sqlite, deps);
  return sqlite.transaction(({ day, now }: TargetsAsked): TargetsRead => {
    const { cells, plans } = readDay(day);
    const timeline = createTimeline(plans);
    return {
      day,
      ...readBasis(day, now),
      cells,
      plans,
      said: readSaid(day),
      clockHours: boardHours(timeline, timeline.windowsOf(day)),
    };
  });
}
