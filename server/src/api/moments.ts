/** RFC 3339: a date, a time and an offset. */
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/i;

/** `2026-11-23T06:00:00Z` → UTC ms; null for what is no moment, or says no offset. */
export function parseMoment(text: string): number | null {
  // A plus in an address is read as a space.
  const written = text.replace(/ (\d{2}:\d{2})$/, "+$1");
  if (!MOMENT.test(written)) return null;
  try {
    return Temporal.Instant.from(written).epochMilliseconds;
  } catch {
    return null;
  }
}
