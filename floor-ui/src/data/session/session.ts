import { batch, type ReadonlySignal, signal } from "@preact/signals";
import type { Permission } from "@trame/shared";
import type { SetTimer } from "../timer.ts";
import { askToEnter, type Entry, endSession, readMe, type SignInAnswer } from "./ask-server.ts";
import { createIdentity } from "./identity.ts";
import { isSignedIn, type Me } from "./me.ts";
import { createWaiting } from "./waiting.ts";

/** What is typed to sign in. */
export type SignIn =
  | {
      readonly name: string;
      readonly password: string;
      readonly totp?: string;
      readonly isShared: boolean;
    }
  | { readonly token: string };

/** What the first start asks for. */
export interface Setup {
  readonly code: string;
  readonly name: string;
  readonly password: string;
}

/** Who this browser is, for all of its pages. The proof is a cookie that no page can read ([AU1]). */
export interface Session {
  /** null until the server told it. */
  readonly me: ReadonlySignal<Me | null>;
  /** Nobody answered when it was last asked. */
  readonly isUnreached: ReadonlySignal<boolean>;
  /** Rises each time this browser becomes somebody else: what was read is then read again. */
  readonly turn: ReadonlySignal<number>;
  /** Rises each time another person is here: what the one before typed is not theirs. */
  readonly owner: ReadonlySignal<number>;
  /** Something was asked that nobody may who is not known: it waits until somebody has signed in. */
  readonly isWanted: ReadonlySignal<boolean>;
  can(permission: Permission): boolean;
  /** Asks the server again who this is. */
  look(): Promise<void>;
  /** The same, after something was refused: where nobody is signed in it is asked for in the same breath, so that no page is left. */
  seek(): Promise<void>;
  signIn(as: SignIn, language: string): Promise<SignInAnswer>;
  setUp(first: Setup, language: string): Promise<SignInAnswer>;
  signOut(): Promise<void>;
  /** Nobody is at this device any more: what is on its page waits behind the sign-in for the one who left. */
  stepAway(): Promise<void>;
  /** Whether the one who was here signed in again, once somebody did or gave up: nobody saves what another typed ([AU2]). */
  waitForSignIn(): Promise<boolean>;
  /** Nobody signs in now: what waited is refused. */
  giveUp(): void;
  close(): void;
}

export interface SessionOptions {
  readonly fetch: typeof fetch;
  readonly setTimer: SetTimer;
}

/** A server that starts is asked again after this long. */
const RETRY_MS = 5_000;
const NOBODY: Me = {
  ...{ kind: "anonymous", role: null, name: null, permissions: [] },
  ...{ setupNeeded: false, secure: true },
};

/** Asks at once who this is, and again until the server has answered. */
export function createSession({ fetch, setTimer }: SessionOptions): Session {
  const identity = createIdentity();
  const waiting = createWaiting();
  const { me, turn, owner } = identity;
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
      // Whose session has ended elsewhere finds their page as it was, behind the sign-in.
      const isLost = isSignedIn(me.peek()) && identity.last() !== null;
      if (found !== null && !isSignedIn(found) && (isSought || isLost)) waiting.want();
      if (found !== null) identity.become(found);
      // Whoever left is gone from this page, though the server can't be told yet.
      else if (isLeaving) identity.become(NOBODY);
    });
    if (found === null) cancel = setTimer(() => void look(), RETRY_MS);
  }

  async function enter(entry: Entry): Promise<SignInAnswer> {
    const answer = await askToEnter(fetch, entry);
    if (!answer.ok) return answer;
    const before = identity.last();
    isLeaving = false;
    await look();
    waiting.settle(before === null || before === identity.last());
    return answer;
  }

  function leave(): Promise<void> {
    isLeaving = true;
    return look();
  }

  void look();
  return {
    ...{ me, turn, owner, isUnreached, isWanted: waiting.isWanted },
    look: () => look(),
    seek: () => look(true),
    can: (permission) => me.value?.permissions.includes(permission) === true,
    signIn: (body, language) => enter({ path: "/api/v1/sessions", body, language }),
    setUp: (body, language) => enter({ path: "/api/v1/setup", body, language }),
    signOut() {
      waiting.settle(false);
      identity.forget();
      return leave();
    },
    stepAway() {
      waiting.want();
      return leave();
    },
    waitForSignIn: waiting.wait,
    giveUp: () => waiting.settle(false),
    close() {
      cancel();
      asked += 1;
      waiting.settle(false);
    },
  };
}
