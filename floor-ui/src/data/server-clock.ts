/** The server's time, told from its messages and a monotonic clock, never from the screen's own clock. */
export interface ServerClock {
  /** UTC ms; null before the first message. */
  now(): number | null;
  /** A message just arrived that was made at `serverTime`. */
  sync(serverTime: number): void;
}

/** A difference that no slow network explains: the server's clock was set. */
const STEP_MS = 2_000;

/** `monotonic` counts ms from any start, as `performance.now()` does. */
export function createServerClock(monotonic: () => number): ServerClock {
  let offset: number | null = null;
  return {
    now: () => (offset === null ? null : offset + monotonic()),
    sync(serverTime) {
      // A message can be late, never early: the highest offset is the truest, until the server's clock is set back.
      const seen = serverTime - monotonic();
      if (offset === null || seen > offset || offset - seen > STEP_MS) offset = seen;
    },
  };
}
