import { createHash } from "node:crypto";

/** What somebody shows to be a counter. */
export interface Guess {
  /** Which counter of the plan they say they are; null: one that it does not name. */
  readonly deviceId: string | null;
  /** Address. */
  readonly remote: string;
  readonly shown: Buffer;
}

/**
 * Slows down whoever guesses at secrets and at the pairing code ([B23]). Counted is what is new: a counter that is set up wrongly
 * shows the same again and again, and comes in at once when it is set right. Whoever came in from an address with a counter's
 * secret is looked at there whatever others guess: guessing keeps no counter out.
 */
export interface Guesses {
  /** False while nothing more of it is looked at. */
  mayTry(guess: Guess): boolean;
  /** It was wrong: for how long the answer waits, ms. */
  failed(guess: Guess): number;
  succeeded(guess: Guess): void;
}

export interface GuessLimits {
  /** Different wrong ones of one counter from one address that are looked at as soon as they come. */
  readonly lookedAt: number;
  /** Then one is, after this; it doubles with each. ms */
  readonly firstMs: number;
  readonly longestMs: number;
  /** Wrong ones from one address, of whatever counter, whose answer does not wait. */
  readonly answered: number;
  /** Then the answer waits; twice as long with each. ms */
  readonly heldMs: number;
  readonly heldLongestMs: number;
  /** One is forgotten after so long. ms */
  readonly forgetsMs: number;
  readonly keysMax: number;
}

const LIMITS: GuessLimits = {
  ...{ lookedAt: 20, firstMs: 1_000, longestMs: 60_000 },
  ...{ answered: 3, heldMs: 100, heldLongestMs: 5_000 },
  ...{ forgetsMs: 60_000, keysMax: 10_000 },
};

interface Tally {
  readonly wrong: number;
  readonly lastAt: number;
  /** What was shown last, as a digest; null: nothing wrong yet. */
  readonly last: string | null;
  readonly isProven: boolean;
}

/** @param elapsed ms from any start; never falls */
export function createGuesses(
  elapsed: () => number = () => performance.now(),
  limits: GuessLimits = LIMITS,
): Guesses {
  const tallies = new Map<string, Tally>();

  function read(key: string): Tally {
    const tally = tallies.get(key);
    if (tally === undefined) return { wrong: 0, lastAt: elapsed(), last: null, isProven: false };
    const forgotten = Math.floor((elapsed() - tally.lastAt) / limits.forgetsMs);
    return { ...tally, wrong: Math.max(0, tally.wrong - forgotten) };
  }

  /** The key that was touched longest ago goes when there are too many. */
  function put(key: string, tally: Tally): void {
    tallies.delete(key);
    tallies.set(key, tally);
    const [oldest] = tallies.keys();
    if (tallies.size > limits.keysMax && oldest !== undefined) tallies.delete(oldest);
  }

  function count(key: string, last: string): number {
    const { wrong, isProven } = read(key);
    put(key, { wrong: wrong + 1, lastAt: elapsed(), last, isProven });
    return wrong + 1;
  }

  return {
    mayTry(guess) {
      const { wrong, lastAt, last, isProven } = read(pairOf(guess));
      const beyond = wrong - limits.lookedAt;
      if (isProven || beyond < 0 || last === digestOf(guess)) return true;
      const waitMs = Math.min(limits.longestMs, limits.firstMs * 2 ** beyond);
      return elapsed() - lastAt >= waitMs;
    },
    failed(guess) {
      const digest = digestOf(guess);
      const isNew = read(pairOf(guess)).last !== digest;
      const address = addressOf(guess);
      if (isNew) count(pairOf(guess), digest);
      const wrong = isNew ? count(address, digest) : read(address).wrong;
      const beyond = wrong - limits.answered;
      if (beyond <= 0) return 0;
      return Math.min(limits.heldLongestMs, limits.heldMs * 2 ** (beyond - 1));
    },
    succeeded(guess) {
      // What no plan names proves nothing: anybody who has the pairing code has it.
      const isProven = guess.deviceId !== null;
      put(pairOf(guess), { wrong: 0, lastAt: elapsed(), last: null, isProven });
    },
  };
}

/** All that the plan does not name are one: whoever makes up names has no more tries. */
function pairOf({ deviceId, remote }: Guess): string {
  return JSON.stringify([deviceId, remote]);
}

function addressOf({ remote }: Guess): string {
  return JSON.stringify([remote]);
}

function digestOf({ deviceId, shown }: Guess): string {
  return createHash("sha256").update(`${deviceId}\n`).update(shown).digest("base64");
}
