import { batch, type ReadonlySignal, signal } from "@preact/signals";
import type { SetTimer } from "../timer.ts";
import { endSession, readMe } from "./ask-server.ts";
import type { Identity } from "./identity.ts";
import { isSignedIn, type Me } from "./me.ts";
import type { Waiting } from "./waiting.ts";

/** Asks the server who this browser is, and tells it who left. */
export interface Lookout {
  /** Nobody answered when it was last asked. */
  readonly isUnreached: ReadonlySignal<boolean>;
  /** `isSought`: something was refused, and somebody is to sign in where nobody is. */
  look(isSought?: boolean): Promise<void>;
  /** Somebody was let in. */
  arrive(): Promise<void>;
  /** The session ends, now or as soon as the server can be told. */
  leave(): Promise<void>;
  close(): void;
}

export interface LookoutOptions {
  readonly fetch: typeof fetch;
  readonly setTimer: SetTimer;
  readonly identity: Identity;
  readonly waiting: Waiting;
}

/** A server that starts is asked again after this long. */
const RETRY_MS = 5_000;
const NOBODY: Me = {
  ...{ kind: "anonymous", role: null, name: null, permissions: [] },
  ...{ setupNeeded: false, secure: true },
};

export function createLookout({ fetch, setTimer, identity, waiting }: LookoutOptions): Lookout {
  const isUnreached = signal(false);
  let isLeaving = false;
  let cancel = () => {};
  let asked = 0;

  async function look(isSought = false): Promise<void> {
    cancel();
    const mine = ++asked;
    if (isLeaving) isLeaving = !(await endSession(fetch));
    const found = isLeaving ? null : await readMe(fetch);
    // Who somebody has become since counts, not who they were when it was asked.
    if (mine !== asked) return;
    batch(() => {
      isUnreached.value = found === null;
      if (found !== null) become(found, isSought);
      // Whoever left is gone from this page, though the server can't be told yet.
      else if (isLeaving) identity.become(NOBODY);
    });
    if (found === null) cancel = setTimer(() => void look(), RETRY_MS);
  }

  /** Whose session has ended elsewhere finds their page as it was, behind the sign-in. */
  function become(found: Me, isSought: boolean): void {
    const isLost = isSignedIn(identity.me.peek()) || isSought;
    if (isLost && !isSignedIn(found)) waiting.want();
    identity.become(found);
  }

  return {
    isUnreached,
    look,
    arrive() {
      isLeaving = false;
      return look();
    },
    leave() {
      isLeaving = true;
      return look();
    },
    close() {
      cancel();
      asked += 1;
    },
  };
}
