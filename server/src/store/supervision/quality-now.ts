import {
  type InspectionWord,
  type PlanLine,
  type QualityRow,
  qualityOf,
  type Span,
  type Word,
} from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { Clockwork } from "../clock-steps.ts";
import type { ActKind } from "../floor/act-log.ts";
import { daySpans } from "./day-spans.ts";
import type { Asked } from "./floor-now.ts";
import type { FlowNowDeps } from "./flow-now.ts";
import { createInspectionLog, type Inspection, isWithin } from "./inspection-log.ts";

/** What inspections of the working day came to. */
export interface QualityNow {
  /** @param samples those of late, of any line */
  line(samples: readonly InspectionWord[], line: PlanLine, asked: Asked): QualityRow | null;
  /** Something was done at a station: pieces may have been declared, or be declared no more. */
  acted(act: Acted): void;
  /** What was declared may be another, at any station. */
  forget(): void;
  hasChanged(): boolean;
  /** What changed has been told. */
  settle(): void;
  reload(): void;
}

/** An accepted act. */
export interface Acted {
  readonly kind: ActKind;
  readonly stationId: string | null;
  /** Key of the act that it takes back; null for any other. */
  readonly about: string | null;
}

export interface QualityNowDeps extends FlowNowDeps {
  readonly clockwork: Clockwork;
}

export function createQualityNow(sqlite: Database, deps: QualityNowDeps): QualityNow {
  const { stretches } = deps;
  const log = createInspectionLog(sqlite, deps);
  const known = new Map<string, readonly Inspection[]>();
  let spans: readonly Span[] = [];
  let spansOf: unknown[] = [];
  let isNew = false;

  /** The day's moments; what was read of another day, or under another plan, is forgotten. */
  function spansAt(day: number): readonly Span[] {
    const key = [day, stretches.timeline];
    if (key.some((each, index) => each !== spansOf[index])) {
      spansOf = key;
      spans = daySpans(stretches.timeline, day);
      known.clear();
    }
    return spans;
  }

  function readStation(stationId: string, within: readonly Span[]): readonly Inspection[] {
    const kept = known.get(stationId);
    if (kept !== undefined) return kept;
    const read = log.read(stationId, within);
    known.set(stationId, read);
    return read;
  }

  function forget(): void {
    known.clear();
    isNew = true;
  }

  function forgetStation(stationId: string): void {
    if (known.delete(stationId)) isNew = true;
  }

  /** Read again where it was counted: the other 499 stations are as they were. */
  function forgetInspection(key: string): void {
    for (const [stationId, read] of known) {
      if (read.some((each) => each.key === key)) forgetStation(stationId);
    }
  }

  return {
    line(samples, line, { day }) {
      const within = spansAt(day);
      const own = samplesOf(samples, line.id).filter(({ at }) => isWithin(within, at));
      return qualityOf([...own, ...line.stations.flatMap(({ id }) => readStation(id, within))]);
    },
    acted({ kind, stationId, about }) {
      if (kind === "settle") forget();
      if (kind === "undo" && about !== null) forgetInspection(about);
      if (kind === "finish" && stationId !== null) forgetStation(stationId);
    },
    forget,
    hasChanged: () => isNew,
    settle() {
      isNew = false;
    },
    reload: forget,
  };
}

/** What was looked at on a line without a bundle. */
export function samplesOf(words: readonly Word[], lineId: string): InspectionWord[] {
  return words.filter(
    (word): word is InspectionWord => word.kind === "inspection" && word.lineId === lineId,
  );
}
