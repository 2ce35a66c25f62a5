/** Whose loads are looked for, and what makes one worth it. */
export interface LoadQuery {
  readonly person: number;
  /** Units of time that a load may take. */
  readonly cycle: number;
  /** Tasks done already, as bits. */
  readonly done: Int32Array;
  /** What each task takes off the others, who would do it otherwise; Infinity where none of them can. */
  readonly gain: Float64Array;
  /** What a load must take off the others at least; tasks that none of them can do gain nothing. */
  readonly need: number;
  /** Decisions that may be tried. */
  readonly steps: number;
}

/** The gain of a task that nobody else can do. */
export const MUST = Number.POSITIVE_INFINITY;

/** Gets the tasks of a load, as bits that are only valid during the call, and what they gain. */
export type OnLoad = (load: Int32Array, gained: number) => void;
