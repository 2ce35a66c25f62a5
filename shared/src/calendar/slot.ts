import type { Span } from "../board/board.ts";
import { type DayNumber, dayOfDate } from "./days.ts";
import type { Shift } from "./shifts.ts";

/** A stretch of time in which every moment belongs to the same working day and the same clock hour. */
export interface Slot extends Span {
  readonly day: DayNumber;
  /** Start of the clock hour, UTC ms. Twice 02:00 in autumn makes two hours. */
  readonly hour: number;
}

/** A zone and the shifts that begin on its days. */
export interface DayShifts {
  readonly timeZone: string;
  shiftsOf(day: DayNumber): readonly Shift[];
}

/**
 * The slot a moment lies in: its working day is that of the shift around it, else its calendar date ([K3] to [K5]).
 * A slot reaches to the next hour, shift edge or midnight, so that one look-up serves all pieces of a stretch.
 */
export function slotAt({ timeZone, shiftsOf }: DayShifts, at: number): Slot {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  const hour = zoned.round({ smallestUnit: "hour", roundingMode: "floor" });
  let from = Math.max(hour.epochMilliseconds, zoned.startOfDay().epochMilliseconds);
  let to = hour.add({ hours: 1 }).epochMilliseconds;
  const today = dayOfDate(zoned);
  let day = today;
  for (const shift of [...shiftsOf(today - 1), ...shiftsOf(today)]) {
    if (shift.span.from <= at && at < shift.span.to) day = shift.day;
    for (const edge of [shift.span.from, shift.span.to]) {
      if (edge <= at) from = Math.max(from, edge);
      else to = Math.min(to, edge);
    }
  }
  return { from, to, day, hour: hour.epochMilliseconds };
}
