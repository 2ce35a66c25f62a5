import { type ReadonlySignal, signal } from "@preact/signals";

/** What was asked of the server and waits for somebody to sign in. */
export interface Waiting {
  readonly isWanted: ReadonlySignal<boolean>;
  /** Asks for the sign-in, though nothing waits for it. */
  want(): void;
  /** Whether it may be asked again, once that is known. */
  wait(): Promise<boolean>;
  settle(isGranted: boolean): void;
  /** Somebody signed out: what waits is refused, and nobody is asked to come back until somebody is here again. */
  rest(): void;
  wake(): void;
}

export function createWaiting(): Waiting {
  const isWanted = signal(false);
  let waiting: ((isGranted: boolean) => void)[] = [];
  let isResting = false;

  function want(): void {
    if (!isResting) isWanted.value = true;
  }
  function settle(isGranted: boolean): void {
    const all = waiting;
    waiting = [];
    isWanted.value = false;
    for (const tell of all) tell(isGranted);
  }

  return {
    isWanted,
    want,
    settle,
    wait() {
      want();
      return isResting ? Promise.resolve(false) : new Promise((resolve) => waiting.push(resolve));
    },
    rest() {
      isResting = true;
      settle(false);
    },
    wake() {
      isResting = false;
    },
  };
}
