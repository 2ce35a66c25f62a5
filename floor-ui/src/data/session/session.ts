import type { ReadonlySignal } from "@preact/signals";
import type { Permission } from "@trame/shared";
import type { SetTimer } from "../timer.ts";
import { askToEnter, type Entry, type SignInAnswer } from "./ask-server.ts";
import { createIdentity } from "./identity.ts";
import { createLookout } from "./lookout.ts";
import type { Me } from "./me.ts";
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

/** A password that somebody else drew, and the one that takes its place. */
export interface Choice {
  readonly given: string;
  readonly own: string;
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
  /** Whoever was given a password chooses their own. */
  choosePassword(choice: Choice, language: string): Promise<SignInAnswer>;
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

/** Asks at once who this is, and again until the server has answered. */
export function createSession({ fetch, setTimer }: SessionOptions): Session {
  const identity = createIdentity();
  const waiting = createWaiting();
  const lookout = createLookout({ fetch, setTimer, identity, waiting });
  const { me, turn, owner } = identity;
  const { isUnreached, leave } = lookout;

  async function enter(entry: Entry): Promise<SignInAnswer> {
    const answer = await askToEnter(fetch, entry);
    if (!answer.ok) return answer;
    const before = identity.last();
    waiting.wake();
    await lookout.arrive();
    waiting.settle(before === null || before === identity.last());
    return answer;
  }

  void lookout.look();
  return {
    ...{ me, turn, owner, isUnreached, isWanted: waiting.isWanted },
    look: () => lookout.look(),
    seek: () => lookout.look(true),
    // Behind the sign-in a page stays as it was.
    can: (permission) =>
      me.value?.permissions.includes(permission) === true ||
      (waiting.isWanted.value && identity.kept().includes(permission)),
    signIn: (body, language) => enter({ path: "/api/v1/sessions", body, language }),
    setUp: (body, language) => enter({ path: "/api/v1/setup", body, language }),
    choosePassword: ({ given, own }, language) =>
      enter({ path: "/api/v1/accounts/me/password", body: { old: given, new: own }, language }),
    async signOut() {
      waiting.rest();
      identity.forget();
      await leave();
      identity.clear();
    },
    stepAway() {
      waiting.want();
      return leave();
    },
    waitForSignIn: waiting.wait,
    giveUp: () => waiting.settle(false),
    close() {
      lookout.close();
      waiting.settle(false);
    },
  };
}
