import type { AccountDeps } from "./account-desk.ts";
import { type Answer, done, no, oneRefusal, type Refused, tooSoon } from "./answers.ts";
import { createTotpSecret, totpStepOf, totpUri } from "./totp.ts";

/** A secret that is shown once, to be read by a phone. */
export interface TotpOffer {
  /** Base32, to be typed where no camera reads it. */
  readonly secret: string;
  /** What the QR code says. */
  readonly uri: string;
}

/** Whose phone, and from which session. */
export interface OwnSession {
  readonly id: string;
  readonly sessionId: string;
}

/** The second step of somebody's own account, who has just shown their password. */
export interface TotpDesk {
  /** Draws a secret; nothing is asked of it before a code of it was shown. */
  offer(own: OwnSession): Promise<Answer<TotpOffer>>;
  /** From now on a code is wanted; the account's other sessions end. */
  confirm(own: OwnSession, code: string): Promise<Answer<null>>;
  drop(own: OwnSession): Promise<Answer<null>>;
}

interface Offered {
  readonly secret: string;
  /** UTC ms. */
  readonly until: number;
}

const OFFERED_FOR_MS = 10 * 60_000;

export function createTotpDesk(deps: AccountDeps): TotpDesk {
  const { book, now, sessions, store, throttle, vault } = deps;
  /** By session: a new one takes the place of the one before. */
  const offers = new Map<string, Offered>();

  async function put({ id, sessionId }: OwnSession, secret: string | null) {
    const totpSecret = secret === null ? null : vault.seal(id, secret);
    const answer = oneRefusal(await store.changeAccount({ id, sessionId, totpSecret }, now()));
    if (!answer.ok) return answer;
    book.put(answer.value.account);
    sessions.drop(answer.value.ended);
    return done(null);
  }

  /** The interval of the code. A wrong one costs like a wrong password: six digits are soon guessed. */
  function stepOf({ sessionId }: OwnSession, { secret }: Offered, code: string): number | Refused {
    const begun = throttle.begin({ target: "totp", terminal: sessionId });
    if (!begun.ok) return tooSoon(begun.waitMs);
    const step = totpStepOf(secret, code, now());
    if (step === null) return no("totp-wrong", { path: "/code" });
    begun.attempt.succeeded();
    return step;
  }

  return {
    async offer({ id, sessionId }) {
      const account = book.find(id);
      if (account === null) return no("account-unknown");
      for (const [of, { until }] of offers) if (until <= now()) offers.delete(of);
      const secret = createTotpSecret();
      offers.set(sessionId, { secret, until: now() + OFFERED_FOR_MS });
      const plans = await store.plans();
      const named = plans.findLast(({ from }) => from <= now())?.plan.workshop.name;
      const workshop = named === undefined ? "Trame" : `Trame ${named}`;
      return done({ secret, uri: totpUri(secret, { name: account.name, workshop }) });
    },
    async confirm(own, code) {
      const offered = offers.get(own.sessionId);
      if (offered === undefined || offered.until <= now()) return no("totp-not-begun");
      const step = stepOf(own, offered, code);
      if (typeof step !== "number") return step;
      offers.delete(own.sessionId);
      const answer = await put(own, offered.secret);
      // The code that proved it signs nobody in.
      if (answer.ok) await store.useTotp(own.id, step);
      return answer;
    },
    drop: (own) => put(own, null),
  };
}
