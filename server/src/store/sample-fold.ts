import { type BootState, beganAsOf, foldSample, LEAP_LIMITS, type SampleStep } from "@trame/shared";
import type { BootRecord } from "./boot-record.ts";
import type { SampleRow } from "./boot-rows.ts";
import type { Clockwork } from "./clock-steps.ts";
import type { Stretch, Stretches } from "./stretches.ts";

/** A sample as the fold understands it: what it adds, and to which cell. */
export interface Folded {
  readonly bootId: number;
  readonly row: SampleRow;
  readonly stretch: Stretch;
  /** The sample before it; 0 when it is the first. */
  readonly fromSeq: number;
  /** Its totals are those from which the boot counts, not what it added. */
  readonly isBase: boolean;
  readonly step: SampleStep;
}

export interface SampleFoldDeps {
  readonly clockwork: Clockwork;
  readonly stretches: Stretches;
}

/** Folds one sample onto the state before it, with what the plan and the people say of that moment. */
export function createSampleFold({ clockwork, stretches }: SampleFoldDeps) {
  function stretchOf(record: BootRecord, at: number): Stretch {
    const known = record.stretch;
    if (known !== null && known.from <= at && at < known.to) return known;
    record.stretch = stretches.stretchAt(record.deviceId, record.counter, at);
    return record.stretch;
  }

  /** Totals that began before the counter was bound here, unheard until now, count nothing ([C9], [T4]). */
  function isBaseAt(record: BootRecord, { place, boundSince }: Stretch, row: SampleRow): boolean {
    if (row.seq !== record.first?.seq) return false;
    if (record.isForeign) return true;
    if (place === null || record.dating === null) return false;
    return beganAsOf(record.dating, clockwork.adjust(row)) < boundSince;
  }

  return (record: BootRecord, state: BootState, row: SampleRow): Folded => {
    const stretch = stretchOf(record, row.at);
    const isBase = isBaseAt(record, stretch, row);
    const { verdicts } = record;
    const step = foldSample(state, row, { limits: LEAP_LIMITS, verdicts, isBase });
    return { bootId: record.id, row, stretch, fromSeq: state.seq, isBase, step };
  };
}
