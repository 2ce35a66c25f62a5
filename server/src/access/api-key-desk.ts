import { KEY_PERMISSIONS, type Permission } from "@trame/shared";
import type { ApiKey } from "../store/access/access-rows.ts";
import { type Answer, done, no, oneRefusal } from "./answers.ts";
import type { Parts } from "./parts.ts";
import { createId, createToken, digestOf } from "./secrets.ts";

/** A key that a program is to have. */
export interface NewApiKey {
  readonly name: string;
  readonly permissions: readonly Permission[];
  /** UTC ms. */
  readonly expiresAt: number;
}

/** Keys of programs. */
export interface ApiKeyDesk {
  all(): ApiKey[];
  /** The key itself is told once. */
  add(key: NewApiKey): Promise<Answer<{ readonly key: string; readonly stored: ApiKey }>>;
  remove(id: string): Promise<Answer<null>>;
  /** Which one it is, as long as it lasts; being asked for is being used. */
  of(key: string): ApiKey | null;
  /** Whoever watches with a key that has expired is told. */
  sweep(): void;
}

/** Recognised where it should not be, such as in a public repository. */
const PREFIX = "trame_";
const DAY_MS = 86_400_000;
/** Somebody looks at each key at least once in so long. */
export const KEY_DAYS_MAX = 400;

export function createApiKeyDesk(
  { store, now, revocations, onError }: Parts,
  stored: readonly ApiKey[],
): ApiKeyDesk {
  const byDigest = new Map(stored.map(bounded).map((key) => [key.digest, key]));
  const told = new Set<string>();
  const all = (): ApiKey[] => [...byDigest.values()];

  function use(key: ApiKey): void {
    const day = Math.floor(now() / DAY_MS);
    if (key.usedDay === day) return;
    byDigest.set(key.digest, { ...key, usedDay: day });
    store.useApiKeys([{ id: key.id, day }]).catch(onError);
  }

  return {
    all,
    async add({ name, permissions, expiresAt }) {
      const at = now();
      if (permissions.some((permission) => !KEY_PERMISSIONS.includes(permission)))
        return no("api-key-permission", { path: "/permissions" });
      if (expiresAt <= at || expiresAt > at + KEY_DAYS_MAX * DAY_MS)
        return no("api-key-expiry", { path: "/expiresAt", blanks: { limit: KEY_DAYS_MAX } });
      const key = `${PREFIX}${createToken()}`;
      const about = { name: name.trim(), permissions: [...new Set(permissions)], expiresAt };
      const made = { id: createId(), digest: digestOf(key), ...about };
      const row: ApiKey = { ...made, createdAt: at, usedDay: null };
      const written = oneRefusal(await store.addApiKey(row, at));
      if (!written.ok) return written;
      byDigest.set(row.digest, row);
      return done({ key, stored: row });
    },
    async remove(id) {
      const written = oneRefusal(await store.removeApiKey(id, now()));
      if (!written.ok) return written;
      for (const key of all()) if (key.id === id) byDigest.delete(key.digest);
      revocations.tell([id]);
      return written;
    },
    of(shown) {
      const key = byDigest.get(digestOf(shown));
      if (key === undefined || now() >= key.expiresAt) return null;
      use(key);
      return key;
    },
    sweep() {
      for (const { id, expiresAt } of all()) {
        if (now() < expiresAt || told.has(id)) continue;
        told.add(id);
        revocations.tell([id]);
      }
    },
  };
}

/** Also where it was made when a key could be given more. */
function bounded(key: ApiKey): ApiKey {
  const permissions = key.permissions.filter((each) => KEY_PERMISSIONS.includes(each));
  return { ...key, permissions };
}
