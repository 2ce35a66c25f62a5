/**
 * Letters that end a code, by remainder of 17. None of them moves between QWERTY and AZERTY (A, M, Q, W and Z do) and none
 * looks like another sign of the code (I, O, S); X stays free to stand between the numbers of a QR code. The list begins
 * with K so that bundle 117 of order 118 is 118-117-K, as it is drawn on every picture of a ticket.
 */
export const CHECK_LETTERS = "KLNPRTUVYBCDEFGHJ";

/**
 * The inverses of 1 to 7 modulo 17, used over and over from the first sign on. They are all different, so a swap of
 * neighbours shows. And `weight × digit + 1` is never 0, since that would take a digit of 10 to 16: one more digit at the
 * end, which counts 1 besides itself, always changes the letter.
 */
const WEIGHTS = [1, 9, 6, 13, 7, 3, 5] as const;

/**
 * The check letter of a code (ADR 0010): its signs weighted one after the other through both parts, plus the number of
 * signs in the last part. That second term is what tells 118-117 from 1181-17 and from 11811-7, where every digit and
 * its weight are the same.
 *
 * @param first value of each sign before the hyphen: a digit, or 10 for the letter of a badge.
 * @param last digits after the hyphen.
 */
export function checkLetter(first: readonly number[], last: readonly number[]): string {
  let sum = last.length;
  for (const [place, value] of [...first, ...last].entries()) {
    sum += value * (WEIGHTS[place % WEIGHTS.length] ?? 0);
  }
  return CHECK_LETTERS.charAt(sum % CHECK_LETTERS.length);
}

/** Digits of a whole number, the first one first. */
export function digitsOf(number: number): number[] {
  return [...String(number)].map(Number);
}
