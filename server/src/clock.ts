/** The server's clock: monotonic, and told when the machine's own clock steps ([D5]). */
export interface ServerClock {
  /** UTC ms. Never falls, but for a step. */
  now(): number;
  close(): void;
}

export interface ClockSources {
  /** The machine's clock, UTC ms. */
  readonly wall: () => number;
  /** Milliseconds since any fixed moment; never falls. */
  readonly monotonic: () => number;
}

export interface ClockOptions {
  readonly sources?: ClockSources;
  /** Called before the clock moves: what was observed until now moves by so much. */
  readonly onStep: (byMs: number) => void;
  /** Called after the clock moved: whoever waits for a moment counts anew from here. */
  readonly onStepped?: () => void;
}

/** A difference above this is a step; below, the clock draws near it slowly. ms */
const STEP_MS = 2_000;
const CHECK_EVERY_MS = 1_000;
/** Share of a small difference that is made up at each check. */
const SLEW = 0.1;

/**
 * `received` is a monotonic clock plus an offset, so that a machine without a clock battery, which learns the time
 * late, can date again what it has received.
 */
export function startClock({
  sources = MACHINE,
  onStep,
  onStepped,
}: ClockOptions): ServerClock & { check(): void } {
  let offset = sources.wall() - sources.monotonic();
  // A clock that is drawn back stands still instead: what came later is never dated earlier.
  let last = -Infinity;
  function now(): number {
    last = Math.max(last, Math.floor(sources.monotonic() + offset));
    return last;
  }
  function check(): void {
    const difference = sources.wall() - sources.monotonic() - offset;
    if (Math.abs(difference) <= STEP_MS) {
      offset += difference * SLEW;
      return;
    }
    onStep(Math.round(difference));
    offset += difference;
    last = -Infinity;
    onStepped?.();
  }
  const timer = setInterval(check, CHECK_EVERY_MS);
  timer.unref();
  return { now, check, close: () => clearInterval(timer) };
}

const MACHINE: ClockSources = { wall: () => Date.now(), monotonic: () => performance.now() };
