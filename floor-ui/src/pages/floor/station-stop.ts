import type { StateSince, StationRow } from "@trame/shared";
import type { StopSaid } from "./wishes.ts";

interface UnderWay {
  /** What the station does now. */
  readonly now: StateSince;
  /** UTC ms. */
  readonly asOf: number;
  readonly cause: string;
}

/** A stop that a person notes now: from when the station stands still, or else from this moment; it goes on. */
export function stopUnderWay(stationId: string, { now, asOf, cause }: UnderWay): StopSaid {
  const stands = now.state === "waiting" || now.state === "stopped";
  const from = Math.round(stands && now.since !== null ? now.since : asOf);
  return { scope: { stationId }, from, to: null, cause };
}

/** What was said of the station is over; null where nothing was that goes on. A later word over the same beginning takes the place of one that goes on. */
export function endOfMark(
  { stationId, mark }: Pick<StationRow, "stationId" | "mark">,
  asOf: number,
): StopSaid | null {
  if (mark === null) return null;
  const to = Math.max(Math.round(asOf), mark.from + 1);
  return { scope: { stationId }, from: mark.from, to, cause: mark.cause };
}
