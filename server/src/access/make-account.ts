import type { Account } from "../store/access/access-rows.ts";
import type { NewAccount } from "./account-desk.ts";
import { type Answer, BUSY, done, no } from "./answers.ts";
import { nameKeyOf } from "./names.ts";
import type { Parts } from "./parts.ts";
import { passwordFault } from "./password-rules.ts";
import { createId } from "./secrets.ts";

/** An account as it would be stored. */
export function createAccountMaker({ now }: Parts, hashed: MakePassword) {
  return async ({ name, password, role, isGiven }: NewAccount): Promise<Answer<Account>> => {
    const shown = name.trim().replace(/\s+/g, " ");
    const nameKey = nameKeyOf(shown);
    if (nameKey === "") return no("account-name-empty", { path: "/name" });
    const kept = await hashed(password, { name: shown, path: "/password" });
    if (!kept.ok) return kept;
    const at = now();
    const passwordUntil = isGiven ? givenUntil(at) : null;
    const secret = { password: kept.value, passwordAt: at, passwordUntil, totpSecret: null };
    const since = { disabledAt: null, createdAt: at };
    return done({ id: createId(), name: shown, nameKey, role, ...secret, ...since });
  };
}

/** Until when a password that somebody else drew can be exchanged for one's own: whoever is away for a weekend still finds it. */
export function givenUntil(now: number): number {
  return now + GIVEN_FOR_MS;
}

const GIVEN_FOR_MS = 7 * 86_400_000;

export type MakePassword = (
  password: string,
  of: { readonly name: string; readonly path: string },
) => Promise<Answer<string>>;

/** Looks at a password that somebody chooses, and answers it as it is stored. */
export function createPasswordMaker({ hash, store, now }: Parts): MakePassword {
  return async (password, { name, path }) => {
    const plans = await store.plans();
    const plan = plans.findLast(({ from }) => from <= now())?.plan;
    const fault = passwordFault(password, [name, plan?.workshop.name ?? "", "trame"]);
    if (fault !== null) return no(fault.code, { path, blanks: { limit: fault.limit } });
    const kept = await hash.make(password);
    return kept === null ? BUSY : done(kept);
  };
}
