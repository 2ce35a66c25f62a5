import { createQueue } from "./queue.ts";

/** Time as the simulation sees it: whole UTC ms that never run backwards. */
export interface Clock {
  now(): number;
  /** Runs `what` at that time, or as soon as possible when it has passed; the answer takes it back. */
  at(time: number, what: () => void): () => void;
}

/** A clock that stands still until it is moved. */
export interface VirtualClock extends Clock {
  /** Runs all that is due up to then, each at its own time. */
  advanceTo(time: number): void;
}

/** Longest delay that a timer of the platform can hold. */
const TIMER_MAX_MS = 2 ** 31 - 1;

/** The machine's time at start, carried on by its monotonic clock. */
export function createRealClock(): Clock {
  const start = Date.now() - performance.now();
  const now = () => Math.floor(start + performance.now());
  return {
    now,
    at(time, what) {
      let timer: ReturnType<typeof setTimeout>;
      const wait = () => {
        const left = time - now();
        if (left > TIMER_MAX_MS) timer = setTimeout(wait, TIMER_MAX_MS);
        // Node cuts fractions off: rounded up, a timer never fires before its time.
        else timer = setTimeout(what, Math.max(0, Math.ceil(left)));
      };
      wait();
      return () => clearTimeout(timer);
    },
  };
}

/** Time that passes by command, for tests: a day of 500 devices in seconds, the same each time. */
export function createVirtualClock(start: number): VirtualClock {
  const queue = createQueue<{ readonly what: () => void; isOff: boolean }>();
  let now = start;
  return {
    now: () => now,
    at(time, what) {
      const entry = { what, isOff: false };
      queue.push(Math.max(time, now), entry);
      return () => {
        entry.isOff = true;
      };
    },
    advanceTo(time) {
      while (queue.nextAt() <= time) {
        now = Math.max(now, queue.nextAt());
        const entry = queue.pop();
        if (entry !== null && !entry.isOff) entry.what();
      }
      now = Math.max(now, time);
    },
  };
}
