import { type Plan, shiftsOf, type Timeline } from "@trame/shared";

const DAY_MS = 86_400_000;

/**
 * When somebody who badged in and never out has left ([Y12]): at the end of the shift in which it was, or of the next one of
 * that day for who came early; without one when the day turns.
 * @param from when they badged in, UTC ms
 */
export function endOfPresence(timeline: Timeline, from: number): number {
  const plan = timeline.planAt(from);
  const slot = timeline.slotAt(from);
  if (plan === null || slot === null) return from + DAY_MS;
  const shifts = shiftsOfDay(plan, slot.day);
  const shift = shifts.find(({ span }) => from < span.to);
  return shift?.span.to ?? endOfDay(plan, from);
}

function shiftsOfDay({ calendar, workshop }: Plan, day: number) {
  return shiftsOf(calendar, workshop.timeZone, day).toSorted((a, b) => a.span.to - b.span.to);
}

function endOfDay({ workshop }: Plan, at: number): number {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(workshop.timeZone);
  return zoned.add({ days: 1 }).startOfDay().epochMilliseconds;
}
