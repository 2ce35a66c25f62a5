import { checkLetter, digitsOf } from "./check-letter.ts";
import { CODE_NUMBER_MAX, type ShapeFault, shapeOf } from "./shape.ts";

/** What a bundle's ticket says: the number of the order and that of the bundle within it, each 1 to 99,999. */
export interface TicketCode {
  readonly order: number;
  readonly bundle: number;
}

/** Why a text is no bundle's code. `badge`: it is an operator's badge. `letter-wrong`: a sign of it is wrong. */
export type CodeFault = ShapeFault | "badge" | "letter-wrong";

/** A text read as a bundle's code, or why not. */
export type ParsedCode =
  | ({ readonly ok: true } & TicketCode)
  | { readonly ok: false; readonly reason: CodeFault };

/** The code as people read, say and type it: `118-117-K`. Throws a RangeError for numbers that no code holds. */
export function formatCode({ order, bundle }: TicketCode): string {
  return `${order}-${bundle}-${letterOf({ order, bundle })}`;
}

/** The code as a QR code holds it: `118X117K`, letters and digits that no keyboard layout moves. Throws as `formatCode`. */
export function toQr({ order, bundle }: TicketCode): string {
  return `${order}X${bundle}${letterOf({ order, bundle })}`;
}

/**
 * Reads a bundle's code that was scanned or typed, in either form. Forgiving where no mistake can hide: lower case, blanks
 * or an X for hyphens, no hyphen before the letter, digits typed without shift on a French keyboard, O for 0 and I for 1.
 * A code that differs from a true one by one wrong sign, a swap of neighbours or a slipped hyphen is never read ([G2] to [G4]).
 */
export function parseCode(text: string): ParsedCode {
  const shape = shapeOf(text);
  if (shape.kind === "none") return { ok: false, reason: shape.fault };
  if (shape.kind === "badge") return { ok: false, reason: "badge" };
  const { order, bundle, letter } = shape;
  if (letterOf({ order, bundle }) !== letter) return { ok: false, reason: "letter-wrong" };
  return { ok: true, order, bundle };
}

function letterOf({ order, bundle }: TicketCode): string {
  for (const number of [order, bundle]) assertCodeNumber(number);
  return checkLetter(digitsOf(order), digitsOf(bundle));
}

/** Throws a RangeError unless a code can hold the number: the caller made it, so it is a bug. */
export function assertCodeNumber(number: number): void {
  if (!Number.isInteger(number) || number < 1 || number > CODE_NUMBER_MAX) {
    throw new RangeError(`no number of a code: ${number}`);
  }
}
