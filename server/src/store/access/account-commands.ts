import type { AccountRole } from "@trame/shared";
import { type Answer, refused } from "../catalogue/answer.ts";
import { noteChange } from "../journal/note-change.ts";
import type { Modules } from "../modules.ts";
import type { Account } from "./access-rows.ts";
import { createAccounts } from "./accounts.ts";
import { createSessions } from "./sessions.ts";

/** What of an account changes; what is not given stays. */
export interface AccountChange {
  readonly id: string;
  readonly role?: AccountRole;
  /** As it is stored. */
  readonly password?: string;
  /** Of a password that somebody else drew; see {@link Account}. */
  readonly passwordUntil?: number | null;
  readonly totpSecret?: string | null;
  readonly isDisabled?: boolean;
  /** The session in which it is done, which goes on where the others end; null: none. */
  readonly sessionId: string | null;
}

/** An account as it is now, and the sessions that ended with the change. */
export interface AccountChanged {
  readonly account: Account;
  readonly ended: readonly string[];
}

/** How many people of a workshop may sign in. */
const ACCOUNTS_MAX = 500;

/**
 * Who may sign in. Names are in the table of accounts alone: the journal gets the id. A role, a password or a second step that
 * changes ends the sessions that were begun with what was before, in the same transaction ([AC7]).
 */
export function createAccountCommands(modules: Modules) {
  const { facts, sqlite, transact } = modules;
  const accounts = createAccounts(sqlite);
  const sessions = createSessions(sqlite);

  function note(id: string, before: Account | null, { after, now }: Noted): void {
    noteChange(
      facts,
      { what: "account", subject: id, before: shown(before), after: shown(after) },
      now,
    );
  }

  function add(account: Account, now: number): Answer<null> {
    return transact(() => {
      if (accounts.isTaken(account.nameKey, account.id)) return taken();
      if (accounts.all().length >= ACCOUNTS_MAX) return refused({ code: "accounts-full" });
      accounts.put(account);
      note(account.id, null, { after: account, now });
      return { ok: true, value: null };
    });
  }

  return {
    /** The first one, once. */
    addFirstAccount(account: Account, now: number): Answer<null> {
      if (accounts.all().length > 0) return refused({ code: "setup-done" });
      return add(account, now);
    },
    addAccount: add,
    changeAccount(change: AccountChange, now: number): Answer<AccountChanged> {
      const before = accounts.find(change.id);
      if (before === null) return unknown();
      const account = changed(before, change, now);
      if (isLastAdministrator(before) && !isAdministrator(account)) return last();
      return transact(() => {
        accounts.put(account);
        note(account.id, before, { after: account, now });
        const ended = endsSessions(before, account)
          ? sessions.ofAccount(account.id).filter((id) => id !== keptOf(account, change))
          : [];
        sessions.end(ended);
        return { ok: true, value: { account, ended } };
      });
    },
    removeAccount(id: string, now: number): Answer<null> {
      const before = accounts.find(id);
      if (before === null) return unknown();
      if (isLastAdministrator(before)) return last();
      return transact(() => {
        accounts.remove(id);
        note(id, before, { after: null, now });
        return { ok: true, value: null };
      });
    },
    /** The same password, kept at another cost: no change that anybody made. */
    renewPassword: accounts.renew,
    /** The same secret of a phone, stored otherwise: no change that anybody made. */
    sealTotp: accounts.sealTotp,
    /** Puts by that a code was used; false when it was already ([AC9]). */
    useTotp: (id: string, step: number): boolean => accounts.useTotp(id, step),
  };

  function isLastAdministrator(account: Account): boolean {
    return isAdministrator(account) && accounts.administratorsBut(account.id) === 0;
  }
}

interface Noted {
  readonly after: Account | null;
  readonly now: number;
}

function changed(before: Account, change: AccountChange, now: number): Account {
  const { role = before.role, password = before.password, totpSecret = before.totpSecret } = change;
  const { isDisabled = before.disabledAt !== null } = change;
  return {
    ...before,
    ...{ role, password, totpSecret },
    passwordUntil:
      change.password === undefined ? before.passwordUntil : (change.passwordUntil ?? null),
    passwordAt: passwordAtOf(before, password, now),
    disabledAt: isDisabled ? (before.disabledAt ?? now) : null,
  };
}

/** Never twice the same: a session tells by it with which password it began. */
function passwordAtOf(before: Account, password: string, now: number): number {
  return password === before.password ? before.passwordAt : Math.max(now, before.passwordAt + 1);
}

function endsSessions(before: Account, after: Account): boolean {
  const { password, totpSecret, disabledAt } = after;
  const isStricter = totpSecret !== null && totpSecret !== before.totpSecret;
  return password !== before.password || isStricter || disabledAt !== null;
}

function keptOf({ disabledAt }: Account, { sessionId }: AccountChange): string | null {
  return disabledAt === null ? sessionId : null;
}

function isAdministrator({ role, disabledAt }: Account): boolean {
  return role === "administrator" && disabledAt === null;
}

/** What the journal may say of an account: nothing that is secret, and no name. */
function shown(account: Account | null): object | null {
  if (account === null) return null;
  const { role, passwordAt, totpSecret, disabledAt } = account;
  return { role, passwordAt, hasTotp: totpSecret !== null, isDisabled: disabledAt !== null };
}

function unknown() {
  return refused({ code: "account-unknown" });
}

function taken() {
  return refused({ code: "account-name-taken", path: "/name" });
}

function last() {
  return refused({ code: "last-administrator" });
}
