/**
 * What was truly sewn, kept apart from everything that counts: a piece is here because a person completed it, not because a
 * machine noticed. Beside it, what no server can know: pieces whose samples went with a power cut before they were acknowledged.
 */
import type { Tally } from "../device.ts";

/** The pieces of one station by their fate; times are UTC ms, ascending. */
export interface StationTruth {
  readonly station: string;
  /** null at a table. */
  readonly device: string | null;
  readonly operation: string;
  /** Told in acknowledged messages: the server has them. */
  readonly kept: readonly number[];
  /** Told in messages that were never acknowledged: the server may have them. */
  readonly unsure: readonly number[];
  /** Never told before the power went, or not yet told. */
  readonly lost: readonly number[];
  readonly boots: number;
  /** Pieces whose time is known to the counter only roughly. */
  readonly blurred: number;
  /** Pieces counted less those sewn; not 0 when the counter was given another piece rule. */
  readonly miscounted: number;
  /** What people's words add to the count or take off it. */
  readonly declared: readonly Declared[];
}

/** The truth of a station with a counter. */
export interface CounterTruth extends StationTruth {
  readonly device: string;
}

/** Pieces that were declared good where no machine counts, or not good where one does. */
export interface Declared {
  /** UTC ms. */
  readonly at: number;
  /** Below 0: taken off. */
  readonly pieces: number;
}

/** Keeps the truth of one station. */
export interface StationLedger {
  /** A person completed a piece. */
  sewn(at: number): void;
  /** A boot ended. */
  endBoot(tally: Tally): void;
  /** The truth so far; `tally` is that of the running boot. */
  read(tally: Tally | null): CounterTruth;
}

/** A ledger without a piece. */
export function createLedger(
  names: Pick<CounterTruth, "station" | "device" | "operation">,
): StationLedger {
  const kept: number[] = [];
  const unsure: number[] = [];
  const lost: number[] = [];
  let current: number[] = [];
  let ended = { boots: 0, blurred: 0, miscounted: 0 };
  return {
    sewn: (at) => current.push(at),
    endBoot(tally) {
      const fate = split(current, tally);
      kept.push(...fate.kept);
      unsure.push(...fate.unsure);
      lost.push(...fate.lost);
      ended = addBoot(ended, tally, current.length);
      current = [];
    },
    read(tally) {
      const fate = split(current, tally);
      return {
        ...names,
        kept: [...kept, ...fate.kept],
        unsure: [...unsure, ...fate.unsure],
        lost: [...lost, ...fate.lost],
        declared: [],
        ...(tally === null ? ended : addBoot(ended, tally, current.length)),
      };
    },
  };
}

type Fate = Pick<StationTruth, "kept" | "unsure" | "lost">;

function split(times: readonly number[], tally: Tally | null): Fate {
  const { acknowledged, spoken } = tally ?? { acknowledged: 0, spoken: 0 };
  return {
    kept: times.slice(0, acknowledged),
    unsure: times.slice(acknowledged, spoken),
    lost: times.slice(Math.max(acknowledged, spoken)),
  };
}

type BootSums = Pick<StationTruth, "boots" | "blurred" | "miscounted">;

function addBoot({ boots, blurred, miscounted }: BootSums, tally: Tally, sewn: number): BootSums {
  return {
    boots: boots + 1,
    blurred: blurred + tally.blurred,
    miscounted: miscounted + tally.counted - sewn,
  };
}
