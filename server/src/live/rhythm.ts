/** Timers, so that tests turn the hours by hand. */
export interface LiveTimers {
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
}

/** When screens hear something: patches, ticks, the turn of the day. */
export interface Rhythm {
  /** Runs at once, or as soon as the last patch is a thirtieth of a second old ([L3]). */
  patch(now: number, run: () => void): void;
  /** Runs every 10 s ([L4]). */
  tick(run: () => void): void;
  /** Runs when so many ms have passed; an earlier turn is forgotten. */
  turnIn(ms: number, run: () => void): void;
  close(): void;
}

/** At most 30 patches a second. */
const PATCH_MS = 1_000 / 30;
const TICK_MS = 10_000;
/** Longest time that a timer can hold. */
const TIMER_MAX_MS = 2 ** 31 - 1;

export const REAL_TIMERS: LiveTimers = {
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout),
};

export function createRhythm(timers: LiveTimers): Rhythm {
  let lastPatchAt = -Infinity;
  let patchTimer: unknown = null;
  let tickTimer: unknown = null;
  let turnTimer: unknown = null;

  function tick(run: () => void): void {
    tickTimer = timers.setTimeout(() => {
      tick(run);
      run();
    }, TICK_MS);
  }

  return {
    patch(now, run) {
      if (patchTimer !== null) return;
      const wait = lastPatchAt + PATCH_MS - now;
      if (wait <= 0) {
        lastPatchAt = now;
        run();
        return;
      }
      patchTimer = timers.setTimeout(() => {
        patchTimer = null;
        lastPatchAt = now + wait;
        run();
      }, wait);
    },
    tick,
    turnIn(ms, run) {
      timers.clearTimeout(turnTimer);
      turnTimer = timers.setTimeout(run, Math.min(Math.max(0, ms), TIMER_MAX_MS));
    },
    close() {
      for (const timer of [patchTimer, tickTimer, turnTimer]) timers.clearTimeout(timer);
    },
  };
}
