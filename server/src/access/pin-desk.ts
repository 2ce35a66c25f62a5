import { type Answer, BUSY, done, no, oneRefusal, tooSoon } from "./answers.ts";
import type { Parts } from "./parts.ts";

/** Somebody at a station shows their PIN. */
export interface ShownPin {
  readonly operatorId: string;
  /** null: none was typed. */
  readonly pin: string | null;
  /** The station, or the remote address. */
  readonly terminal: string;
}

/** What people at stations know besides their badge, where they want that: nobody has to. */
export interface PinDesk {
  has(operatorId: string): Promise<boolean>;
  /**
   * Whether it is theirs, or they have none. Refused: `pin-needed` (none was typed), `pin-wrong`, `too-many-tries`.
   * Have the badge read before: a PIN alone says nobody.
   */
  verify(shown: ShownPin): Promise<Answer<null>>;
  /** Whoever has one shows it before it is another. */
  set(shown: ShownPin, pin: string): Promise<Answer<null>>;
  /** By its owner, who shows it. */
  drop(shown: ShownPin): Promise<Answer<null>>;
  /** It was forgotten: whoever may write people's sheets takes it away. */
  remove(operatorId: string): Promise<Answer<null>>;
}

const PIN = /^\d{4,8}$/;

/** Guessing is slowed down for each terminal, so that nobody keeps a colleague out elsewhere ([AC5]). */
export function createPinDesk({
  hash,
  now,
  store,
  throttle,
}: Pick<Parts, "hash" | "now" | "store" | "throttle">): PinDesk {
  async function verify({ operatorId, pin, terminal }: ShownPin): Promise<Answer<null>> {
    const stored = await store.pinOf(operatorId);
    if (stored === null) return done(null);
    if (pin === null) return no("pin-needed", { path: "/pin" });
    const begun = throttle.begin({ target: `pin ${operatorId}`, terminal });
    if (!begun.ok) return tooSoon(begun.waitMs);
    const checked = await hash.verify(pin, stored);
    if (checked === "busy") {
      begun.attempt.withdraw();
      return BUSY;
    }
    if (!checked.isRight) return no("pin-wrong", { path: "/pin" });
    begun.attempt.succeeded();
    return done(null);
  }

  async function remove(operatorId: string): Promise<Answer<null>> {
    return (await store.removePin(operatorId, now())) ? done(null) : no("pin-absent");
  }

  return {
    has: async (operatorId) => (await store.pinOf(operatorId)) !== null,
    verify,
    async set(shown, pin) {
      if (!PIN.test(pin)) return no("pin-malformed", { path: "/newPin" });
      const verified = await verify(shown);
      if (!verified.ok) return verified;
      const made = await hash.make(pin);
      if (made === null) return BUSY;
      return oneRefusal(await store.putPin(shown.operatorId, made, now()));
    },
    async drop(shown) {
      const verified = await verify(shown);
      return verified.ok ? remove(shown.operatorId) : verified;
    },
    remove,
  };
}
