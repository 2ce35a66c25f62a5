import type { Database } from "better-sqlite3";
import type { Account } from "./access-rows.ts";

/** The table of accounts. */
export interface Accounts {
  all(): Account[];
  find(id: string): Account | null;
  /** Whether another one than `id` is called so. */
  isTaken(nameKey: string, id: string): boolean;
  put(account: Account): void;
  remove(id: string): void;
  /** Administrators who may sign in, but for one. */
  administratorsBut(id: string): number;
  /** The same password, kept at another cost. */
  renew(id: string, password: { readonly before: string; readonly after: string }): void;
  /** The same secret of a phone, stored otherwise. */
  sealTotp(id: string, secret: { readonly before: string; readonly after: string }): void;
  /** False for a code of an interval that was used already, or of one before it. */
  useTotp(id: string, step: number): boolean;
}

const COLUMNS = `id, name, name_key AS nameKey, role, password, password_at AS passwordAt,
  password_until AS passwordUntil, totp_secret AS totpSecret, disabled_at AS disabledAt, created_at AS createdAt`;

export function createAccounts(sqlite: Database): Accounts {
  const all = sqlite.prepare<[], Account>(`SELECT ${COLUMNS} FROM accounts ORDER BY name_key`);
  const find = sqlite.prepare<[string], Account>(`SELECT ${COLUMNS} FROM accounts WHERE id = ?`);
  const taken = sqlite.prepare("SELECT 1 FROM accounts WHERE name_key = ? AND id <> ?");
  const upsert = sqlite.prepare<[Account]>(
    `INSERT INTO accounts (id, name, name_key, role, password, password_at, password_until, totp_secret, disabled_at,
       created_at)
     VALUES (@id, @name, @nameKey, @role, @password, @passwordAt, @passwordUntil, @totpSecret, @disabledAt,
       @createdAt)
     ON CONFLICT DO UPDATE SET name = excluded.name, name_key = excluded.name_key, role = excluded.role,
       password = excluded.password, password_at = excluded.password_at,
       password_until = excluded.password_until, disabled_at = excluded.disabled_at,
       totp_step = iif(totp_secret IS excluded.totp_secret, totp_step, NULL), totp_secret = excluded.totp_secret`,
  );
  const remove = sqlite.prepare<[string]>("DELETE FROM accounts WHERE id = ?");
  const others = sqlite
    .prepare<[string], number>(
      "SELECT count(*) FROM accounts WHERE role = 'administrator' AND disabled_at IS NULL AND id <> ?",
    )
    .pluck();
  const step = sqlite.prepare<[{ id: string; step: number }]>(
    "UPDATE accounts SET totp_step = @step WHERE id = @id AND (totp_step IS NULL OR totp_step < @step)",
  );
  const renew = sqlite.prepare<[string, string, string]>(
    "UPDATE accounts SET password = ? WHERE id = ? AND password = ?",
  );
  const seal = sqlite.prepare<[string, string, string]>(
    "UPDATE accounts SET totp_secret = ? WHERE id = ? AND totp_secret = ?",
  );
  return {
    all: () => all.all(),
    find: (id) => find.get(id) ?? null,
    isTaken: (nameKey, id) => taken.get(nameKey, id) !== undefined,
    put: (account) => void upsert.run(account),
    remove: (id) => void remove.run(id),
    administratorsBut: (id) => others.get(id) ?? 0,
    renew: (id, { before, after }) => void renew.run(after, id, before),
    sealTotp: (id, { before, after }) => void seal.run(after, id, before),
    useTotp: (id, of) => step.run({ id, step: of }).changes === 1,
  };
}
