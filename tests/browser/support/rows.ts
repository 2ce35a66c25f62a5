import type { Board, LineRow, MinuteCounts, Span, StationRow } from "@trame/shared";

const HOUR_MS = 3_600_000;

/** UTC ms of a time of day in Lons on the day of all these tests, 2026-11-23 (UTC+1): `at("11:35")`. */
export function at(time: string): number {
  return Date.parse(`2026-11-23T${time.length === 5 ? `${time}:00` : time}+01:00`);
}

/** 08:00 to 12:00 and 13:00 to 17:00: eight hours. */
export const workday: readonly Span[] = [
  { from: at("08:00"), to: at("12:00") },
  { from: at("13:00"), to: at("17:00") },
];

/** The clock hours that spans touch. */
export function clockHoursOf(windows: readonly Span[]): number[] {
  const first = windows[0];
  const last = windows.at(-1);
  if (first === undefined || last === undefined) return [];
  const start = Math.floor(first.from / HOUR_MS) * HOUR_MS;
  const count = Math.ceil((last.to - start) / HOUR_MS);
  return Array.from({ length: count }, (_, index) => start + index * HOUR_MS);
}

/** The same number of pieces each minute of a span. */
export function evenMinutes(span: Span, perMinute: number): MinuteCounts {
  const length = Math.ceil((span.to - span.from) / 60_000);
  return { from: span.from, counts: Array.from({ length }, () => perMinute) };
}

/** A station of line 1 that was heard and made a piece a moment before 11:35. */
export function stationRow(over: Partial<StationRow> = {}): StationRow {
  return {
    stationId: "S01",
    lineId: "L1",
    name: "Poste 1",
    operation: "Surjet des bords",
    standardMinutes: 0.42,
    waitMinutes: null,
    spot: null,
    mark: null,
    waiting: null,
    deviceId: "esp-01",
    silentAfterMs: 30_000,
    pieces: 431,
    hours: [
      { hour: at("08:00"), pieces: 119 },
      { hour: at("09:00"), pieces: 121 },
      { hour: at("10:00"), pieces: 117 },
      { hour: at("11:00"), pieces: 74 },
    ],
    minutes: evenMinutes({ from: at("10:30"), to: at("11:35") }, 2),
    lastPieceAt: at("11:34:40"),
    heardAt: at("11:34:55"),
    reported: null,
    suspects: 0,
    ...over,
  };
}

/** Line 1 at 11:35, one station, 18 pieces behind. */
export function lineRow(over: Partial<LineRow> = {}): LineRow {
  return {
    lineId: "L1",
    name: "Ligne 1",
    target: 960,
    targetOrigin: "plan",
    calls: [],
    quality: null,
    flow: [],
    orders: [],
    message: null,
    operators: 1,
    stationIds: ["S01"],
    outputStationIds: ["S01"],
    pieces: 412,
    earnedMinutes: 173.04,
    hours: [
      { hour: at("08:00"), pieces: 108 },
      { hour: at("09:00"), pieces: 121 },
      { hour: at("10:00"), pieces: 113 },
      { hour: at("11:00"), pieces: 70 },
    ],
    minutes: evenMinutes({ from: at("10:30"), to: at("11:35") }, 2),
    ...over,
  };
}

/** The board of one line with one station at 11:35. */
export function boardOf(over: Partial<Board> = {}): Board {
  const windows = over.windows ?? workday;
  return {
    clock: 41,
    serverTime: at("11:35"),
    uiVersion: "dev",
    workshop: { name: "Atelier Lons", timeZone: "Europe/Paris" },
    day: "2026-11-23",
    stationFigures: true,
    dayLabel: null,
    windows,
    clockHours: clockHoursOf(windows),
    recomputing: 0,
    lines: [lineRow()],
    stations: [stationRow()],
    ...over,
  };
}
