import { type ReadonlySignal, signal } from "@preact/signals";

/** What was asked of the server and waits for somebody to sign in. */
export interface Waiting {
  readonly isWanted: ReadonlySignal<boolean>;
  /** Asks for the sign-in, though nothing waits for it. */
  want(): void;
  /** Whether it may be asked again, once that is known. */
  wait(): Promise<boolean>;
  settle(isGranted: boolean): void;
}

export function createWaiting(): Waiting {
  const isWanted = signal(false);
  let waiting: ((isGranted: boolean) => void)[] = [];
  return {
    isWanted,
    want() {
      isWanted.value = true;
    },
    wait() {
      isWanted.value = true;
      return new Promise((resolve) => waiting.push(resolve));
    },
    settle(isGranted) {
      const all = waiting;
      waiting = [];
      isWanted.value = false;
      for (const tell of all) tell(isGranted);
    },
  };
}
