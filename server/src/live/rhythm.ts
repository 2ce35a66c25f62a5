/** Timers and the clock that they follow, so that tests turn the hours by hand. */
export interface LiveTimers {
  /** Milliseconds since any fixed moment; never falls, and no step of the machine's clock moves it. */
  monotonic(): number;
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
}

/** When screens hear something: patches, ticks, the turn of the day. */
export interface Rhythm {
  /** Runs at once, or as soon as the end of the last run is a thirtieth of a second old ([L3]). */
  patch(run: () => Promise<void>): void;
  /** Runs every 10 s ([L4]). */
  tick(run: () => void): void;
  /** Runs once nothing is left of a time in ms, which is asked for again when the timer fires ([L5]). */
  turn(left: () => number, run: () => void): void;
  close(): void;
}

/** At most 30 patches a second. */
const PATCH_MS = 1_000 / 30;
const TICK_MS = 10_000;
/** Longest time that a timer can hold. */
const TIMER_MAX_MS = 2 ** 31 - 1;

export const REAL_TIMERS: LiveTimers = {
  monotonic: () => performance.now(),
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout),
};

export function createRhythm(timers: LiveTimers): Rhythm {
  const patches = createPatchRhythm(timers);
  let tickTimer: unknown = null;
  let turnTimer: unknown = null;

  function tick(run: () => void): void {
    tickTimer = timers.setTimeout(() => {
      tick(run);
      run();
    }, TICK_MS);
  }

  // A timer may fire early, and the clock that it waits for may have been held back meanwhile.
  function turn(left: () => number, run: () => void): void {
    timers.clearTimeout(turnTimer);
    const wait = Math.min(Math.max(0, left()), TIMER_MAX_MS);
    turnTimer = timers.setTimeout(() => (left() > 0 ? turn(left, run) : run()), wait);
  }

  return {
    patch: patches.ask,
    tick,
    turn,
    close() {
      patches.close();
      for (const timer of [tickTimer, turnTimer]) timers.clearTimeout(timer);
    },
  };
}

/** One run at a time, each followed by a pause; what is asked for meanwhile is one run after it. */
function createPatchRhythm(timers: LiveTimers): {
  ask(run: () => Promise<void>): void;
  close(): void;
} {
  let lastPatchAt = -Infinity;
  let timer: unknown = null;
  let isRunning = false;
  let isAskedAgain = false;
  let isClosed = false;

  async function patch(run: () => Promise<void>): Promise<void> {
    timer = null;
    isRunning = true;
    isAskedAgain = false;
    await run();
    isRunning = false;
    lastPatchAt = timers.monotonic();
    if (isAskedAgain) ask(run);
  }

  function ask(run: () => Promise<void>): void {
    isAskedAgain = isRunning;
    if (isRunning || timer !== null || isClosed) return;
    const wait = lastPatchAt + PATCH_MS - timers.monotonic();
    if (wait > 0) timer = timers.setTimeout(() => void patch(run), wait);
    else void patch(run);
  }

  return {
    ask,
    close() {
      isClosed = true;
      timers.clearTimeout(timer);
    },
  };
}
