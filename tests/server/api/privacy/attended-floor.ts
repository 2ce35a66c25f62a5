/** A line at which so many people were, each at a station of their own and for a time of their own, over one order. */
import { badgeToQr, sumMinutes } from "@trame/shared";
import { type FloorHttp, openFloor } from "../floor/floor-http.ts";

export const DAY = "2026-11-23";
const STATIONS = ["S01", "S02", "S03", "S04"] as const;
/** Seconds after eight, none the sum of others. */
const STAYED = [3_697, 5_003, 5_819, 6_791] as const;
const EIGHT = Date.parse(`${DAY}T08:00:00+01:00`);
const GOOD = 20;

export interface AttendedFloor extends FloorHttp {
  /** Attended minutes of each person. */
  readonly minutes: readonly number[];
  /** Earned minutes of each of them: of one operation. */
  readonly earned: number;
}

/** Opens it once the day is over; it closes with the test. */
export async function openAttended(people: 3 | 4): Promise<AttendedFloor> {
  const floor = await openFloor({ bundleSize: GOOD, pieces: GOOD });
  const there = STATIONS.slice(0, people);
  for (const [index, stationId] of there.entries()) {
    const person = { id: `p${index}`, pseudonym: `Personne ${index}`, badge: 410 + index };
    await floor.send("POST", "/operators", person);
    await badge(floor, { index, stationId, direction: "in" });
  }
  const [code = ""] = floor.codes;
  floor.setNow("2026-11-23T08:10:00+01:00");
  for (const stationId of STATIONS) await floor.work(stationId, code, GOOD);
  for (const [index, stationId] of there.entries()) {
    floor.setNow(new Date(EIGHT + (STAYED[index] ?? 0) * 1_000).toISOString());
    await badge(floor, { index, stationId, direction: "out" });
  }
  floor.setNow("2026-11-23T18:00:00+01:00");
  await floor.settled();
  const minutes = STAYED.slice(0, people).map((seconds) => sumMinutes([seconds / 60]));
  return { ...floor, minutes, earned: GOOD / 2 };
}

function badge(
  floor: FloorHttp,
  { index, stationId, direction }: { index: number; stationId: string; direction: "in" | "out" },
) {
  return floor.act("/badges", stationId, { badge: badgeToQr(410 + index), direction });
}
