/** What happens during the demo besides ordinary work, so that each state of a station can be seen when it opens and again later. */
import type { Incident, IncidentKind } from "@trame/firmware-sim";

interface Scene {
  readonly station: string;
  readonly kind: IncidentKind;
  /** From the opening; negative: it has already begun. */
  readonly afterMinutes: number;
  readonly minutes: number;
}

interface Story {
  readonly opening: readonly Scene[];
  readonly later: readonly Scene[];
}

const MINUTE_MS = 60_000;
/** The later scenes come again and again until the shift is over. */
const EVERY_MINUTES = 36;
const TURNS = 7;

/**
 * A broken needle and a packet that does not come are seen at once; then a counter falls silent. Each at a station with
 * another beside it or with stock behind it, so that the line's output goes on.
 */
const LONS: Story = {
  opening: [
    { station: "S02", kind: "fault", afterMinutes: -3, minutes: 7 },
    { station: "S08", kind: "starved", afterMinutes: -4, minutes: 6 },
    { station: "S04", kind: "offline", afterMinutes: 1, minutes: 5 },
  ],
  later: [
    { station: "S06", kind: "starved", afterMinutes: 9, minutes: 5 },
    { station: "S03", kind: "fault", afterMinutes: 14, minutes: 8 },
    { station: "S10", kind: "offline", afterMinutes: 20, minutes: 4 },
    { station: "S07", kind: "starved", afterMinutes: 26, minutes: 4 },
    { station: "S08", kind: "power-cut", afterMinutes: 31, minutes: 2 },
    { station: "S05", kind: "fault", afterMinutes: 34, minutes: 6 },
  ],
};

/** The same in the workshop of school uniforms: at no station where parts come together, since nobody can guess a join. */
const UNIFORMES: Story = {
  opening: [
    { station: "S14", kind: "fault", afterMinutes: -3, minutes: 7 },
    { station: "S33", kind: "starved", afterMinutes: -4, minutes: 6 },
    { station: "S10", kind: "offline", afterMinutes: 1, minutes: 5 },
  ],
  later: [
    { station: "S22", kind: "starved", afterMinutes: 9, minutes: 5 },
    { station: "S38", kind: "fault", afterMinutes: 14, minutes: 8 },
    { station: "S35", kind: "offline", afterMinutes: 20, minutes: 4 },
    { station: "S02", kind: "power-cut", afterMinutes: 31, minutes: 2 },
  ],
};

const STORIES: ReadonlyMap<string, Story> = new Map([
  ["lons", LONS],
  ["uniformes", UNIFORMES],
]);

/** The incidents of a scenario's demo that opens then (UTC ms); none for one that has no story here. */
export function tellDemo(scenario: string, opensAt: number): Incident[] {
  const { opening, later: scenes } = STORIES.get(scenario) ?? { opening: [], later: [] };
  const later = Array.from({ length: TURNS }, (_, turn) =>
    scenes.map((scene) => ({
      ...scene,
      afterMinutes: scene.afterMinutes + turn * EVERY_MINUTES,
    })),
  );
  return [...opening, ...later.flat()].map(({ station, kind, afterMinutes, minutes }) => {
    const from = opensAt + afterMinutes * MINUTE_MS;
    return { station, kind, from, to: from + minutes * MINUTE_MS };
  });
}
