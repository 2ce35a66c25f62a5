import type { AccountRole } from "@trame/shared";
import type { Account } from "../store/access/access-rows.ts";
import type { AccountChange } from "../store/access/account-commands.ts";
import type { AccountBook } from "./account-book.ts";
import { type Answer, done, no, oneRefusal } from "./answers.ts";
import { createAccountMaker, createPasswordMaker, givenUntil } from "./make-account.ts";
import type { CheckPassword } from "./own-password.ts";
import type { Parts } from "./parts.ts";
import { isSamePassword } from "./password-hash.ts";
import type { SessionDesk } from "./session-desk.ts";

/** What somebody else may change of an account. */
export interface AccountEdit {
  readonly role?: AccountRole;
  /** Drawn by whoever changes it: it opens nothing but the choice of another. */
  readonly password?: string;
  readonly isDisabled?: boolean;
  /** The second step is taken away: whoever lost their phone signs in with the password alone. */
  readonly dropsTotp?: boolean;
}

/** Changes one's own password. */
export interface PasswordChange {
  readonly id: string;
  readonly before: string;
  readonly after: string;
  /** Goes on where the others end. */
  readonly sessionId: string;
  readonly terminal: string;
}

/** Where from a change is made: the session goes on if it is of that account; null: by a key or the token. */
export type Editing = { readonly id: string; readonly sessionId: string | null };

export interface NewAccount {
  readonly name: string;
  readonly password: string;
  readonly role: AccountRole;
  /** Somebody else drew the password; it opens nothing but the choice of another. */
  readonly isGiven: boolean;
}

/** Who may sign in, and as what. */
export interface AccountDesk {
  /** There is none yet. */
  readonly isEmpty: boolean;
  all(): Account[];
  find(id: string): Account | null;
  add(account: NewAccount): Promise<Answer<Account>>;
  /** The first one, an administrator; refused once there is any. */
  addFirst(account: Omit<NewAccount, "role" | "isGiven">): Promise<Answer<Account>>;
  change(editing: Editing, edit: AccountEdit): Promise<Answer<Account>>;
  remove(id: string): Promise<Answer<null>>;
  changePassword(change: PasswordChange): Promise<Answer<null>>;
}

/** What of it the store is told. */
type StoredChange = Omit<AccountChange, keyof Editing>;

export interface AccountDeps extends Parts {
  readonly book: AccountBook;
  readonly sessions: SessionDesk;
  readonly checkPassword: CheckPassword;
}

export function createAccountDesk(deps: AccountDeps): AccountDesk {
  const { book, store, now, sessions, checkPassword } = deps;
  const hashed = createPasswordMaker(deps);
  const make = createAccountMaker(deps, hashed);
  const { write, sessionsOf } = createAccountWriting(deps);

  async function put(
    made: Answer<Account>,
    add: (account: Account, now: number) => ReturnType<typeof store.addAccount>,
  ): Promise<Answer<Account>> {
    if (!made.ok) return made;
    const written = oneRefusal(await add(made.value, now()));
    if (!written.ok) return written;
    book.put(made.value);
    return made;
  }

  return {
    get isEmpty() {
      return book.all().length === 0;
    },
    all: book.all,
    find: book.find,
    add: async (account) => put(await make(account), store.addAccount),
    addFirst: async (account) =>
      put(await make({ ...account, role: "administrator", isGiven: false }), store.addFirstAccount),
    async change(editing, { password, dropsTotp, ...edit }) {
      const account = book.find(editing.id);
      if (account === null) return no("account-unknown");
      const { name } = account;
      const kept =
        password === undefined ? null : await hashed(password, { name, path: "/password" });
      if (kept !== null && !kept.ok) return kept;
      return write(editing, {
        ...edit,
        ...(kept !== null && { password: kept.value, passwordUntil: givenUntil(now()) }),
        ...(dropsTotp === true && { totpSecret: null }),
      });
    },
    async remove(id) {
      const ended = sessionsOf(id);
      const answer = oneRefusal(await store.removeAccount(id, now()));
      if (!answer.ok) return answer;
      book.drop(id);
      sessions.drop([...ended, ...sessionsOf(id)]);
      return done(null);
    },
    async changePassword({ id, before, after, sessionId, terminal }) {
      const account = book.find(id);
      if (account === null) return no("account-unknown");
      const refused = await checkPassword({ id, password: before, terminal });
      if (refused !== null) return refused;
      if (isSamePassword(before, after)) return no("password-same", { path: "/new" });
      const kept = await hashed(after, { name: account.name, path: "/new" });
      if (!kept.ok) return kept;
      const answer = await write({ id, sessionId }, { password: kept.value });
      return answer.ok ? done(null) : answer;
    },
  };
}

/** Writes a change, and lets everybody know whom it puts out. */
function createAccountWriting({ book, now, revocations, sessions, store }: AccountDeps) {
  const sessionsOf = (id: string): string[] =>
    sessions.all().flatMap((session) => (session.accountId === id ? [session.id] : []));
  return {
    sessionsOf,
    async write(editing: Editing, change: StoredChange): Promise<Answer<Account>> {
      const before = book.find(editing.id);
      const answer = oneRefusal(await store.changeAccount({ ...editing, ...change }, now()));
      if (!answer.ok) return answer;
      const { account, ended } = answer.value;
      book.put(account);
      sessions.drop(ended);
      // Who may do something else now is asked for anew, also where a socket was open.
      if (before?.role !== account.role) revocations.tell(sessionsOf(editing.id));
      return done(account);
    },
  };
}
