import { createTimeline, type DayNumber, type TargetSaid } from "@trame/shared";
import type { Database } from "better-sqlite3";
import { boardHours } from "../board-time.ts";
import { createDayReader, type DayRead } from "../day-read.ts";
import type { StopRead, StopReads } from "./stop-read.ts";
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
  readonly stops: readonly StopRead[];
}

export interface TargetsAsked {
  readonly day: DayNumber;
  /** UTC ms. */
  readonly now: number;
  /** Of all lines when null. */
  readonly lineId: string | null;
}

export interface TargetReadDeps extends TargetBasisDeps, StopReads {}

/** Reads the targets of working days and what was made of them. */
export function createTargetReader(sqlite: Database, deps: TargetReadDeps) {
  const readDay = createDayReader(sqlite);
  const readSaid = createTargetWords(sqlite);
  const readBasis = createTargetBasis(sqlite, deps);
  const { readStops } = deps;
  return sqlite.transaction((asked: TargetsAsked): TargetsRead => {
    const { day, now, lineId } = asked;
    const { cells, plans } = readDay(day);
    const timeline = createTimeline(plans);
    const { isWorked, lines } = readBasis(day, now);
    return {
      day,
      isWorked,
      lines: lines.filter(({ line }) => lineId === null || line.id === lineId),
      cells,
      plans,
      said: readSaid(day),
      clockHours: boardHours(timeline, timeline.windowsOf(day)),
      stops: readStops({ ...asked, stationId: null }).stops,
    };
  });
}
