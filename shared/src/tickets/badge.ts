import { checkLetter, digitsOf } from "./check-letter.ts";
import { assertCodeNumber } from "./code.ts";
import { type ShapeFault, shapeOf } from "./shape.ts";

/** Why a text is no badge. `ticket`: it is a bundle's code. `letter-wrong`: a sign of it is wrong. */
export type BadgeFault = ShapeFault | "ticket" | "letter-wrong";

/** A text read as an operator's badge, or why not. */
export type ParsedBadge =
  | { readonly ok: true; readonly badge: number }
  | { readonly ok: false; readonly reason: BadgeFault };

/** What the P of a badge counts in the check letter. No digit counts as much, so that a P for a digit shows. */
const BADGE_VALUE = 10;

/** A badge as people read it: `P-412-E`, P as in person. Numbers are 1 to 99,999; throws a RangeError for others. */
export function formatBadge(badge: number): string {
  return `P-${badge}-${letterOf(badge)}`;
}

/** A badge as a QR code holds it: `PX412E`. */
export function badgeToQr(badge: number): string {
  return `PX${badge}${letterOf(badge)}`;
}

/** Reads a badge that was scanned or typed, as forgiving as `parseCode`. No single mistake makes it a bundle's code ([G8]). */
export function parseBadge(text: string): ParsedBadge {
  const shape = shapeOf(text);
  if (shape.kind === "none") return { ok: false, reason: shape.fault };
  if (shape.kind === "ticket") return { ok: false, reason: "ticket" };
  if (letterOf(shape.badge) !== shape.letter) return { ok: false, reason: "letter-wrong" };
  return { ok: true, badge: shape.badge };
}

function letterOf(badge: number): string {
  assertCodeNumber(badge);
  return checkLetter([BADGE_VALUE], digitsOf(badge));
}
