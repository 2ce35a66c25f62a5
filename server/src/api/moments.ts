import type { HttpDeps } from "./deps.ts";

/** RFC 3339: a date, a time and an offset. */
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/i;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Before the first plan has said where the workshop is. */
const FIRST_ZONE = "Europe/Paris";

/** `2026-11-23T06:00:00Z` → UTC ms; null for what is no moment, or says no offset. */
function parseMoment(text: string): number | null {
  // A plus in an address is read as a space.
  const written = text.replace(/ (\d{2}:\d{2})$/, "+$1");
  if (!MOMENT.test(written)) return null;
  try {
    return Temporal.Instant.from(written).epochMilliseconds;
  } catch {
    return null;
  }
}

/**
 * The moment that a request names, UTC ms: now when it names none, and of a day (`2026-12-01`) its first one in the workshop,
 * since a page cannot know the workshop's zone better than the server; null for what is neither ([SE4]).
 */
export async function readMoment(
  text: string | undefined,
  { now, store }: Pick<HttpDeps, "now" | "store">,
): Promise<number | null> {
  if (text === undefined) return now();
  if (!DAY.test(text)) return parseMoment(text);
  const versions = await store.plans();
  const plan = (versions.findLast(({ from }) => from <= now()) ?? versions[0])?.plan;
  try {
    const day = Temporal.PlainDate.from(text, { overflow: "reject" });
    return day.toZonedDateTime(plan?.workshop.timeZone ?? FIRST_ZONE).epochMilliseconds;
  } catch {
    return null;
  }
}
