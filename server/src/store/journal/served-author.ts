import type { Author } from "../../author.ts";

/*
 * In the writer's thread calls are served one after the other and to their end: whose call it is is one variable. What the
 * thread does between two calls, or starts in one and does later, is nobody's.
 */
let served: Author = null;

/** Serves a call in the name of whoever made it. */
export function serveFor<Result>(author: Author, work: () => Result): Result {
  served = author;
  try {
    return work();
  } finally {
    served = null;
  }
}

/** Whose call is being served. */
export function servedAuthor(): Author {
  return served;
}
