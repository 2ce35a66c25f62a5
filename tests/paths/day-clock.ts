/** The machine's clock, turned by hand: it stands still until it is told to go on, so that what is asked one after the other is asked at one moment. */
import { vi } from "vitest";

export interface DayClock {
  /** UTC ms. */
  now(): number;
  /** Jumps ahead to that moment; stays where it is when that has passed. */
  goTo(at: number): void;
}

/** Sets the clock of this process, for this test. Both faces of it are turned, so that no server sees a step. */
export function startDayClock(start: number): DayClock {
  const began = performance.now();
  let now = start;
  vi.spyOn(performance, "now").mockImplementation(() => began + now - start);
  vi.spyOn(Date, "now").mockImplementation(() => now);
  return {
    now: () => now,
    goTo(moment) {
      now = Math.max(now, Math.floor(moment));
    },
  };
}
