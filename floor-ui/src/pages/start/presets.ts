import type { ShiftDraft, StationDraft } from "../../data/start/start-draft.ts";

/** Hours that many workshops keep. */
export const HOURS = {
  day: { days: [1, 2, 3, 4, 5], shifts: [shift("08:00", "17:00", ["12:00", "13:00"])] },
  early: { days: [1, 2, 3, 4, 5], shifts: [shift("07:00", "15:30", ["12:00", "12:30"])] },
  fourDays: { days: [1, 2, 3, 4], shifts: [shift("07:30", "17:00", ["12:00", "13:00"])] },
  twoTeams: {
    days: [1, 2, 3, 4, 5],
    shifts: [
      shift("05:30", "13:30", ["09:30", "10:00"]),
      shift("13:30", "21:30", ["17:30", "18:00"]),
    ],
  },
} as const satisfies Readonly<Record<string, HoursPreset>>;

export type HoursName = keyof typeof HOURS;

interface HoursPreset {
  readonly days: readonly number[];
  readonly shifts: readonly ShiftDraft[];
}

/** Minutes allowed for one piece on usual garments; a beginning that each workshop writes over with its own times. */
export const LINES = {
  one: [0.5],
  mask: [0.42, 0.35, 0.5, 0.2],
  tshirt: [0.45, 0.6, 0.9, 0.8, 0.7],
  apron: [0.6, 0.9, 0.5, 0.3],
} as const satisfies Readonly<Record<string, readonly number[]>>;

export type LineName = keyof typeof LINES;

/** The preset that these hours are; null for hours of one's own. */
export function hoursNamed(days: readonly number[], shifts: readonly ShiftDraft[]) {
  const own = JSON.stringify({ days, shifts });
  const names = Object.keys(HOURS) as HoursName[];
  return names.find((name) => JSON.stringify(HOURS[name]) === own) ?? null;
}

/** The stations of a preset, with the names of their operations in the language of the page. */
export function stationsOf(
  name: LineName,
  operations: readonly string[],
  decimal: (value: number) => string,
): StationDraft[] {
  return LINES[name].map((minutes, index) => ({
    operation: operations[index] ?? "",
    minutes: decimal(minutes),
  }));
}

function shift(
  from: string,
  to: string,
  [pauseFrom, pauseTo]: readonly [string, string],
): ShiftDraft {
  return { from, to, pauseFrom, pauseTo };
}
