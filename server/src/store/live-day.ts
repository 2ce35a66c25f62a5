import { MINUTE_MS, type Place } from "@trame/shared";
import type { Database } from "better-sqlite3";
import { type Reported, voiceKey } from "./boot-record.ts";
import type { Boots } from "./boots.ts";
import type { Clockwork } from "./clock-steps.ts";
import type { Inbox } from "./inbox.ts";
import { createRecentPieces, type RecentPieces } from "./recent-pieces.ts";
import type { Stretches } from "./stretches.ts";
import { createTopsOf, earliestOf, type TopRow } from "./tops-of-day.ts";

/** What the board knows of the working day, in memory; read from the store when the day or the plan turns. */
export interface LiveDay {
  readonly day: number;
  /** Per station and place: pieces per clock hour. */
  readonly cells: Map<string, Map<number, Map<number, number>>>;
  /** Per station: pieces per minute (UTC ms / 60 000). */
  readonly stationMinutes: Map<string, Map<number, number>>;
  /** Per line: output per minute. */
  readonly lineMinutes: Map<string, Map<number, number>>;
  /** Per station. */
  readonly recent: Map<string, RecentPieces>;
  /** Per device: when it spoke last. */
  readonly heardAt: Map<string, number>;
  /** Per device and channel: the boot that made the latest sample. */
  readonly voices: Map<string, Voice>;
  /** Per station: jumps withheld today. */
  readonly suspects: Map<string, number>;
}

/** What a counter says of its machine: the boot of its latest sample has the word. */
export interface Voice {
  readonly bootId: number;
  /** Of the latest sample, UTC ms. */
  readonly at: number;
  readonly reported: Reported | null;
}

export interface PieceMade {
  readonly place: Place;
  readonly at: number;
  /** Negative when it is taken back. */
  readonly pieces: number;
}

export interface CellCount {
  readonly placeId: number;
  readonly hour: number;
  readonly pieces: number;
}

/** Adds pieces to the minutes of their station and line, or takes them back. */
export function countMinute(live: LiveDay, { place, at, pieces }: PieceMade): void {
  if (pieces === 0) return;
  const minute = Math.floor(at / MINUTE_MS);
  add(entryOf(live.stationMinutes, place.stationId, newCounts), minute, pieces);
  if (place.isOutput) add(entryOf(live.lineMinutes, place.lineId, newCounts), minute, pieces);
  entryOf(live.recent, place.stationId, createRecentPieces).add(at, pieces);
}

/** Adds what an act declares to the minutes of its station and line, or takes it back with `sign` -1. */
export function countTally(
  live: LiveDay,
  { place, at, pieces }: PieceMade,
  { sign }: { readonly sign: 1 | -1 },
): void {
  const minute = Math.floor(at / MINUTE_MS);
  add(entryOf(live.stationMinutes, place.stationId, newCounts), minute, sign * pieces);
  if (place.isOutput) {
    add(entryOf(live.lineMinutes, place.lineId, newCounts), minute, sign * pieces);
  }
  // What a declaration takes off the machine's count was no piece that somebody made then.
  if (pieces <= 0) return;
  entryOf(live.recent, place.stationId, createRecentPieces).add(at, sign * pieces);
}

/** Adds pieces to the hour of their place, or takes them back. */
export function countHour(
  live: LiveDay,
  { stationId }: Place,
  { placeId, hour, pieces }: CellCount,
): void {
  const places = entryOf(live.cells, stationId, () => new Map<number, Map<number, number>>());
  add(entryOf(places, placeId, newCounts), hour, pieces);
}

/** The word goes to the boot of the latest sample; of two at one moment, to the one created last. */
export function giveWord(voices: Map<string, Voice>, key: string, voice: Voice): void {
  const before = voices.get(key);
  const isLater =
    before === undefined ||
    before.bootId === voice.bootId ||
    voice.at > before.at ||
    (voice.at === before.at && voice.bootId > before.bootId);
  if (isLater) voices.set(key, voice);
}

