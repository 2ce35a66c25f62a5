import { readSigns } from "./signs.ts";

/** Highest number of an order, of a bundle within its order, and of a badge: five digits can still be said aloud. */
export const CODE_NUMBER_MAX = 99_999;

/** Why a text is no code at all, before its check letter is looked at. */
export type ShapeFault =
  | "empty"
  | "hyphen-missing"
  | "letter-missing"
  | "number-out-of-range"
  | "unreadable";

/** What a text looks like: a bundle's ticket, an operator's badge, or neither. */
export type Shape =
  | {
      readonly kind: "ticket";
      readonly order: number;
      readonly bundle: number;
      readonly letter: string;
    }
  | { readonly kind: "badge"; readonly badge: number; readonly letter: string }
  | { readonly kind: "none"; readonly fault: ShapeFault };

/**
 * The first separator may be a blank, a hyphen or the X of a QR code; it must be there, since nothing else tells 118-117
 * from 1181-17. A blank on one side only of a hyphen or an X stands where a digit may have been: such a text is refused.
 * The second one may be left out: a digit in its place always changes the letter ([G4]).
 */
const TICKET = /^([0-9OI]+)(?:-| - | |X| X )([0-9OI]+)(?:-| - | )?([A-Z])$/;
const BADGE = /^P(?:-| - | |X| X )([0-9OI]+)(?:-| - | )?([A-Z])$/;
const WITHOUT_HYPHEN = /^[0-9OI]{2,}(?:-| - | )?[A-Z]$/;
const WITHOUT_LETTER = /^(?:[0-9OI]+|P)(?:-| - | |X| X )[0-9OI]+(?:-| -| )?$/;
const NUMBER = /^[1-9][0-9]{0,4}$/;

/** Takes a text apart without judging its letter. Never throws. */
export function shapeOf(text: string): Shape {
  const signs = readSigns(text);
  const ticket = TICKET.exec(signs);
  if (ticket) {
    const [, first = "", last = "", letter = ""] = ticket;
    const [order, bundle] = [numberOf(first), numberOf(last)];
    if (order === null || bundle === null) return { kind: "none", fault: "number-out-of-range" };
    return { kind: "ticket", order, bundle, letter };
  }
  const badge = BADGE.exec(signs);
  if (badge) {
    const [, last = "", letter = ""] = badge;
    const number = numberOf(last);
    if (number === null) return { kind: "none", fault: "number-out-of-range" };
    return { kind: "badge", badge: number, letter };
  }
  return { kind: "none", fault: faultOf(signs) };
}

function faultOf(signs: string): ShapeFault {
  if (signs === "") return "empty";
  if (WITHOUT_HYPHEN.test(signs)) return "hyphen-missing";
  return WITHOUT_LETTER.test(signs) ? "letter-missing" : "unreadable";
}

/** O and I are no letters of a code: among digits they can only be a 0 and a 1 that were misread, which the letter proves. */
function numberOf(signs: string): number | null {
  const digits = signs.replaceAll("O", "0").replaceAll("I", "1");
  return NUMBER.test(digits) ? Number(digits) : null;
}
