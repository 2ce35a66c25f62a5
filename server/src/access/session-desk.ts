import { withAuthor } from "../author.ts";
import type { Account, Session } from "../store/access/access-rows.ts";
import { endOf } from "./lifetimes.ts";
import type { Parts } from "./parts.ts";
import { createId, createToken, digestOf } from "./secrets.ts";

/** Somebody signed in; without an account: whoever has the admin token. */
export type SignedIn = Omit<Session, "accountId"> & { readonly accountId: string | null };

/** What a new session is of. */
export interface NewSession extends Pick<SignedIn, "isShared" | "device"> {
  /** As it was when its password was looked at; null: the admin token was shown. */
  readonly account: Pick<Account, "id" | "passwordAt"> | null;
}

/** A session that began; its token goes to the browser and nowhere else. */
export interface Begun {
  readonly token: string;
  readonly session: SignedIn;
}

/** Who is signed in. Kept in memory, since each request asks, and in the store, since a new start must not sign anybody out. */
export interface SessionDesk {
  /** Always with a new token ([AC8]); null when the account was disabled, deleted or given another password meanwhile. */
  begin(of: NewSession): Promise<Begun | null>;
  /** Whose token it is, as long as it lasts; being asked for is being used. */
  of(token: string): SignedIn | null;
  all(): SignedIn[];
  find(id: string): SignedIn | null;
  end(ids: readonly string[]): Promise<void>;
  /** The store has ended them already. */
  drop(ids: readonly string[]): void;
  /** Ends those whose time is over. */
  sweep(): Promise<void>;
}

/** Last use is written at most so often. */
const SAVED_EVERY_MS = 60_000;
/** Of one account; the one that was not used for longest ends. */
const SESSIONS_MAX = 20;

/** The admin token's own are in memory alone: nothing that follows from it is in the store. */
export function createSessionDesk(
  { store, now, revocations, onError }: Parts,
  stored: readonly Session[],
): SessionDesk {
  const byDigest = new Map<string, SignedIn>(stored.map((session) => [session.digest, session]));
  const savedAt = new Map(stored.map(({ id, seenAt }) => [id, seenAt]));
  const all = (): SignedIn[] => [...byDigest.values()];
  const find = (id: string): SignedIn | null => all().find((session) => session.id === id) ?? null;

  function drop(ids: readonly string[]): void {
    const known = ids.map(find).filter((session) => session !== null);
    for (const { id, digest } of known) {
      byDigest.delete(digest);
      savedAt.delete(id);
    }
    revocations.tell(known.map(({ id }) => id));
  }

  async function end(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    // Whoever was let in no longer is from now on, also while the disk is slow.
    drop(ids);
    await store.endSessions(ids);
  }

  function see(session: SignedIn): SignedIn {
    const seen = { ...session, seenAt: now() };
    byDigest.set(session.digest, seen);
    const last = savedAt.get(session.id) ?? session.createdAt;
    if (session.accountId !== null && seen.seenAt - last >= SAVED_EVERY_MS) {
      savedAt.set(session.id, seen.seenAt);
      store.seeSessions([{ id: session.id, seenAt: seen.seenAt }]).catch(onError);
    }
    return seen;
  }

  return {
    all,
    find,
    drop,
    end,
    async begin({ account, isShared, device }) {
      const token = createToken();
      const at = now();
      const about = { isShared, device, createdAt: at, seenAt: at };
      const key = { id: createId(), digest: digestOf(token) };
      const accountId = account?.id ?? null;
      const session = { ...key, accountId, ...about };
      if (account !== null) {
        const row = { ...session, accountId: account.id };
        if (!(await store.addSession(row, account.passwordAt))) return null;
      }
      // Known before anything else is waited for: who ends the account's sessions meanwhile ends this one too.
      byDigest.set(session.digest, session);
      savedAt.set(session.id, at);
      await noteBegun(store, session);
      await end(beyond(all().filter((other) => other.accountId === accountId)));
      return { token, session };
    },
    of(token) {
      const session = byDigest.get(digestOf(token));
      if (session === undefined) return null;
      if (now() < endOf(session)) return see(session);
      end([session.id]).catch(onError);
      return null;
    },
    async sweep() {
      const over = all().filter((session) => now() >= endOf(session));
      await end(over.map(({ id }) => id));
    },
  };
}

/** That somebody signed in is in the journal, in their own name: until now the request was nobody's ([JC7]). */
function noteBegun(
  store: Parts["store"],
  { accountId, isShared, createdAt }: SignedIn,
): Promise<void> {
  const author = accountId === null ? "token" : (`account:${accountId}` as const);
  const change = { subject: accountId, before: null, after: { isShared } };
  return withAuthor(author, () => store.noteChange({ what: "session", ...change }, createdAt));
}

function beyond(sessions: readonly SignedIn[]): string[] {
  const byUse = sessions.toSorted((a, b) => b.seenAt - a.seenAt || b.createdAt - a.createdAt);
  return byUse.slice(SESSIONS_MAX).map(({ id }) => id);
}
