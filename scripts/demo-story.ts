/** What happens during the demo besides ordinary work, so that each state of a station can be seen when it opens and again later. */
import type { Incident, IncidentKind } from "@trame/firmware-sim";

interface Scene {
  readonly station: string;
  readonly kind: IncidentKind;
  /** From the opening; negative: it has already begun. */
  readonly afterMinutes: number;
  readonly minutes: number;
}

const MINUTE_MS = 60_000;
/** The later scenes come again and again until the shift is over. */
const EVERY_MINUTES = 36;
const TURNS = 7;

/**
 * A broken needle and a packet that does not come are seen at once; then a counter falls silent. Each at a station with
 * another beside it or with stock behind it, so that the line's output goes on.
 */
const OPENING: readonly Scene[] = [
  { station: "S02", kind: "fault", afterMinutes: -3, minutes: 7 },
  { station: "S08", kind: "starved", afterMinutes: -4, minutes: 6 },
  { station: "S04", kind: "offline", afterMinutes: 1, minutes: 5 },
];
const LATER: readonly Scene[] = [
  { station: "S06", kind: "starved", afterMinutes: 9, minutes: 5 },
  { station: "S03", kind: "fault", afterMinutes: 14, minutes: 8 },
  { station: "S10", kind: "offline", afterMinutes: 20, minutes: 4 },
  { station: "S07", kind: "starved", afterMinutes: 26, minutes: 4 },
  { station: "S08", kind: "power-cut", afterMinutes: 31, minutes: 2 },
  { station: "S05", kind: "fault", afterMinutes: 34, minutes: 6 },
];

/** The incidents of a demo that opens then (UTC ms). */
export function tellDemo(opensAt: number): Incident[] {
  const later = Array.from({ length: TURNS }, (_, turn) =>
    LATER.map((scene) => ({
      ...scene,
      afterMinutes: scene.afterMinutes + turn * EVERY_MINUTES,
    })),
  );
  return [...OPENING, ...later.flat()].map(({ station, kind, afterMinutes, minutes }) => {
    const from = opensAt + afterMinutes * MINUTE_MS;
    return { station, kind, from, to: from + minutes * MINUTE_MS };
  });
}
