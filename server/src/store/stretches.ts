import { clipSpan, type Place, type Slot, type Span, type Timeline } from "@trame/shared";
import type { Database } from "better-sqlite3";

/** A stretch of time in which what a counter counts lands in one cell: same place, same day, same hour. */
export interface Stretch extends Span {
  readonly day: number;
  readonly hour: number;
  readonly place: Place | null;
  readonly placeId: number | null;
  /** Since when the counter has been bound to this station without a gap; UTC ms. */
  readonly boundSince: number;
}

/** Where and when pieces land, under the plan in force when they were made. */
export interface Stretches {
  readonly timeline: Timeline;
  replaceTimeline(timeline: Timeline): void;
  stretchAt(deviceId: string, counter: string, at: number): Stretch;
  /** Working day and clock hour of a moment, and how far they reach. */
  slotAt(at: number): Slot;
  /** The number of a place. */
  placeId(place: Place): number;
  /** The place behind an interned number. */
  place(placeId: number): Place | null;
  /** After a rollback: forgets what was interned in it. */
  reload(): void;
}

interface PlaceRow extends Omit<Place, "isOutput"> {
  readonly id: number;
  readonly isOutput: number;
}

const DAY_MS = 86_400_000;

export function createStretches(sqlite: Database, first: Timeline): Stretches {
  const ids = new Map<string, number>();
  const places = new Map<number, Place>();
  const insert = sqlite.prepare(
    `INSERT INTO places (line_id, station_id, operation, standard_minutes, is_output)
     VALUES (@lineId, @stationId, @operation, @standardMinutes, @isOutput)`,
  );
  const readAll = sqlite.prepare<[], PlaceRow>(
    `SELECT id, line_id AS lineId, station_id AS stationId, operation,
            standard_minutes AS standardMinutes, is_output AS isOutput FROM places`,
  );
  let timeline = first;

  function reload(): void {
    ids.clear();
    places.clear();
    for (const { id, ...row } of readAll.all()) keep(id, { ...row, isOutput: row.isOutput === 1 });
  }

  function keep(id: number, place: Place): void {
    ids.set(keyOf(place), id);
    places.set(id, place);
  }

  function intern(place: Place): number {
    const known = ids.get(keyOf(place));
    if (known !== undefined) return known;
    const row = { ...place, isOutput: place.isOutput ? 1 : 0 };
    const id = Number(insert.run(row).lastInsertRowid);
    keep(id, place);
    return id;
  }

  reload();
  return {
    get timeline() {
      return timeline;
    },
    replaceTimeline(next) {
      timeline = next;
    },
    stretchAt(deviceId, counter, at) {
      const binding = timeline.bindingAt(deviceId, counter, at);
      const slot = timeline.slotAt(at) ?? utcDay(at);
      const span = clipSpan(slot, binding) ?? { from: at, to: at + 1 };
      const { place, boundSince } = binding;
      const placeId = place === null ? null : intern(place);
      return { ...span, day: slot.day, hour: slot.hour, place, placeId, boundSince };
    },
    slotAt: (at) => timeline.slotAt(at) ?? utcDay(at),
    placeId: intern,
    place: (placeId) => places.get(placeId) ?? null,
    reload,
  };
}

function keyOf(place: Place): string {
  return JSON.stringify([
    place.lineId,
    place.stationId,
    place.operation,
    place.standardMinutes,
    place.isOutput,
  ]);
}

/** Before the first plan no zone is known; nothing counts then, so the day only has to be some day. */
function utcDay(at: number): Slot {
  const day = Math.floor(at / DAY_MS);
  return { from: day * DAY_MS, to: (day + 1) * DAY_MS, day, hour: day * DAY_MS };
}
