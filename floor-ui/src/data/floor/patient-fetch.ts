import type { SetTimer } from "../timer.ts";

/** So long an answer is waited for, ms: whoever stands before the page must know that none comes. */
const PATIENCE_MS = 4_000;

/** A fetch that gives up where nobody answers, as a server does that hangs ([FL19]). */
export function createPatientFetch(ask: typeof fetch, setTimer: SetTimer): typeof fetch {
  return async (input, init) => {
    const giveUp = new AbortController();
    const cancel = setTimer(() => giveUp.abort(), PATIENCE_MS);
    try {
      return await ask(input, { ...init, signal: giveUp.signal });
    } finally {
      cancel();
    }
  };
}
