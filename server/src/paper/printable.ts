/** What is printed for a sign that the font does not have: that something stood there must show. */
const UNKNOWN = "?";

/**
 * A text in signs that a font has: an accented letter that it lacks is taken apart, its outermost accent first, since the font
 * sets loose accents over any letter (« ễ » becomes « ê » and a tilde). An accent that it lacks too is left out (« ạ » becomes
 * « a »); what is still not there becomes « ? » ([V8]).
 */
export function printable(text: string, has: (codePoint: number) => boolean): string {
  const hasAll = (signs: string): boolean =>
    [...signs].every((sign) => has(sign.codePointAt(0) ?? 0));
  const composed = text.normalize("NFC");
  if (hasAll(composed)) return composed;
  return [...composed]
    .map((sign) => waysToWrite(sign).find((signs) => hasAll(signs)) ?? UNKNOWN)
    .join("");
}

function waysToWrite(sign: string): string[] {
  const [letter = "", ...accents] = sign.normalize("NFD");
  const withoutOne = accents
    .map((accent, index) => {
      const others = accents.toSpliced(index, 1).join("");
      return { kept: (letter + others).normalize("NFC"), accent };
    })
    .toReversed();
  return [
    sign,
    ...withoutOne.map(({ kept, accent }) => kept + accent),
    letter + accents.join(""),
    ...withoutOne.map(({ kept }) => kept),
    letter,
  ];
}
