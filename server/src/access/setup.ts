import { timingSafeEqual } from "node:crypto";
import { codeOf, createCode } from "./secrets.ts";

/** The code that makes the first account: whoever reads it is where Trame was started. Drawn at each start, in memory alone. */
export interface SetupCode {
  /** As it is printed, in groups of four; null once there is an account. */
  readonly shown: string | null;
  isRight(typed: string): boolean;
  /** Whether there is no account yet. */
  settle(isNeeded: boolean): void;
}

const LENGTH = 12;

export function createSetupCode(): SetupCode {
  const code = createCode(LENGTH);
  const printed = (code.match(/.{4}/g) ?? []).join("-");
  let isOpen = false;
  return {
    get shown() {
      return isOpen ? printed : null;
    },
    isRight(typed) {
      const given = Buffer.from(codeOf(typed));
      return isOpen && given.length === code.length && timingSafeEqual(given, Buffer.from(code));
    },
    settle(isNeeded) {
      isOpen = isNeeded;
    },
  };
}
