import { AsyncLocalStorage } from "node:async_hooks";

/**
 * Who writes, as the journal keeps it; never a name. null: nobody, what the server or a counter says by itself.
 * `local` is somebody at the server's own machine who did not sign in.
 */
export type Author =
  | "anonymous"
  | "local"
  | "token"
  | `account:${string}`
  | `key:${string}`
  | `station:${string}`
  | `wall:${string}`
  | null;

const storage = new AsyncLocalStorage<Author>();

/**
 * Does some work in the name of an author: whatever it asks of the store, also after it waited for something, is theirs ([JC1]).
 * What serves several at once, or goes on by itself afterwards, is begun with null.
 */
export function withAuthor<Result>(author: Author, work: () => Result): Result {
  return storage.run(author, work);
}

/** In whose name the present work is done. */
export function currentAuthor(): Author {
  return storage.getStore() ?? null;
}
