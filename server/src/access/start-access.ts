import { createHash, timingSafeEqual } from "node:crypto";
import { createAccountBook } from "./account-book.ts";
import { type AccountDesk, createAccountDesk, type NewAccount } from "./account-desk.ts";
import { type Answer, done, no, tooSoon } from "./answers.ts";
import { type ApiKeyDesk, createApiKeyDesk } from "./api-key-desk.ts";
import { createCredentials, type KnownBy } from "./credentials.ts";
import { type CheckPassword, createPasswordCheck } from "./own-password.ts";
import type { AccessStore, Parts } from "./parts.ts";
import { createPasswordHash, type ScryptCost } from "./password-hash.ts";
import { createPinDesk, type PinDesk } from "./pin-desk.ts";
import { createRevocations } from "./revocations.ts";
import { createScreenDesk, type ScreenDesk } from "./screen-desk.ts";
import { type Begun, createSessionDesk, type SessionDesk } from "./session-desk.ts";
import type { SetupCode } from "./setup.ts";
import { type SignIn, signIn } from "./sign-in.ts";
import { createThrottle } from "./throttle.ts";
import { createTotpDesk, type TotpDesk } from "./totp-desk.ts";
import { createTotpVault, type Sealing, sealPlain } from "./totp-vault.ts";

/** Who was let in, and how somebody is. */
export interface Access {
  /** What each request asks, and who is told when somebody is out. */
  readonly credentials: KnownBy;
  readonly accounts: AccountDesk;
  readonly sessions: SessionDesk;
  readonly totp: TotpDesk;
  readonly apiKeys: ApiKeyDesk;
  readonly screens: ScreenDesk;
  readonly pins: PinDesk;
  /** null: it is right. */
  readonly checkPassword: CheckPassword;
  signIn(asked: SignIn): Promise<Answer<Begun>>;
  /** With the admin token instead of an account. */
  signInByToken(asked: TokenSignIn): Promise<Answer<Begun>>;
  /** Makes the first account, whoever has the code of this start. */
  setUp(first: Setup): Promise<Answer<Begun>>;
  /** Ends what is over; done each minute. */
  sweep(): Promise<void>;
  close(): void;
}

/** The admin token, typed in a browser. */
export interface TokenSignIn extends Pick<SignIn, "isShared" | "terminal" | "device" | "token"> {
  readonly adminToken: string;
}

export interface Setup extends Omit<NewAccount, "role" | "isGiven">, Omit<SignIn, "totp"> {
  readonly code: string;
}

export interface AccessOptions {
  readonly store: AccessStore;
  /** UTC ms. */
  readonly now: () => number;
  readonly adminToken: string;
  readonly setupCode: SetupCode;
  /** Seals the secrets of phones. */
  readonly phones: Sealing;
  readonly onError: (error: unknown) => void;
  /** ms from any start; never falls. */
  readonly elapsed?: () => number;
  /** A cheap one for tests. */
  readonly cost?: ScryptCost;
}

const SWEEP_EVERY_MS = 60_000;

/** Reads who was let in before, and ends what was over meanwhile. */
export async function startAccess(options: AccessOptions): Promise<Access> {
  const { store, now, elapsed = () => performance.now(), onError } = options;
  const state = await store.readAccess();
  const parts: Parts = {
    ...{ store, now, onError },
    hash: createPasswordHash(options.cost),
    throttle: createThrottle(elapsed),
    vault: createTotpVault(options.phones),
    revocations: createRevocations(),
  };
  await sealPlain(parts, state.accounts);
  const book = createAccountBook(state.accounts, parts.vault.open);
  const sessions = createSessionDesk(parts, state.sessions);
  const deps = { ...parts, book, sessions, checkPassword: createPasswordCheck(parts, book) };
  const accounts = createAccountDesk(deps);
  const apiKeys = createApiKeyDesk(parts, state.apiKeys);

  const screens = createScreenDesk(parts, state);
  const { onRevoked } = parts.revocations;
  const credentials = createCredentials({ accounts, apiKeys, onRevoked, screens, sessions });

  async function sweep(): Promise<void> {
    apiKeys.sweep();
    screens.sweep();
    await sessions.sweep();
  }

  options.setupCode.settle(accounts.isEmpty);
  await sweep();
  const timer = setInterval(() => void sweep().catch(onError), SWEEP_EVERY_MS);
  timer.unref();
  return {
    ...{ accounts, apiKeys, sessions, sweep, checkPassword: deps.checkPassword },
    totp: createTotpDesk(deps),
    ...{ screens, credentials },
    pins: createPinDesk(parts),
    signIn: (asked) => signIn(deps, asked),
    signInByToken: createTokenSignIn(options, { parts, sessions }),
    setUp: createSetUp(options, { parts, accounts, sessions }),
    close: () => clearInterval(timer),
  };
}

function createTokenSignIn(
  { adminToken }: AccessOptions,
  { parts, sessions }: { readonly parts: Parts; readonly sessions: SessionDesk },
): Access["signInByToken"] {
  const right = sha256(adminToken);
  return async ({ adminToken: shown, isShared, device, terminal, token }) => {
    const begun = parts.throttle.begin({ target: "token", terminal });
    if (!begun.ok) return tooSoon(begun.waitMs);
    if (!timingSafeEqual(sha256(shown), right)) return no("token-wrong");
    begun.attempt.succeeded();
    const before = token === null ? null : sessions.of(token);
    const session = await sessions.begin({ account: null, isShared, device });
    if (before !== null) await sessions.end([before.id]);
    return session === null ? no("token-wrong") : done(session);
  };
}

function createSetUp(
  { setupCode }: AccessOptions,
  { parts, accounts, sessions }: SetUpParts,
): Access["setUp"] {
  return async ({ code, name, password, isShared, device, terminal }) => {
    if (!accounts.isEmpty) return no("setup-done");
    const begun = parts.throttle.begin({ target: "setup", terminal });
    if (!begun.ok) return tooSoon(begun.waitMs);
    if (!setupCode.isRight(code)) return no("setup-code-wrong", { path: "/code" });
    begun.attempt.succeeded();
    const made = await accounts.addFirst({ name, password });
    if (!made.ok) return made;
    setupCode.settle(false);
    const session = await sessions.begin({ account: made.value, isShared, device });
    return session === null ? no("sign-in-wrong") : done(session);
  };
}

interface SetUpParts {
  readonly parts: Parts;
  readonly accounts: AccountDesk;
  readonly sessions: SessionDesk;
}

function sha256(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
