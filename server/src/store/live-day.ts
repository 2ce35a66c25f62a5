import { MINUTE_MS, type ReportedState } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { Reported } from "./boots.ts";
import type { Clockwork } from "./clock-steps.ts";
import type { Stretches } from "./stretches.ts";

/** What the board knows of the working day, in memory; read from the store when the day or the plan turns. */
export interface LiveDay {
  readonly day: number;
  /** Per place: pieces per clock hour. */
  readonly cells: Map<number, Map<number, number>>;
  /** Per station: pieces per minute (UTC ms / 60 000). */
  readonly stationMinutes: Map<string, Map<number, number>>;
  /** Per line: output per minute. */
  readonly lineMinutes: Map<string, Map<number, number>>;
  readonly lastPieceAt: Map<string, number>;
  /** Per device: when it spoke last. */
  readonly heardAt: Map<string, number>;
  /** Per device and channel. */
  readonly reported: Map<string, Reported>;
  /** Per station: jumps withheld today. */
  readonly suspects: Map<string, number>;
}

export interface PieceMade {
  readonly placeId: number;
  readonly at: number;
  /** Negative when it is taken back. */
  readonly pieces: number;
}

interface TopRow {
  readonly bootId: number;
  readonly deviceId: string;
  readonly counter: string;
  readonly seq: number;
  readonly received: number;
  readonly run: number;
  readonly n: number;
}

/** Adds pieces to the minutes of their station and line. */
export function countMinute(live: LiveDay, stretches: Stretches, piece: PieceMade): void {
  const place = stretches.place(piece.placeId);
  if (place === null || piece.pieces === 0) return;
  const minute = Math.floor(piece.at / MINUTE_MS);
  add(live.stationMinutes, place.stationId, minute, piece.pieces);
  if (place.isOutput) add(live.lineMinutes, place.lineId, minute, piece.pieces);
  const last = live.lastPieceAt.get(place.stationId) ?? -Infinity;
  if (piece.pieces > 0 && piece.at > last) live.lastPieceAt.set(place.stationId, piece.at);
}

function add(
  counts: Map<string, Map<number, number>>,
  key: string,
  minute: number,
  pieces: number,
): void {
  let minutes = counts.get(key);
  if (minutes === undefined) {
    minutes = new Map();
    counts.set(key, minutes);
  }
  minutes.set(minute, (minutes.get(minute) ?? 0) + pieces);
}

/** Reads a working day from the store. */
export function createLiveDayReader(
  sqlite: Database,
  { stretches, clockwork }: { stretches: Stretches; clockwork: Clockwork },
): { read(day: number): LiveDay; suspects(day: number): Map<string, number> } {
  const cells = sqlite.prepare<[number], { placeId: number; hour: number; pieces: number }>(
    "SELECT place_id AS placeId, hour, pieces FROM hours WHERE day = ? AND pieces <> 0",
  );
  const tops = sqlite.prepare<[], TopRow>(
    `SELECT b.id AS bootId, b.device_id AS deviceId, b.counter, s.seq, s.received, s.run, s.n
     FROM boots b JOIN samples s ON s.boot_id = b.id
       AND s.seq = (SELECT max(seq) FROM samples WHERE boot_id = b.id)
     ORDER BY b.id`,
  );
  const partsBack = sqlite.prepare<
    [number],
    { day: number; at: number; placeId: number | null; pieces: number }
  >(
    `SELECT day, at, place_id AS placeId, pieces FROM parts
     WHERE boot_id = ? ORDER BY seq DESC`,
  );
  const lastReport = sqlite.prepare<[number], { state: ReportedState; at: number }>(
    "SELECT state, at FROM samples WHERE boot_id = ? AND state IS NOT NULL ORDER BY seq DESC LIMIT 1",
  );
  const held = sqlite.prepare<[], { placeId: number | null; at: number }>(
    "SELECT place_id AS placeId, at FROM holds",
  );

  function suspects(day: number): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { placeId, at } of held.all()) {
      const place = placeId === null ? null : stretches.place(placeId);
      if (place === null || stretches.timeline.slotAt(at)?.day !== day) continue;
      counts.set(place.stationId, (counts.get(place.stationId) ?? 0) + 1);
    }
    return counts;
  }

  function readParts(live: LiveDay, bootId: number): void {
    for (const part of partsBack.iterate(bootId)) {
      if (part.day < live.day) break;
      if (part.day > live.day || part.placeId === null) continue;
      countMinute(live, stretches, { ...part, placeId: part.placeId });
    }
  }

  return {
    suspects,
    read(day) {
      const live: LiveDay = {
        day,
        cells: new Map(),
        stationMinutes: new Map(),
        lineMinutes: new Map(),
        lastPieceAt: new Map(),
        heardAt: new Map(),
        reported: new Map(),
        suspects: suspects(day),
      };
      for (const { placeId, hour, pieces } of cells.all(day)) {
        const hours = live.cells.get(placeId) ?? new Map<number, number>();
        live.cells.set(placeId, hours.set(hour, pieces));
      }
      for (const top of tops.all()) {
        const heard = live.heardAt.get(top.deviceId) ?? -Infinity;
        live.heardAt.set(top.deviceId, Math.max(heard, clockwork.adjust(top)));
        const report = lastReport.get(top.bootId);
        const key = `${top.deviceId} ${top.counter}`;
        if (report === undefined) live.reported.delete(key);
        else live.reported.set(key, report);
        readParts(live, top.bootId);
      }
      return live;
    },
  };
}
