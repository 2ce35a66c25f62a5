import { formatCode, type TicketCode } from "./code.ts";
import { editDistance } from "./edit-distance.ts";
import { readSigns } from "./signs.ts";

/** Codes that are offered at most; more would be a list to read, not an answer. */
const OFFERED_MAX = 3;
/** Mistakes that may be in a text. A code that needs a third is as likely another one. */
const DISTANCE_MAX = 2;
/** Differences in hyphens are only counted to choose between codes that are as near. */
const HYPHENS_MAX = 4;

/**
 * The known codes that a text was probably meant to be, the nearest first, at most three: at most two signs wrong, missing,
 * doubled or swapped. Hyphens only decide between equals, so that `118117K` and `1181-17-K` are nearest to 118-117-K, and a
 * letter that is not there is no mistake. For a question to a person, never to be taken without one.
 *
 * @param known codes that may be met here, those of the open bundles of the line or the workshop. Each costs about a
 * microsecond.
 */
export function nearestCodes(text: string, known: Iterable<TicketCode>): TicketCode[] {
  const typed = readSigns(text).replaceAll("O", "0").replaceAll("I", "1").replaceAll(/[X ]/g, "-");
  const signs = typed.replaceAll("-", "");
  const hasLetter = /[A-Z]$/.test(signs);
  const found: { code: TicketCode; distance: number; hyphens: number }[] = [];
  for (const code of known) {
    const shown = hasLetter ? formatCode(code) : `${code.order}-${code.bundle}`;
    const distance = editDistance(signs, shown.replaceAll("-", ""), DISTANCE_MAX);
    if (distance > DISTANCE_MAX) continue;
    found.push({ code, distance, hyphens: editDistance(typed, shown, HYPHENS_MAX) });
  }
  return found
    .sort(
      (a, b) =>
        a.distance - b.distance ||
        a.hyphens - b.hyphens ||
        a.code.order - b.code.order ||
        a.code.bundle - b.code.bundle,
    )
    .slice(0, OFFERED_MAX)
    .map(({ code }) => code);
}
