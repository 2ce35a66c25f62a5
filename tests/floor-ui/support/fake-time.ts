import type { SetTimer } from "../../../floor-ui/src/data/timer.ts";

/** A clock that stands still until it is told to go on, and the timers that hang on it. */
export interface FakeTime {
  readonly setTimer: SetTimer;
  /** ms, as `performance.now()`. */
  readonly monotonic: () => number;
  /** Runs all that falls due within `ms`, each at its own time. */
  advance(ms: number): void;
  /** Delays of the timers that wait, in order. */
  waiting(): number[];
}

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

/** Starts at 1 000 ms. */
export function createFakeTime(): FakeTime {
  let now = 1000;
  const timers = new Set<Timer>();
  const inOrder = () => [...timers].sort((a, b) => a.at - b.at);
  return {
    monotonic: () => now,
    setTimer(run, afterMs) {
      const timer = { at: now + afterMs, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance(ms) {
      const end = now + ms;
      for (;;) {
        const next = inOrder()[0];
        if (next === undefined || next.at > end) break;
        timers.delete(next);
        now = Math.max(now, next.at);
        next.run();
      }
      now = end;
    },
    waiting: () => inOrder().map((timer) => timer.at - now),
  };
}
