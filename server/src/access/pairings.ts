import { type Answer, done, no } from "./answers.ts";
import { codeOf, createCode, createId, createToken, digestOf } from "./secrets.ts";

/** A screen that shows a code and waits for somebody to accept it. */
export interface Pairing {
  readonly id: string;
  readonly kind: "wall" | "station";
  readonly code: string;
  /** UTC ms. */
  readonly expiresAt: number;
  /** Of the secret that the screen keeps. */
  readonly digest: string;
  readonly terminal: string;
  /** Which screen it has become; null: it waits. */
  readonly screenId: string | null;
}

/** Screens that wait, in memory alone. */
export interface Pairings {
  /** The secret is told to the screen alone: with it, and not with the code, it fetches what it is known by. */
  open(asked: Pick<Pairing, "kind" | "terminal">): Answer<{ pairing: Pairing; secret: string }>;
  byCode(typed: string): Pairing | null;
  bySecret(secret: string): Pairing | null;
  /** null: it waits again. */
  accept(pairing: Pairing, screenId: string | null): void;
  drop(screenId: string): void;
}

const OPEN_FOR_MS = 10 * 60_000;
const OPEN_MAX = 20;
/** One device can't take the place of all others. */
const OF_A_TERMINAL = 4;
const CODE_LENGTH = 6;

/** @param now UTC ms */
export function createPairings(now: () => number): Pairings {
  const byId = new Map<string, Pairing>();

  function open(): Pairing[] {
    for (const { id, expiresAt } of byId.values()) if (expiresAt <= now()) byId.delete(id);
    return [...byId.values()];
  }

  return {
    open({ kind, terminal }) {
      const own = open().filter((pairing) => pairing.terminal === terminal);
      // A page that was loaded again asks again: its oldest goes.
      const [oldest] = own;
      if (own.length >= OF_A_TERMINAL && oldest !== undefined) byId.delete(oldest.id);
      if (open().length >= OPEN_MAX) return no("pairings-full");
      const secret = createToken();
      const pairing = {
        ...{ id: createId(), kind, terminal, digest: digestOf(secret), screenId: null },
        ...{ code: freeCode(open()), expiresAt: now() + OPEN_FOR_MS },
      };
      byId.set(pairing.id, pairing);
      return done({ pairing, secret });
    },
    byCode: (typed) => open().find(({ code }) => code === codeOf(typed)) ?? null,
    bySecret(secret) {
      const digest = digestOf(secret);
      return open().find((pairing) => pairing.digest === digest) ?? null;
    },
    accept: (pairing, screenId) => void byId.set(pairing.id, { ...pairing, screenId }),
    drop(screenId) {
      for (const pairing of open()) if (pairing.screenId === screenId) byId.delete(pairing.id);
    },
  };
}

function freeCode(open: readonly Pairing[]): string {
  const code = createCode(CODE_LENGTH);
  return open.some((pairing) => pairing.code === code) ? freeCode(open) : code;
}
