import type { AccountBook } from "./account-book.ts";
import { BUSY, no, type Refused, tooSoon } from "./answers.ts";
import type { Parts } from "./parts.ts";

/** Somebody who is signed in shows their password again. */
export interface Shown {
  readonly id: string;
  readonly password: string;
  /** Remote address. */
  readonly terminal: string;
}

/** null: it is right. */
export type CheckPassword = (shown: Shown) => Promise<Refused | null>;

/** Asked again before what would let somebody stay who only found the device open. */
export function createPasswordCheck(
  { hash, throttle }: Pick<Parts, "hash" | "throttle">,
  book: Pick<AccountBook, "find">,
): CheckPassword {
  return async ({ id, password, terminal }) => {
    const account = book.find(id);
    if (account === null) return no("account-unknown");
    const begun = throttle.begin({ target: `password ${id}`, terminal });
    if (!begun.ok) return tooSoon(begun.waitMs);
    const checked = await hash.verify(password, account.password);
    if (checked === "busy") {
      begun.attempt.withdraw();
      return BUSY;
    }
    if (!checked.isRight) return no("password-wrong");
    begun.attempt.succeeded();
    return null;
  };
}
