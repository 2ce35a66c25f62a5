import type { SetTimer } from "../timer.ts";

/** Tries again after a failure, ever later. */
export interface BackOff {
  /** Plans another try. */
  failed(): void;
  /** What was tried succeeded: the next failure is a first one. */
  succeeded(): void;
  /** No try is planned any more. */
  cancel(): void;
}

const FIRST_MS = 1_000;
const LONGEST_MS = 10_000;

/** @param random 0 to 1, as `Math.random()`: when a server is back its tablets must not all knock at once. */
export function createBackOff(
  tryAgain: () => void,
  { setTimer, random }: { readonly setTimer: SetTimer; readonly random: () => number },
): BackOff {
  let failures = 0;
  let cancel = () => {};
  return {
    failed() {
      const base = Math.min(FIRST_MS * 2 ** failures, LONGEST_MS);
      failures += 1;
      cancel();
      cancel = setTimer(tryAgain, base * (0.5 + random()));
    },
    succeeded() {
      failures = 0;
    },
    cancel: () => cancel(),
  };
}
