import {
  type BundleCard,
  formatCode,
  nearestCodes,
  parseCode,
  type StationView,
  type TicketCode,
} from "@trame/shared";

/** The code as people read it, whichever way it was read or typed; null for a text that is none. */
export function readCode(text: string): string | null {
  const parsed = parseCode(text);
  return parsed.ok ? formatCode(parsed) : null;
}

/** The bundle that a text names, if the tablet knows it: open here, next, or of the line. */
export function findBundle(view: StationView | null, text: string): BundleCard | null {
  const code = readCode(text);
  if (view === null || code === null) return null;
  return bundlesOf(view).find((card) => card.code === code) ?? null;
}

/** At most three known codes that a text was probably meant to be, as people read them. */
export function nearestKnown(view: StationView | null, text: string): string[] {
  const known = view === null ? [] : bundlesOf(view).map(({ code }) => parseCode(code));
  return nearestCodes(text, known.filter(isCode)).map(formatCode);
}

function bundlesOf({ open, next, lineBundles }: StationView): BundleCard[] {
  return [...open, ...(next === null ? [] : [next]), ...lineBundles];
}

function isCode(parsed: { readonly ok: boolean }): parsed is { ok: true } & TicketCode {
  return parsed.ok;
}
