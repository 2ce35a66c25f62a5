import type { SetTimer } from "../timer.ts";

/** Something that is asked again and again. */
export interface Asking {
  /** What it tells has changed: it is asked again, soon. */
  nudge(): void;
  close(): void;
}

export interface AskingOptions {
  /** Never rejects. */
  readonly ask: () => Promise<void>;
  readonly setTimer: SetTimer;
  /** ms from any start, as `performance.now()`. */
  readonly monotonic: () => number;
}

/** However quiet it is. */
const AT_LATEST_MS = 15_000;
/** However much happens. */
const AT_MOST_EVERY_MS = 1_000;

/** Asks at once, then when it is nudged and every 15 s; never twice at a time, never more than once a second ([FL3]). */
export function startAsking({ ask, setTimer, monotonic }: AskingOptions): Asking {
  let isUnderWay = false;
  let isOwed = false;
  let isClosed = false;
  let begunAt = Number.NEGATIVE_INFINITY;
  let cancel = () => {};

  function plan(afterMs: number): void {
    cancel();
    cancel = setTimer(() => void run(), afterMs);
  }

  function soon(): void {
    plan(Math.max(0, begunAt + AT_MOST_EVERY_MS - monotonic()));
  }

  async function run(): Promise<void> {
    isUnderWay = true;
    isOwed = false;
    begunAt = monotonic();
    await ask();
    isUnderWay = false;
    if (isClosed) return;
    if (isOwed) soon();
    else plan(AT_LATEST_MS);
  }

  void run();
  return {
    nudge() {
      if (isUnderWay) isOwed = true;
      else soon();
    },
    close() {
      isClosed = true;
      cancel();
    },
  };
}