function newCounts(): Map<number, number> {
  return new Map();
}

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, create: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) {
    value = create();
    map.set(key, value);
  }
  return value;
}

function add(counts: Map<number, number>, key: number, pieces: number): void {
  counts.set(key, (counts.get(key) ?? 0) + pieces);
}

export interface LiveDayDeps {
  readonly boots: Pick<Boots, "marked">;
  readonly stretches: Stretches;
  readonly clockwork: Clockwork;
  readonly inbox: Inbox;
}

/** Reads a working day from the store. */
export function createLiveDayReader(
  sqlite: Database,
  { boots, stretches, clockwork, inbox }: LiveDayDeps,
): { read(day: number): LiveDay; suspects(day: number): Map<string, number> } {
  const statements = prepare(sqlite);
  const topsOf = createTopsOf(sqlite, boots);

  function suspects(day: number): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { placeId, at } of statements.held.all()) {
      const place = placeId === null ? null : stretches.place(placeId);
      if (place === null || stretches.timeline.slotAt(at)?.day !== day) continue;
      counts.set(place.stationId, (counts.get(place.stationId) ?? 0) + 1);
    }
    return counts;
  }

  function readParts(live: LiveDay, bootId: number): void {
    const earliest = earliestOf(live.day, boots.marked.has(bootId));
    for (const { day, at, placeId, pieces } of statements.partsBack.iterate(bootId)) {
      if (at < earliest) break;
      const place = placeId === null ? null : stretches.place(placeId);
      if (day === live.day && place !== null) countMinute(live, { place, at, pieces });
    }
  }

  function readBoot(live: LiveDay, top: TopRow): void {
    const { bootId, deviceId, counter, at } = top;
    const heard = live.heardAt.get(deviceId) ?? -Infinity;
    live.heardAt.set(deviceId, Math.max(heard, clockwork.adjust(top)));
    const reported = statements.lastReport.get(bootId) ?? null;
    giveWord(live.voices, voiceKey(deviceId, counter), { bootId, at, reported });
    readParts(live, bootId);
  }

  return {
    suspects,
    read(day) {
      inbox.settle();
      const live: LiveDay = {
        day,
        cells: new Map(),
        stationMinutes: new Map(),
        lineMinutes: new Map(),
        recent: new Map(),
        heardAt: new Map(),
        voices: new Map(),
        suspects: suspects(day),
      };
      for (const cell of statements.cells.all(day)) {
        const place = stretches.place(cell.placeId);
        if (place !== null) countHour(live, place, cell);
      }
      for (const top of topsOf(day)) readBoot(live, top);
      for (const { placeId, ...tally } of statements.tallies.all(day)) {
        const place = stretches.place(placeId);
        if (place !== null) countTally(live, { place, ...tally }, { sign: 1 });
      }
      return live;
    },
  };
}

function prepare(sqlite: Database) {
  return {
    cells: sqlite.prepare<[number], CellCount>(
      "SELECT place_id AS placeId, hour, pieces FROM hours WHERE day = ? AND pieces <> 0",
    ),
    tallies: sqlite.prepare<[number], { placeId: number; at: number; pieces: number }>(
      `SELECT place_id AS placeId, at, pieces FROM tallies
       WHERE day = ? AND place_id IS NOT NULL ORDER BY at, bundle_id, i`,
    ),
    partsBack: sqlite.prepare<
      [number],
      { day: number; at: number; placeId: number | null; pieces: number }
    >(
      `SELECT day, at, place_id AS placeId, pieces FROM parts
       WHERE boot_id = ? ORDER BY seq DESC`,
    ),
    lastReport: sqlite.prepare<[number], Reported>(
      `SELECT state, at FROM samples WHERE boot_id = ? AND state IS NOT NULL
       ORDER BY seq DESC LIMIT 1`,
    ),
    held: sqlite.prepare<[], { placeId: number | null; at: number }>(
      "SELECT place_id AS placeId, at FROM holds",
    ),
  };
}
