import type { Database } from "better-sqlite3";

/** Who wrote a line, as it can be told now: the journal itself has ids alone. */
export interface AuthorRead {
  readonly kind: "account" | "key" | "station" | "wall" | "token" | "local" | "anonymous";
  /** null for who has none. */
  readonly id: string | null;
  /** Of the account or the key, as it is called now; null for others, and for who is gone. */
  readonly name: string | null;
  /** The account or the key was deleted since. */
  readonly isGone: boolean;
}

/** Things of the journal that have an id and, elsewhere, a name. */
const NAMED: Readonly<Record<string, "accounts" | "api_keys" | "screens">> = {
  account: "accounts",
  session: "accounts",
  "sign-in-refused": "accounts",
  "api-key": "api_keys",
  screen: "screens",
};

/** Tells what an account, a key or a screen that a line is about is called now; null for others, and for what is gone. */
export function createSubjectReader(
  sqlite: Database,
): (what: string, subject: string | null) => string | null {
  const nameIn = (table: "accounts" | "api_keys" | "screens") =>
    sqlite.prepare<[string], string>(`SELECT name FROM ${table} WHERE id = ?`).pluck();
  const names = {
    accounts: nameIn("accounts"),
    api_keys: nameIn("api_keys"),
    screens: nameIn("screens"),
  };
  return (what, subject) => {
    const table = NAMED[what];
    return table === undefined || subject === null ? null : (names[table].get(subject) ?? null);
  };
}

/** Tells authors; names come from where accounts and keys are, at each reading ([JC8]). */
export function createAuthorReader(sqlite: Database): (author: string | null) => AuthorRead | null {
  const nameIn = (table: "accounts" | "api_keys") =>
    sqlite.prepare<[string], string>(`SELECT name FROM ${table} WHERE id = ?`).pluck();
  const names = { account: nameIn("accounts"), key: nameIn("api_keys") };

  return (author) => {
    if (author === null) return null;
    const [, kind = author, id = null] = /^([a-z]+):(.*)$/s.exec(author) ?? [];
    switch (kind) {
      case "account":
      case "key": {
        const name = names[kind].get(id ?? "") ?? null;
        return { kind, id, name, isGone: name === null };
      }
      case "station":
      case "wall":
      case "token":
      case "local":
      case "anonymous":
        return { kind, id, name: null, isGone: false };
      default:
        return null;
    }
  };
}
