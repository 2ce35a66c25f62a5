import type { Blanks, RefusalCode } from "@trame/shared";
import type { Answer as StoreAnswer } from "../store/catalogue/answer.ts";

/** What is asked of the access side comes to this: done, or why not. */
export type Answer<Value> = { readonly ok: true; readonly value: Value } | Refused;

export interface Refused {
  readonly ok: false;
  readonly refusal: {
    readonly code: RefusalCode;
    readonly path?: string;
    readonly blanks?: Blanks;
  };
  /** Whose account it was, for the security log alone. */
  readonly about?: string;
  /** Of a try that came too soon: how long to wait, s. */
  readonly retrySeconds?: number;
}

export function done<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function no(code: RefusalCode, more: Omit<Refused["refusal"], "code"> = {}): Refused {
  return { ok: false, refusal: { code, ...more } };
}

/** To be tried again later. */
export function tooSoon(waitMs: number): Refused {
  const seconds = Math.max(1, Math.ceil(waitMs / 1_000));
  return { ...no("too-many-tries", { blanks: { seconds } }), retrySeconds: seconds };
}

/** As much is being looked at as the machine can take. */
export const BUSY: Refused = tooSoon(5_000);

/**
 * What the store answers to a command about access.
 * @throws when it lists faults: these commands have one reason at a time
 */
export function oneRefusal<Value>(answer: StoreAnswer<Value>): Answer<Value> {
  if (answer.ok) return answer;
  if ("refusal" in answer) return answer;
  throw new Error("a command about access listed faults");
}
