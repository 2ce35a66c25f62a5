import {
  BOOT_AT_POWER_ON,
  type BootState,
  type Leap,
  type Sample,
  type TotalState,
} from "@trame/shared";

/** A row of `samples`, as the statements of this folder read it. */
export interface SampleRow extends Sample {
  readonly n: number;
  readonly received: number;
  readonly messageUp: number;
  readonly run: number;
  readonly at: number;
}

/** Columns of {@link SampleRow}, in SQL. */
export const SAMPLE_COLUMNS =
  "seq, n, up, pieces, stitches, trims, state, received, message_up AS messageUp, run, at";

/** Puts a sample where it is looked up, past the inbox; takes a {@link SampleRow} and its `bootId`. */
export const INSERT_SAMPLE = `INSERT INTO samples
  (boot_id, seq, n, up, pieces, stitches, trims, state, received, message_up, run, at)
  VALUES (@bootId, @seq, @n, @up, @pieces, @stitches, @trims, @state, @received, @messageUp, @run, @at)`;

/** The columns of `parts` that hold a state. */
export interface StateColumns {
  readonly reachedPieces: number;
  readonly reachedStitches: number;
  readonly reachedTrims: number;
  readonly open: string | null;
}

type OpenLeaps = readonly [
  pieces: readonly Leap[],
  stitches: readonly Leap[],
  trims: readonly Leap[],
];
const NONE: OpenLeaps = [[], [], []];

/** The fold's state as columns; leaps, which are rare, as JSON. */
export function toColumns({ totals }: BootState): StateColumns {
  const { pieces, stitches, trims } = totals;
  const open: OpenLeaps = [pieces.open, stitches.open, trims.open];
  const isQuiet = open.every((leaps) => leaps.length === 0);
  return {
    reachedPieces: pieces.reached,
    reachedStitches: stitches.reached,
    reachedTrims: trims.reached,
    open: isQuiet ? null : JSON.stringify(open),
  };
}

/** The state after a sample, from its row. */
export function fromColumns(row: StateColumns & { seq: number; up: number }): BootState {
  const open: OpenLeaps = row.open === null ? NONE : JSON.parse(row.open);
  const total = (reached: number, leaps: readonly Leap[]): TotalState =>
    reached === 0 && leaps.length === 0 ? BOOT_AT_POWER_ON.totals.pieces : { reached, open: leaps };
  return {
    seq: row.seq,
    up: row.up,
    totals: {
      pieces: total(row.reachedPieces, open[0]),
      stitches: total(row.reachedStitches, open[1]),
      trims: total(row.reachedTrims, open[2]),
    },
  };
}

/** True when two samples say the same; a second delivery may differ in nothing. */
export function isSameSample(a: Sample, b: Sample): boolean {
  return (
    a.up === b.up &&
    a.pieces === b.pieces &&
    a.stitches === b.stitches &&
    a.trims === b.trims &&
    a.state === b.state
  );
}
