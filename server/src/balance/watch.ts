/** Tells a search when to stop. */
export interface Watch {
  /** Asked at each step; false once time is over. */
  goesOn(): boolean;
}

/** Steps between two looks at the clock: some milliseconds at most. */
const STEPS = 64;

/** Watches a clock that is handed in; both in the same milliseconds. */
export function watchClock(now: () => number, until: number): Watch {
  let steps = 0;
  let isOver = now() >= until;
  return {
    goesOn() {
      if (++steps % STEPS === 0) isOver ||= now() >= until;
      return !isOver;
    },
  };
}
