import { type ReadonlySignal, signal } from "@preact/signals";
import type { SetTimer } from "../timer.ts";

/** Watches whether anybody is still at a device that several people use ([AU6]). */
export interface IdleWatch {
  /** Seconds left before it signs out; null while that is not near. */
  readonly left: ReadonlySignal<number | null>;
  /** Somebody is there. */
  touch(): void;
  close(): void;
}

export interface IdleOptions {
  /** So long without a touch or a key, ms. */
  readonly limitMs: number;
  readonly setTimer: SetTimer;
  /** ms from any start, as `performance.now()`: a tablet that slept knows when it wakes. */
  readonly monotonic: () => number;
  /** The time is over. */
  readonly onEnd: () => void;
}

/** So long before the end it is told. */
const WARN_MS = 60_000;
const SECOND_MS = 1_000;

export function startIdleWatch({ limitMs, setTimer, monotonic, onEnd }: IdleOptions): IdleWatch {
  const left = signal<number | null>(null);
  let touchedAt = monotonic();
  let cancel = () => {};

  function look(): void {
    const rest = limitMs - (monotonic() - touchedAt);
    if (rest <= 0) {
      left.value = 0;
      onEnd();
      return;
    }
    const isNear = rest <= WARN_MS;
    left.value = isNear ? Math.ceil(rest / SECOND_MS) : null;
    cancel = setTimer(look, isNear ? SECOND_MS : rest - WARN_MS);
  }

  look();
  return {
    left,
    touch() {
      touchedAt = monotonic();
      if (left.peek() === null) return;
      cancel();
      look();
    },
    close: () => cancel(),
  };
}
