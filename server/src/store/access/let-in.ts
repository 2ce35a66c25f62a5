import type { DayNumber } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { ApiKey, PairedScreen } from "./access-rows.ts";

/** When a key was last used. */
export interface Used {
  readonly id: string;
  readonly day: DayNumber;
}

/** When a screen was last connected or asked, UTC ms. */
export type SeenScreen = { readonly id: string; readonly seenAt: number };

/** A browser keeps the cookie of a wall for as long. */
const REMOVED_DAYS_MAX = 400;
const DAY_MS = 86_400_000;

/** The tables of what is let in without a person: programs by their keys, screens that were paired. */
export interface LetIn {
  readonly keys: {
    all(): ApiKey[];
    find(id: string): ApiKey | null;
    add(key: ApiKey): void;
    use(used: readonly Used[]): void;
    remove(id: string): void;
  };
  readonly screens: {
    all(): PairedScreen[];
    find(id: string): PairedScreen | null;
    add(screen: PairedScreen): void;
    /** What the screen holds from now on. */
    hand(id: string, digest: string): void;
    see(seen: readonly SeenScreen[]): void;
    /** What it holds is kept for {@link REMOVED_DAYS_MAX} days, so that it can be told. */
    remove(id: string, now: number): void;
    /** Digests of what removed screens hold. */
    removed(): string[];
  };
}

export function createLetIn(sqlite: Database): LetIn {
  return { keys: createKeys(sqlite), screens: createScreens(sqlite) };
}

type KeyRow = Omit<ApiKey, "permissions"> & { readonly permissions: string };

function createKeys(sqlite: Database): LetIn["keys"] {
  const columns = `id, digest, name, permissions, created_at AS createdAt, expires_at AS expiresAt,
    used_day AS usedDay`;
  const all = sqlite.prepare<[], KeyRow>(`SELECT ${columns} FROM api_keys ORDER BY created_at, id`);
  const find = sqlite.prepare<[string], KeyRow>(`SELECT ${columns} FROM api_keys WHERE id = ?`);
  const insert = sqlite.prepare<[KeyRow]>(
    `INSERT INTO api_keys (id, digest, name, permissions, created_at, expires_at, used_day)
     VALUES (@id, @digest, @name, @permissions, @createdAt, @expiresAt, @usedDay)`,
  );
  const use = sqlite.prepare<[Used]>("UPDATE api_keys SET used_day = @day WHERE id = @id");
  const remove = sqlite.prepare<[string]>("DELETE FROM api_keys WHERE id = ?");
  const read = (row: KeyRow): ApiKey => ({ ...row, permissions: JSON.parse(row.permissions) });
  return {
    all: () => all.all().map(read),
    find(id) {
      const row = find.get(id);
      return row === undefined ? null : read(row);
    },
    add: (key) => void insert.run({ ...key, permissions: JSON.stringify(key.permissions) }),
    use(used) {
      for (const each of used) use.run(each);
    },
    remove: (id) => void remove.run(id),
  };
}

function createScreens(sqlite: Database): LetIn["screens"] {
  const columns =
    "id, kind, name, station_id AS stationId, digest, paired_at AS pairedAt, seen_at AS seenAt";
  const all = sqlite.prepare<[], PairedScreen>(
    `SELECT ${columns} FROM screens ORDER BY paired_at, id`,
  );
  const find = sqlite.prepare<[string], PairedScreen>(
    `SELECT ${columns} FROM screens WHERE id = ?`,
  );
  const insert = sqlite.prepare<[PairedScreen]>(
    `INSERT INTO screens (id, kind, name, station_id, digest, paired_at, seen_at)
     VALUES (@id, @kind, @name, @stationId, @digest, @pairedAt, @seenAt)`,
  );
  const hand = sqlite.prepare<[string, string]>("UPDATE screens SET digest = ? WHERE id = ?");
  const see = sqlite.prepare<[SeenScreen]>("UPDATE screens SET seen_at = @seenAt WHERE id = @id");
  const remove = sqlite.prepare<[string]>("DELETE FROM screens WHERE id = ?");
  const keep = sqlite.prepare<[number, string]>(
    `INSERT OR IGNORE INTO removed_screens (digest, removed_at)
     SELECT digest, ? FROM screens WHERE id = ? AND digest IS NOT NULL`,
  );
  const forget = sqlite.prepare<[number]>("DELETE FROM removed_screens WHERE removed_at < ?");
  const removed = sqlite.prepare<[], string>("SELECT digest FROM removed_screens").pluck();
  return {
    all: () => all.all(),
    find: (id) => find.get(id) ?? null,
    add: (screen) => void insert.run(screen),
    hand: (id, digest) => void hand.run(digest, id),
    see(seen) {
      for (const each of seen) see.run(each);
    },
    remove(id, now) {
      forget.run(now - REMOVED_DAYS_MAX * DAY_MS);
      keep.run(now, id);
      remove.run(id);
    },
    removed: () => removed.all(),
  };
}
