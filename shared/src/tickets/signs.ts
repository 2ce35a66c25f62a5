/** What a French keyboard writes when a digit's key is pressed without shift. The 6 is apart: its key writes a hyphen. */
const UNSHIFTED = new Map(
  Object.entries({ "&": 1, É: 2, '"': 3, "'": 4, "(": 5, È: 7, _: 8, Ç: 9, À: 0 }),
);
const DASHES = /[\u2010-\u2015\u2212]/g;
const WRITTEN_DIGIT = /[0-9]/;
/** Only a scanner writes these: X is in QR codes alone, and `)` is on a French keyboard what the key of `-` is elsewhere. */
const SCANNER_SEPARATOR = /[X)]/;

/**
 * The signs of a code as they were meant: capitals, one kind of hyphen, digits for what a French keyboard writes in their
 * place, `O` and `I` among digits left as they are. Blanks around the code are dropped, those within are kept.
 *
 * On a French keyboard an unshifted 6 is a hyphen. It is read as a 6 only where it cannot be one: in a text without a single
 * digit whose separator only a scanner writes. A 6 is never read as a hyphen: nothing would tell it from a 6 ([G6]).
 */
export function readSigns(text: string): string {
  const signs = text
    .normalize("NFC")
    .trim()
    .toUpperCase()
    .replace(DASHES, "-")
    .replaceAll("’", "'");
  const isScannedUnshifted = SCANNER_SEPARATOR.test(signs) && !WRITTEN_DIGIT.test(signs);
  const meant = isScannedUnshifted ? signs.replaceAll("-", "6").replaceAll(")", "-") : signs;
  return [...meant].map((sign) => UNSHIFTED.get(sign) ?? sign).join("");
}
