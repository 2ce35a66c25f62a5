import { isSignedIn } from "./me.ts";
import type { Session } from "./session.ts";

/** Nobody is known, or whoever is known may not: a screen's own right is all that is left where a session has ended. */
const REFUSED = new Set([401, 403]);
const NOBODY = 401;

/**
 * A fetch that waits, where nobody is signed in, until somebody is, and then asks the same again: what was typed stays typed,
 * and is saved with the next word of the person who typed it ([AU2]). Given up, the refusal is the answer.
 */
export function createSignedFetch(
  ask: typeof fetch,
  session: Pick<Session, "me" | "waitForSignIn" | "seek">,
): typeof fetch {
  return async (input, init) => {
    const response = await ask(input, init);
    if (!REFUSED.has(response.status)) return response;
    await session.seek();
    if (isSignedIn(session.me.peek())) {
      // Somebody has signed in meanwhile, in another tab.
      return response.status === NOBODY ? ask(input, init) : response;
    }
    return (await session.waitForSignIn()) ? ask(input, init) : response;
  };
}
