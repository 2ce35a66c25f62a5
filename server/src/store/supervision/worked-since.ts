import type { DayNumber, Slot, Timeline } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { MachinePieces } from "../floor/machine-pieces.ts";

/** What a station's counter counted since a moment. */
export interface WorkedSince {
  readonly stitches: number;
  /** Clock hours in which it made pieces; of the first one the part that was left. */
  readonly hours: number;
}

interface DaySums {
  readonly clock: number;
  readonly stations: ReadonlyMap<string, WorkedSince>;
}

interface HourRow {
  readonly stationId: string;
  readonly hour: number;
  readonly stitches: number;
  readonly pieces: number;
}

const HOUR_MS = 3_600_000;

/**
 * Reads what machines did since a moment. Days that did not change are added up once: each bears the clock of its last
 * change.
 */
export function createWorkedSince(sqlite: Database, machine: MachinePieces) {
  const days = new Map<DayNumber, DaySums>();
  /** Of one reading: many machines were done on the same day. */
  const rows = new Map<DayNumber, ReadonlyMap<string, readonly HourRow[]>>();
  const clocks = sqlite.prepare<[], { day: number; clock: number }>(
    "SELECT day, clock FROM days ORDER BY day",
  );
  const hoursOf = sqlite.prepare<[number], HourRow>(
    `SELECT p.station_id AS stationId, h.hour, sum(h.stitches) AS stitches, sum(h.pieces) AS pieces
     FROM hours h JOIN places p ON p.id = h.place_id WHERE h.day = ? GROUP BY p.station_id, h.hour`,
  );

  function rowsAt(stationId: string, day: DayNumber): readonly HourRow[] {
    const ofDay = rows.get(day) ?? Map.groupBy(hoursOf.all(day), (row) => row.stationId);
    rows.set(day, ofDay);
    return ofDay.get(stationId) ?? [];
  }

  /** The hour in which the count begins: all of its cell, less what was made before the moment ([MC1]). */
  function firstDay(stationId: string, at: number, timeline: Timeline): WorkedSince {
    const slot = timeline.slotAt(at);
    if (slot === null) return { stitches: 0, hours: 0 };
    const from = beginOf(timeline, at);
    const before = machine.stitches(stationId, { from, to: at }, timeline) ?? 0;
    const left = (slot.hour + HOUR_MS - at) / HOUR_MS;
    return rowsAt(stationId, slot.day)
      .filter(({ hour }) => hour >= slot.hour)
      .reduce(
        (sum, { hour, stitches, pieces }) => ({
          stitches: sum.stitches + stitches - (hour === slot.hour ? before : 0),
          hours: sum.hours + (pieces > 0 ? (hour === slot.hour ? left : 1) : 0),
        }),
        { stitches: 0, hours: 0 },
      );
  }

  return {
    /** Takes in what changed; within the snapshot that is to be read. */
    refresh(): void {
      rows.clear();
      for (const { day, clock } of clocks.all()) {
        if (days.get(day)?.clock === clock) continue;
        days.set(day, { clock, stations: sumsOf(hoursOf.all(day)) });
      }
    },
    /** Since a moment, or since the first day when it is null. */
    since(stationId: string, at: number | null, timeline: Timeline): WorkedSince {
      const first = at === null ? -Infinity : (timeline.slotAt(at)?.day ?? -Infinity);
      const sum = at === null ? { stitches: 0, hours: 0 } : firstDay(stationId, at, timeline);
      let { stitches, hours } = sum;
      for (const [day, { stations }] of days) {
        const worked = day > first ? stations.get(stationId) : undefined;
        stitches += worked?.stitches ?? 0;
        hours += worked?.hours ?? 0;
      }
      return { stitches, hours };
    },
    /** Stitches of a working day. */
    stitchesOf: (stationId: string, day: DayNumber): number =>
      days.get(day)?.stations.get(stationId)?.stitches ?? 0,
  };
}

function sumsOf(rows: readonly HourRow[]): ReadonlyMap<string, WorkedSince> {
  const stations = new Map<string, WorkedSince>();
  for (const { stationId, stitches, pieces } of rows) {
    const sum = stations.get(stationId) ?? { stitches: 0, hours: 0 };
    const hours = sum.hours + (pieces > 0 ? 1 : 0);
    stations.set(stationId, { stitches: sum.stitches + stitches, hours });
  }
  return stations;
}

/** Where the cell of a moment begins: its clock hour, as far as it is of the same working day. */
function beginOf(timeline: Timeline, at: number): number {
  const own = timeline.slotAt(at);
  let from = at;
  for (let slot = own; slot !== null && isSameCell(slot, own); ) {
    from = slot.from;
    slot = from > slot.hour ? timeline.slotAt(from - 1) : null;
  }
  return from;
}

function isSameCell(slot: Slot, other: Slot | null): boolean {
  return slot.day === other?.day && slot.hour === other.hour;
}
