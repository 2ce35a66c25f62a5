import type { SetTimer } from "../timer.ts";
import type { StationStorage } from "./storage.ts";
import type { Duty } from "./tabs.ts";

/** What the turn by a lease on the disk needs. */
export interface LeaseOptions {
  readonly storage: Pick<StationStorage, "takeLease">;
  /** Of this tab; nobody else's. */
  readonly owner: string;
  /** UTC ms. */
  readonly now: () => number;
  readonly setTimer: SetTimer;
}

const LEASE_MS = 6_000;
const RENEW_MS = 2_000;

/** The turn by the browser's own locks, which a tab that dies gives up at once. HTTPS only. */
export function createLockDuty(locks: LockManager, name: string): Duty {
  let isClosed = false;
  let release = () => {};
  let onChange: (isOnDuty: boolean) => void = () => {};
  let asked = 0;
  /** The request that holds the lock; 0 while none of ours does. */
  let holder = 0;
  let isInLine = false;

  function ask(isForced: boolean): void {
    asked += 1;
    const mine = asked;
    const hold = () => {
      if (!isForced) isInLine = false;
      if (isClosed) return undefined;
      holder = mine;
      onChange(true);
      return new Promise<void>((resolve) => {
        release = resolve;
      });
    };
    locks.request(name, isForced ? { steal: true } : {}, hold).catch(() => lose(mine));
  }

  /** Another tab took the lock: this one waits for it again. */
  function lose(request: number): void {
    if (holder !== request) return;
    holder = 0;
    onChange(false);
    standInLine();
  }

  function standInLine(): void {
    if (isInLine || isClosed) return;
    isInLine = true;
    ask(false);
  }

  return {
    start(listener) {
      onChange = listener;
      if (holder === 0) standInLine();
      else listener(true);
    },
    take() {
      if (holder === 0) ask(true);
    },
    close() {
      isClosed = true;
      onChange = () => {};
      release();
    },
  };
}

/** The turn by a lease on the disk, for plain HTTP: a tab that dies loses it after six seconds. */
export function createLeaseDuty({ storage, owner, now, setTimer }: LeaseOptions): Duty {
  let isClosed = false;
  let cancel = () => {};
  let onChange: (isOnDuty: boolean) => void = () => {};

  async function renew(isForced: boolean): Promise<void> {
    cancel();
    const lease = { now: now(), ms: LEASE_MS, isForced };
    // Where the disk fails nothing waits on it either: alone or not, this tab may send.
    const isOurs = await storage.takeLease(owner, lease).catch(() => true);
    if (isClosed) return;
    onChange(isOurs);
    cancel();
    cancel = setTimer(again, RENEW_MS);
  }

  function again(): void {
    renew(false).catch(() => {});
  }

  return {
    start(listener) {
      onChange = listener;
      again();
    },
    take() {
      renew(true).catch(() => {});
    },
    close() {
      isClosed = true;
      cancel();
    },
  };
}
