import type { Database } from "better-sqlite3";
import type { Session } from "./access-rows.ts";

/** When a session was last used, UTC ms. */
export type Seen = Pick<Session, "id" | "seenAt">;

/** The table of sessions. */
export interface Sessions {
  all(): Session[];
  ofAccount(accountId: string): string[];
  /** False when its account was disabled, deleted or given another password since that moment. */
  add(session: Session, passwordAt: number): boolean;
  see(seen: readonly Seen[]): void;
  end(ids: readonly string[]): void;
}

type Row = Omit<Session, "isShared"> & { readonly isShared: number };

export function createSessions(sqlite: Database): Sessions {
  const all = sqlite.prepare<[], Row>(
    `SELECT id, digest, account_id AS accountId, is_shared AS isShared, device, created_at AS createdAt,
       seen_at AS seenAt FROM sessions ORDER BY created_at, id`,
  );
  const ofAccount = sqlite
    .prepare<[string], string>("SELECT id FROM sessions WHERE account_id = ?")
    .pluck();
  const insert = sqlite.prepare<[Row & { readonly passwordAt: number }]>(
    `INSERT INTO sessions (id, digest, account_id, is_shared, device, created_at, seen_at)
     SELECT @id, @digest, id, @isShared, @device, @createdAt, @seenAt FROM accounts
     WHERE id = @accountId AND password_at = @passwordAt AND disabled_at IS NULL`,
  );
  const see = sqlite.prepare<[Seen]>("UPDATE sessions SET seen_at = @seenAt WHERE id = @id");
  const end = sqlite.prepare<[string]>("DELETE FROM sessions WHERE id = ?");
  return {
    all: () => all.all().map((row) => ({ ...row, isShared: row.isShared === 1 })),
    ofAccount: (accountId) => ofAccount.all(accountId),
    add(session, passwordAt) {
      const row = { ...session, passwordAt, isShared: session.isShared ? 1 : 0 };
      return insert.run(row).changes === 1;
    },
    see(seen) {
      for (const each of seen) see.run(each);
    },
    end(ids) {
      for (const id of ids) end.run(id);
    },
  };
}
