/** What happens during the demo besides ordinary work, so that each state of a station can be seen when it opens and again later. */
import type { Incident } from "@trame/firmware-sim";

interface Scene extends Omit<Incident, "from" | "to"> {
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

/** Nobody says why: it waits on the supervisor's page. */
const UNEXPLAINED = { call: null, takenAfterMinutes: null, cause: null };
const NEEDLE = { call: "mechanic", takenAfterMinutes: 2, cause: "thread" } as const;
const MATERIAL = { call: "material", takenAfterMinutes: 1, cause: "material" } as const;

/**
 * A broken needle and a packet that does not come are seen at once, one called and one taken, and somebody who is being shown
 * how; then a counter falls silent. Packets pile up where somebody is slow, and elsewhere later. Each at a station with another
 * beside it or with stock behind it, so that the line's output goes on.
 */
const LONS: Story = {
  opening: [
    { station: "S05", kind: "slow", afterMinutes: -95, minutes: 18 },
    { station: "S07", kind: "doubt", afterMinutes: -62, minutes: 5 },
    { station: "S03", kind: "fault", afterMinutes: -48, minutes: 7, said: NEEDLE },
    { station: "S01", kind: "fault", afterMinutes: -33, minutes: 6, said: UNEXPLAINED },
    { station: "S07", kind: "starved", afterMinutes: -21, minutes: 7, said: UNEXPLAINED },
    { station: "S09", kind: "slow", afterMinutes: -24, minutes: 42 },
    { station: "S06", kind: "support", afterMinutes: -5, minutes: 9 },
    {
      station: "S02",
      kind: "fault",
      afterMinutes: -3,
      minutes: 9,
      said: { ...NEEDLE, takenAfterMinutes: 4 },
    },
    { station: "S08", kind: "starved", afterMinutes: -4, minutes: 6, said: MATERIAL },
    { station: "S04", kind: "offline", afterMinutes: 1, minutes: 5 },
  ],
  later: [
    { station: "S06", kind: "starved", afterMinutes: 9, minutes: 5, said: MATERIAL },
    { station: "S03", kind: "fault", afterMinutes: 14, minutes: 8, said: NEEDLE },
    { station: "S05", kind: "slow", afterMinutes: 19, minutes: 20 },
    { station: "S10", kind: "offline", afterMinutes: 20, minutes: 4 },
    { station: "S07", kind: "doubt", afterMinutes: 26, minutes: 4 },
    { station: "S02", kind: "support", afterMinutes: 29, minutes: 6 },
    { station: "S08", kind: "power-cut", afterMinutes: 31, minutes: 2 },
    { station: "S01", kind: "fault", afterMinutes: 34, minutes: 6 },
  ],
};

/** The same in the workshop of school uniforms: no network goes at a station where parts come together, since nobody can guess a join. */
const UNIFORMES: Story = {
  opening: [
    { station: "S09", kind: "slow", afterMinutes: -80, minutes: 30 },
    { station: "S38", kind: "fault", afterMinutes: -50, minutes: 7, said: NEEDLE },
    { station: "S21", kind: "slow", afterMinutes: -30, minutes: 50 },
    { station: "S28", kind: "fault", afterMinutes: -25, minutes: 6, said: UNEXPLAINED },
    { station: "S26", kind: "support", afterMinutes: -5, minutes: 9 },
    {
      station: "S14",
      kind: "fault",
      afterMinutes: -3,
      minutes: 9,
      said: { ...NEEDLE, takenAfterMinutes: 4 },
    },
    { station: "S33", kind: "starved", afterMinutes: -4, minutes: 6, said: MATERIAL },
    { station: "S10", kind: "offline", afterMinutes: 1, minutes: 5 },
  ],
  later: [
    { station: "S22", kind: "starved", afterMinutes: 9, minutes: 5, said: MATERIAL },
    { station: "S38", kind: "fault", afterMinutes: 14, minutes: 8, said: NEEDLE },
    { station: "S09", kind: "slow", afterMinutes: 19, minutes: 20 },
    { station: "S35", kind: "offline", afterMinutes: 20, minutes: 4 },
    { station: "S11", kind: "doubt", afterMinutes: 24, minutes: 4 },
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
  return [...opening, ...later.flat()].map(({ afterMinutes, minutes, ...incident }) => {
    const from = opensAt + afterMinutes * MINUTE_MS;
    return { ...incident, from, to: from + minutes * MINUTE_MS };
  });
}
