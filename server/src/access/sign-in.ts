import type { Account } from "../store/access/access-rows.ts";
import type { AccountBook } from "./account-book.ts";
import { type Answer, BUSY, done, no, type Refused, tooSoon } from "./answers.ts";
import { nameKeyOf } from "./names.ts";
import type { Parts } from "./parts.ts";
import type { Begun, SessionDesk } from "./session-desk.ts";
import type { Try } from "./throttle.ts";
import { totpStepOf } from "./totp.ts";
import { isSealed } from "./totp-vault.ts";

/** What is typed to sign in, and where. */
export interface SignIn {
  readonly name: string;
  readonly password: string;
  /** Of the phone; null: not given. */
  readonly totp: string | null;
  readonly isShared: boolean;
  /** Remote address. */
  readonly terminal: string;
  readonly device: string | null;
  /** What the browser held until now: it ends, whosever it was ([AC8]). */
  readonly token: string | null;
}

export interface SignInDeps extends Parts {
  readonly book: AccountBook;
  readonly sessions: SessionDesk;
}

/**
 * Signs somebody in with a name and a password. One refusal, and one amount of work, for a name that nobody has, a wrong password
 * and an account that is disabled ([AC4]).
 */
export async function signIn(deps: SignInDeps, asked: SignIn): Promise<Answer<Begun>> {
  const { book, hash, throttle } = deps;
  const nameKey = nameKeyOf(asked.name);
  const begun = throttle.begin({ target: `name ${nameKey}`, terminal: asked.terminal });
  if (!begun.ok) return tooSoon(begun.waitMs);
  const account = book.byName(nameKey);
  const checked = await hash.verify(asked.password, account?.password ?? null);
  if (checked === "busy") {
    begun.attempt.withdraw();
    return BUSY;
  }
  if (account === null || !checked.isRight || !isAsBefore(deps, account)) {
    if (account !== null) noteRefused(deps, account);
    return about(account, no("sign-in-wrong"));
  }
  const refused = await checkPhone(deps, account, { totp: asked.totp, attempt: begun.attempt });
  if (refused !== null) {
    if (refused.refusal.code === "sign-in-wrong") noteRefused(deps, account);
    return about(account, refused);
  }
  begun.attempt.succeeded();
  if (isOver(account, deps.now())) return about(account, no("password-expired"));
  if (checked.isOld) await renew(deps, account, asked.password);
  return beginFor(deps, account, asked);
}

/** Told to nobody but whoever reads the security log. */
function about(account: Account | null, refused: Refused): Refused {
  return account === null ? refused : { ...refused, about: account.id };
}

/** Not waited for: a name that somebody has must take no longer than one that nobody has ([AC4]). */
function noteRefused({ store, now, onError }: SignInDeps, { id: subject }: Account): void {
  const change = { what: "sign-in-refused", subject, before: null, after: null } as const;
  store.noteChange(change, now()).catch(onError);
}

/** Nobody disabled it or changed its password while it was looked at. */
function isAsBefore({ book }: SignInDeps, { id, password }: Account): boolean {
  const present = book.find(id);
  return present !== null && present.disabledAt === null && present.password === password;
}

/** A password that somebody else drew and that was not exchanged in time. Only whoever knows it is told so. */
function isOver({ passwordUntil }: Account, now: number): boolean {
  return passwordUntil !== null && now >= passwordUntil;
}

/** A code counts once ([AC9]). That one is wanted tells whoever knew the password nothing that they could not try. */
async function checkPhone(
  { now, store }: SignInDeps,
  { id, totpSecret }: Account,
  { totp, attempt }: { readonly totp: string | null; readonly attempt: Try },
): Promise<Refused | null> {
  if (totpSecret === null) return null;
  if (totp === null) {
    attempt.withdraw();
    return no("totp-needed");
  }
  if (isSealed(totpSecret)) return no("totp-unreadable");
  const step = totpStepOf(totpSecret, totp, now());
  if (step === null || !(await store.useTotp(id, step))) return no("sign-in-wrong");
  return null;
}

/** What was kept at a smaller cost is kept at today's: only now is the password known. */
async function renew(
  { book, hash, store }: SignInDeps,
  { id, password: before }: Account,
  typed: string,
): Promise<void> {
  const after = await hash.make(typed);
  if (after === null) return;
  await store.renewPassword(id, { before, after });
  const present = book.find(id);
  if (present?.password === before) book.put({ ...present, password: after });
}

async function beginFor(
  { sessions }: SignInDeps,
  account: Account,
  { isShared, device, token }: Pick<SignIn, "isShared" | "device" | "token">,
): Promise<Answer<Begun>> {
  const before = token === null ? null : sessions.of(token);
  const begun = await sessions.begin({ account, isShared, device });
  if (before !== null) await sessions.end([before.id]);
  return begun === null ? no("sign-in-wrong") : done(begun);
}
