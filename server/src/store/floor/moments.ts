import type { BlankWords } from "@trame/shared";
import type { Stretches } from "../stretches.ts";

/** Moments as people of the workshop name them. */
export interface Moments {
  /** « 9 h 12 », 09:12 by the workshop's clock. */
  timeOf(at: number): BlankWords;
  /** When the working day ends that is on at a moment, or else the next one that has working time; UTC ms. */
  endOfWork(at: number): number;
}

const DAY_MS = 86_400_000;
/** A workshop may close for the summer; what is told meanwhile is told for a day. */
const DAYS_AHEAD = 7;

export function createMoments(stretches: Pick<Stretches, "timeline" | "slotAt">): Moments {
  return {
    timeOf(at) {
      const zone = stretches.timeline.planAt(at)?.workshop.timeZone ?? "UTC";
      return timeOfDay(at, zone);
    },
    endOfWork(at) {
      const today = stretches.slotAt(at).day;
      for (let day = today; day <= today + DAYS_AHEAD; day++) {
        const end = stretches.timeline.windowsOf(day).at(-1)?.to;
        if (end !== undefined && end > at) return end;
      }
      return at + DAY_MS;
    },
  };
}

/** A time of day in a zone as the screens write it: « 9 h 12 », 09:12. */
export function timeOfDay(at: number, timeZone: string): BlankWords {
  const en = Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timeZone)
    .toPlainTime()
    .toString({ smallestUnit: "minute" });
  const [hour, minute] = en.split(":");
  return { fr: `${Number(hour)}\u00a0h\u00a0${minute}`, en };
}
