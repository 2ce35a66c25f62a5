import { type DayNumber, mergeSpans, type Span, type Timeline } from "@trame/shared";

/** A part of a clock hour of a working day; half open, UTC ms. */
export interface DaySlot extends Span {
  /** Start of its clock hour. */
  readonly hour: number;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** The clock hours of a working day, ascending; whether work goes on in them or not ([K3] to [K5]). */
export function daySlots(timeline: Timeline, day: DayNumber): DaySlot[] {
  const slots: DaySlot[] = [];
  for (let at = (day - 1) * DAY_MS; at < (day + 3) * DAY_MS; ) {
    const slot = timeline.slotAt(at) ?? utcHour(at);
    if (slot.day === day) slots.push({ from: at, to: slot.to, hour: slot.hour });
    at = slot.to;
  }
  return slots;
}

/** From its first moment to its last; a day without any is empty. */
export function spanOf(slots: readonly DaySlot[]): Span {
  const spans = mergeSpans(slots);
  return { from: spans[0]?.from ?? 0, to: spans.at(-1)?.to ?? 0 };
}

/** Before the first plan no zone is known. */
function utcHour(at: number) {
  const hour = Math.floor(at / HOUR_MS) * HOUR_MS;
  return { day: Math.floor(at / DAY_MS), hour, to: hour + HOUR_MS };
}
