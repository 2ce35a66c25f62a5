/** From where something is tried, and what for. */
export interface Tried {
  /** Whom it is about: an account, an operator's PIN, the setup code. An unknown one is counted like any other. */
  readonly target: string;
  /** Remote address, or the station. */
  readonly terminal: string;
}

/** A try that was let through. It counts as failed from the start, so that many at once are no way around. */
export interface Try {
  /** It was right: what this terminal got wrong before about the target is forgotten. */
  succeeded(): void;
  /** It told nothing: it counts as never made. */
  withdraw(): void;
}

/** How long to wait before the next try, ms; or the try. */
export type Begun =
  | { readonly ok: true; readonly attempt: Try }
  | { readonly ok: false; readonly waitMs: number };

/** Slows guessing down. Nobody is ever locked out by what others do at other terminals ([AC5]). */
export interface Throttle {
  begin(tried: Tried): Begun;
  /** Keys that are kept, for tests. */
  readonly size: number;
}

interface Curve {
  /** Failures that cost nothing: everybody mistypes. */
  readonly free: number;
  /** After the first one beyond; it doubles with each. ms */
  readonly firstMs: number;
  readonly longestMs: number;
  /** One failure is forgotten after so long. ms */
  readonly forgetsMs: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** Of one target at one terminal: in the long run one try in a quarter of an hour. */
const PAIR: Curve = {
  free: 3,
  firstMs: 5 * SECOND,
  longestMs: 15 * MINUTE,
  forgetsMs: 15 * MINUTE,
};
/** Of one terminal, whatever it tries: in the long run one try a minute. */
const TERMINAL: Curve = { free: 20, firstMs: SECOND, longestMs: MINUTE, forgetsMs: MINUTE };
/** Of one target over all terminals: from so many failures on, each terminal waits a little before its own next try. */
const TARGET: Curve = {
  free: 30,
  firstMs: 5 * SECOND,
  longestMs: 5 * SECOND,
  forgetsMs: MINUTE,
};

/** Longest that somebody waits for what others got wrong elsewhere. ms */
export const ELSEWHERE_MS = TARGET.longestMs;

const KEYS_MAX = 10_000;

/**
 * Counts what goes wrong by target and terminal, by terminal, and by target. The last of these never holds a target for everybody:
 * who was not there before waits {@link ELSEWHERE_MS} from their own first try, however busy others are.
 * @param elapsed ms from any start; never falls
 */
export function createThrottle(elapsed: () => number, keysMax = KEYS_MAX): Throttle {
  const tallies = createTallies(keysMax);

  function waitOf({ pair, terminal, target }: Keys, now: number): number {
    const ofPair = tallies.wait(pair, PAIR, now);
    const ofTerminal = tallies.wait(terminal, TERMINAL, now);
    const isHot = tallies.failures(target, TARGET, now) >= TARGET.free;
    const ofTarget = isHot ? TARGET.firstMs - (now - tallies.firstSeen(pair, now)) : 0;
    return Math.max(0, ofPair, ofTerminal, ofTarget);
  }

  return {
    get size() {
      return tallies.size;
    },
    begin(tried) {
      const now = elapsed();
      const keys = keysOf(tried);
      const waitMs = waitOf(keys, now);
      if (waitMs > 0) return { ok: false, waitMs };
      const all = [
        { key: keys.pair, curve: PAIR },
        { key: keys.terminal, curve: TERMINAL },
        { key: keys.target, curve: TARGET },
      ];
      for (const { key, curve } of all) tallies.add(key, curve, now);
      let isOpen = true;
      const withdraw = (): void => {
        if (!isOpen) return;
        isOpen = false;
        for (const { key } of all) tallies.takeBack(key);
      };
      const attempt: Try = {
        withdraw,
        succeeded() {
          withdraw();
          tallies.clear(keys.pair);
        },
      };
      return { ok: true, attempt };
    },
  };
}

interface Keys {
  readonly pair: string;
  readonly terminal: string;
  readonly target: string;
}

function keysOf({ target, terminal }: Tried): Keys {
  return {
    pair: JSON.stringify([target, terminal]),
    terminal: JSON.stringify([null, terminal]),
    target: JSON.stringify([target, null]),
  };
}

interface Tally {
  failures: number;
  /** Of the last failure, or of the first time that it was asked for. */
  lastAt: number;
}

/** Failures by key; the key that was touched longest ago goes when there are too many. */
function createTallies(keysMax: number) {
  const tallies = new Map<string, Tally>();

  function failures(key: string, { forgetsMs }: Curve, now: number): number {
    const tally = tallies.get(key);
    if (tally === undefined) return 0;
    return Math.max(0, tally.failures - Math.floor((now - tally.lastAt) / forgetsMs));
  }

  function put(key: string, tally: Tally): void {
    tallies.delete(key);
    tallies.set(key, tally);
    const [oldest] = tallies.keys();
    if (tallies.size > keysMax && oldest !== undefined) tallies.delete(oldest);
  }

  return {
    get size() {
      return tallies.size;
    },
    failures,
    wait(key: string, curve: Curve, now: number): number {
      const beyond = failures(key, curve, now) - curve.free;
      const tally = tallies.get(key);
      if (tally === undefined || beyond < 0) return 0;
      const delay = Math.min(curve.longestMs, curve.firstMs * 2 ** beyond);
      return delay - (now - tally.lastAt);
    },
    /** When a key was last touched; it is from now on where it was not known. */
    firstSeen(key: string, now: number): number {
      const tally = tallies.get(key) ?? { failures: 0, lastAt: now };
      put(key, tally);
      return tally.lastAt;
    },
    add(key: string, curve: Curve, now: number): void {
      put(key, { failures: failures(key, curve, now) + 1, lastAt: now });
    },
    takeBack(key: string): void {
      const tally = tallies.get(key);
      if (tally !== undefined) tally.failures = Math.max(0, tally.failures - 1);
    },
    clear: (key: string): void => void tallies.delete(key),
  };
}
