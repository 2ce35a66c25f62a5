import type { SetTimer } from "../../data/timer.ts";

/** Held at least this long, a press chooses. Nothing on the screen runs meanwhile: it is no countdown. */
const HOLD_MS = 800;

/** One switch: a press goes on to the next control, a long one chooses it. */
export interface OneSwitch {
  /** Pressed; a key's repeats are no presses. */
  down(): void;
  /** Let go. */
  up(): void;
  close(): void;
}

/** `targets` are the controls of the screen as it is at that moment, in reading order. */
export function createOneSwitch(
  targets: () => readonly HTMLElement[],
  setTimer: SetTimer,
): OneSwitch {
  let isDown = false;
  let hasChosen = false;
  let cancelTimer = () => {};

  const current = () => targets().find((target) => target === document.activeElement);

  function choose(): void {
    hasChosen = true;
    (current() ?? targets()[0])?.click();
  }

  function goOn(): void {
    const all = targets();
    const here = current();
    const next = here === undefined ? 0 : (all.indexOf(here) + 1) % all.length;
    all[next]?.focus();
  }

  return {
    down() {
      if (isDown) return;
      isDown = true;
      hasChosen = false;
      cancelTimer = setTimer(choose, HOLD_MS);
    },
    up() {
      cancelTimer();
      if (isDown && !hasChosen) goOn();
      isDown = false;
    },
    close: () => cancelTimer(),
  };
}
