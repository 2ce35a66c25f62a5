import type { Plan } from "@trame/shared";

/** How large a store is made. */
export interface YearSize {
  readonly stations: number;
  readonly stationsPerLine: number;
  /** Working days, Mondays to Fridays. */
  readonly days: number;
  /** The last of them, `2026-11-20`. */
  readonly lastDay: string;
}

/** A working day of the store. */
export interface YearDay {
  readonly index: number;
  readonly date: string;
  /** Eight o'clock, UTC ms. */
  readonly beganAt: number;
}

const ZONE = "Europe/Paris";
const SATURDAY = 6;
const MINUTE_MS = 60_000;
/** Bundles that a station works on in a day, and pieces in each. */
export const SLOTS = 10;
export const PIECES = 40;
const SLOT_MS = (8 * 60 * MINUTE_MS) / SLOTS;
const NOON_MS = 60 * MINUTE_MS;

/** The working days, oldest first. */
export function daysOf({ days, lastDay }: YearSize): YearDay[] {
  const dates: Temporal.PlainDate[] = [];
  for (
    let date = Temporal.PlainDate.from(lastDay);
    dates.length < days;
    date = date.subtract({ days: 1 })
  ) {
    if (date.dayOfWeek < SATURDAY) dates.unshift(date);
  }
  return dates.map((date, index) => ({
    index,
    date: date.toString(),
    beganAt: date.toZonedDateTime({ timeZone: ZONE, plainTime: "08:00" }).epochMilliseconds,
  }));
}

/** When a station begins with the so many-th bundle of its day; it rests from twelve to one. */
export function slotAt({ beganAt }: YearDay, slot: number): { from: number; to: number } {
  const from = beganAt + slot * SLOT_MS + (slot < SLOTS / 2 ? 0 : NOON_MS);
  return { from, to: from + SLOT_MS };
}

/** Lines of so many stations, one operation each, each station with its counter. */
export function yearPlan({ stations, stationsPerLine }: YearSize): Plan {
  const lines = Math.ceil(stations / stationsPerLine);
  const indexes = Array.from({ length: stations }, (_, index) => index);
  return {
    workshop: { name: "Banc d'essai", timeZone: ZONE },
    calendar: {
      shifts: [
        {
          days: [1, 2, 3, 4, 5],
          from: "08:00",
          to: "17:00",
          breaks: [{ from: "12:00", to: "13:00" }],
        },
      ],
    },
    lines: Array.from({ length: lines }, (_, line) => ({
      id: `L${line + 1}`,
      name: `Ligne ${line + 1}`,
      target: SLOTS * PIECES,
      operators: stationsPerLine,
      stations: indexes
        .slice(line * stationsPerLine, (line + 1) * stationsPerLine)
        .map((index, place) => ({
          id: stationId(index),
          name: `Poste ${index + 1}`,
          operation: operationCode(place),
          standardMinutes: 1,
          device: deviceId(index),
        })),
    })),
    devices: indexes.map((index) => ({ id: deviceId(index), heartbeatMs: 15_000 })),
  };
}

export function stationId(index: number): string {
  return `S${String(index + 1).padStart(3, "0")}`;
}

export function deviceId(index: number): string {
  return `esp-${String(index + 1).padStart(3, "0")}`;
}

export function operationCode(place: number): string {
  return String(10 * (place + 1));
}
