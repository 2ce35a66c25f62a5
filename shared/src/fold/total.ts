/** A jump of a total that was withheld and may still prove to be a glitch. */
export interface Leap {
  /** The sample that jumped. */
  readonly seq: number;
  /** The highest total before it. */
  readonly before: number;
  /** The total it jumped to. */
  readonly total: number;
}

/** How far one total of a boot has been folded. */
export interface TotalState {
  /** Highest total so far that was not withdrawn. */
  readonly reached: number;
  /** Leaps that are withheld, in order of `seq`; their ranges `[before, total)` never overlap. */
  readonly open: readonly Leap[];
}

/** One step of a total: what it adds, and what it changes of the past. */
export interface TotalStep {
  readonly state: TotalState;
  /** Units that this sample adds. */
  readonly part: number;
  /** Units that it would have added but are withheld until a person accepts them. */
  readonly held: number;
  /** This sample proves a glitch: the samples from this `seq` up to it, exclusive, add nothing. */
  readonly withdrawnFrom: number | null;
  /** The total fell below what was reached, and no leap explains it. */
  readonly fell: boolean;
}

const NO_LEAPS: readonly Leap[] = [];

/** Power-on: every total starts at 0. */
export const TOTAL_AT_POWER_ON: TotalState = { reached: 0, open: NO_LEAPS };

export interface TotalReading {
  readonly seq: number;
  readonly total: number;
  /** A part larger than this is a leap. */
  readonly allowance: number;
  /** A person accepted whatever leaps here. */
  readonly isAccepted: boolean;
}

/**
 * Folds one reading of a total, in `seq` order ([C1] to [C8]).
 * A part is `max(0, total − reached)`; a part above the allowance is withheld but still raises `reached`;
 * a total that comes back into the range of a leap withdraws it.
 */
export function foldTotal(state: TotalState, reading: TotalReading): TotalStep {
  const { total } = reading;
  if (total < state.reached) return fallOrWithdraw(state, reading);
  return rise(state, reading, null);
}

function rise(state: TotalState, reading: TotalReading, withdrawnFrom: number | null): TotalStep {
  const part = reading.total - state.reached;
  if (part <= reading.allowance || reading.isAccepted) {
    const next =
      part === 0 && withdrawnFrom === null ? state : { reached: reading.total, open: state.open };
    return { state: next, part, held: 0, withdrawnFrom, fell: false };
  }
  const leap = { seq: reading.seq, before: state.reached, total: reading.total };
  return {
    state: { reached: reading.total, open: [...state.open, leap] },
    part: 0,
    held: part,
    withdrawnFrom,
    fell: false,
  };
}

function fallOrWithdraw(state: TotalState, reading: TotalReading): TotalStep {
  const index = state.open.findIndex(
    (leap) => reading.total >= leap.before && reading.total < leap.total,
  );
  const leap = state.open[index];
  if (leap === undefined) return { state, part: 0, held: 0, withdrawnFrom: null, fell: true };
  const open = index === 0 ? NO_LEAPS : state.open.slice(0, index);
  return rise({ reached: leap.before, open }, reading, leap.seq);
}

/** True when two states fold every later sample alike. */
export function isSameTotal(a: TotalState, b: TotalState): boolean {
  return (
    a.reached === b.reached &&
    a.open.length === b.open.length &&
    a.open.every((leap, i) => {
      const other = b.open[i];
      return (
        other !== undefined &&
        leap.seq === other.seq &&
        leap.before === other.before &&
        leap.total === other.total
      );
    })
  );
}
