import {
  cutSpans,
  ownWindows,
  type Plan,
  type Span,
  shiftsOf,
  type Timeline,
  type WorkPattern,
} from "@trame/shared";

/** Somebody who badged in. */
export interface Came {
  /** When they badged in, UTC ms. */
  readonly from: number;
  /** Their own hours, when they work part time. */
  readonly pattern: WorkPattern | undefined;
}

const DAY_MS = 86_400_000;

/**
 * When somebody who badged in and never out has left ([Y12]): at the end of their own hours of the day ([K11]); else at the end of the
 * shift in which it was, or of the next one of that day for who came early; without one when the day turns.
 */
export function endOfPresence(timeline: Timeline, came: Came): number {
  const { from } = came;
  const plan = timeline.planAt(from);
  const slot = timeline.slotAt(from);
  if (plan === null || slot === null) return from + DAY_MS;
  const own = ownHours(timeline, came).at(-1);
  if (own !== undefined) return own.to;
  const shifts = shiftsOfDay(plan, slot.day);
  const shift = shifts.find(({ span }) => from < span.to);
  return shift?.span.to ?? endOfDay(plan, from);
}

/**
 * When somebody was there who badged in: until they badged out, or until they are taken to have left, but for the hours between that
 * are not their own.
 * @param to when they badged out, UTC ms; null when they did not
 */
export function presenceSpans(timeline: Timeline, came: Came, to: number | null): Span[] {
  const { from } = came;
  if (to !== null) return [{ from, to }];
  const own = ownHours(timeline, came);
  const between = own.slice(1).map((next, i) => ({ from: own[i]?.to ?? next.from, to: next.from }));
  return cutSpans({ from, to: endOfPresence(timeline, came) }, between);
}

/** Own working time of the day; none for who works all hours, and for who came after the end of theirs. */
function ownHours(timeline: Timeline, { from, pattern }: Came): readonly Span[] {
  const plan = timeline.planAt(from);
  const slot = timeline.slotAt(from);
  if (plan === null || slot === null || pattern === undefined) return [];
  const { timeZone } = plan.workshop;
  const { day } = slot;
  const own = ownWindows(pattern, { day, windows: timeline.windowsOf(day), timeZone });
  return (own.at(-1)?.to ?? from) > from ? own : [];
}

function shiftsOfDay({ calendar, workshop }: Plan, day: number) {
  return shiftsOf(calendar, workshop.timeZone, day).toSorted((a, b) => a.span.to - b.span.to);
}

function endOfDay({ workshop }: Plan, at: number): number {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(workshop.timeZone);
  return zoned.add({ days: 1 }).startOfDay().epochMilliseconds;
}
