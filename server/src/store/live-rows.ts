import {
  type Board,
  calendarDay,
  type LineRow,
  type Place,
  type Plan,
  type StationRow,
} from "@trame/shared";
import type { Database } from "better-sqlite3";
import { createBoardReader, createChanges, type Shown } from "./board-reader.ts";
import { boardHours, boardUntil, silentAfterMs } from "./board-time.ts";
import type { BootRecord } from "./boot-record.ts";
import {
  countHour,
  countMinute,
  countTally,
  createLiveDayReader,
  giveWord,
  type LiveDay,
  type LiveDayDeps,
} from "./live-day.ts";
import { createStationFigures } from "./privacy/figure-mask.ts";
import type { CellKey } from "./rollups.ts";
import type { Stretches } from "./stretches.ts";
import type { FloorNow } from "./supervision/floor-now.ts";

/** Rows of the board that changed since they were last asked for. */
export interface RowChanges {
  readonly lines: readonly LineRow[];
  readonly stations: readonly StationRow[];
}

/** The board without what only the store's caller knows. */
export type BoardBody = Omit<Board, "serverTime" | "uiVersion" | "clock" | "recomputing"> & {
  /** When the board must be read anew: the day turns, or another plan holds. UTC ms */
  readonly validUntil: number;
};

/** The working day in memory: kept by the folds, read by the board, without a query while pieces come in order. */
export interface LiveRows {
  /** Pieces were made at a moment (UTC ms), or are taken back. */
  count(key: CellKey, piece: { readonly at: number; readonly pieces: number }): void;
  /** An act declares pieces, below 0 when it takes some off, or does so no longer with `sign` -1. */
  tally(
    key: CellKey,
    tally: { readonly at: number; readonly pieces: number; readonly sign: 1 | -1 },
  ): void;
  heard(deviceId: string, received: number): void;
  /** Samples of a boot were taken in: it may be the one that tells how the machine is. */
  spoke(record: BootRecord): void;
  /** Something was withheld, or no longer is. */
  holdsChanged(): void;
  /** The plan or the past changed: the day is read anew when it is next asked for. */
  forget(): void;
  /** A transaction failed, or the clock stepped: even what the devices said last is read anew. */
  forgetAll(): void;
  /** False when rows alone can't tell what changed: the whole board must be read. */
  canPatch(now: number): boolean;
  hasChanges(): boolean;
  readBoard(now: number): BoardBody;
  takeChanges(now: number): RowChanges;
}

const DAY_MS = 86_400_000;

/** What the rows are made with. */
export interface LiveRowsDeps extends LiveDayDeps {
  readonly floorNow: FloorNow;
}

export function createLiveRows(sqlite: Database, deps: LiveRowsDeps): LiveRows {
  const { stretches, floorNow } = deps;
  const reader = createLiveDayReader(sqlite, deps);
  const changed = createChanges();
  /** Per device, since this run began: also what brought nothing new. */
  const heardAt = new Map<string, number>();
  let shown: Shown | null = null;
  let areHoldsStale = false;

  /** Suspicions are rare: when one comes or goes, all are counted again. */
  function readHolds({ live }: Shown): void {
    if (!areHoldsStale) return;
    areHoldsStale = false;
    const now = reader.suspects(live.day);
    for (const station of new Set([...live.suspects.keys(), ...now.keys()])) {
      const count = now.get(station) ?? 0;
      if (count !== (live.suspects.get(station) ?? 0)) changed.stations.add(station);
      live.suspects.set(station, count);
    }
  }

  function show(now: number): Shown {
    if (shown === null || now >= shown.validUntil) {
      const day = stretches.timeline.slotAt(now)?.day ?? Math.floor(now / DAY_MS);
      shown = { ...frameAt(stretches, { now, day }), floorNow, live: reader.read(day) };
      areHoldsStale = false;
      addLater(shown.live.heardAt, heardAt);
    }
    readHolds(shown);
    return shown;
  }

  function forget(): void {
    shown = null;
  }

  function change(key: CellKey, by: (live: LiveDay, place: Place) => void): void {
    const place = shown?.live.day === key.day ? stretches.place(key.placeId) : null;
    if (shown === null || place === null) return;
    by(shown.live, place);
    changed.stations.add(place.stationId);
    changed.lines.add(place.lineId);
    if (isLastForgotten(shown.live, place)) forget();
  }

  return {
    ...createBoardReader(show, changed, createStationFigures(sqlite)),
    count(key, piece) {
      if (piece.pieces !== 0) change(key, (live, place) => countPiece(live, place, { key, piece }));
    },
    tally(key, tally) {
      change(key, (live, place) => countDeclared(live, place, { key, tally }));
    },
    heard(deviceId, received) {
      heardAt.set(deviceId, received);
      shown?.live.heardAt.set(deviceId, received);
      changed.devices.add(deviceId);
    },
    spoke({ id, voice, top, reported }) {
      if (shown === null) return;
      giveWord(shown.live.voices, voice, { bootId: id, at: top.at, reported });
    },
    holdsChanged() {
      areHoldsStale = true;
    },
    forget,
    forgetAll() {
      heardAt.clear();
      floorNow.reload();
      forget();
    },
    canPatch: (now) => shown !== null && now < shown.validUntil,
    hasChanges: () => shown === null || areHoldsStale || changed.isAny() || floorNow.hasChanged(),
  };
}

/** More was taken back than is remembered: when the last piece was made only the store knows. */
function isLastForgotten({ recent }: LiveDay, { stationId }: Place): boolean {
  const moments = recent.get(stationId);
  return moments !== undefined && moments.last === undefined;
}

interface Piece {
  readonly at: number;
  readonly pieces: number;
}

function countPiece(
  live: LiveDay,
  place: Place,
  { key, piece }: { readonly key: CellKey; readonly piece: Piece },
): void {
  countHour(live, place, { ...key, pieces: piece.pieces });
  countMinute(live, { place, ...piece });
}

function countDeclared(
  live: LiveDay,
  place: Place,
  { key, tally }: { readonly key: CellKey; readonly tally: Piece & { readonly sign: 1 | -1 } },
): void {
  const { at, pieces, sign } = tally;
  countHour(live, place, { ...key, pieces: sign * pieces });
  countTally(live, { place, at, pieces }, { sign });
}

function addLater(times: Map<string, number>, others: ReadonlyMap<string, number>): void {
  for (const [key, at] of others) times.set(key, Math.max(at, times.get(key) ?? -Infinity));
}

/** What of the board follows from the plan and the hour alone. */
function frameAt(
  { timeline, place }: Stretches,
  { now, day }: { now: number; day: number },
): Omit<Shown, "live" | "floorNow"> {
  const plan = timeline.planAt(now);
  const windows = timeline.windowsOf(day);
  return {
    plan,
    windows,
    place,
    silentAfterMs: new Map(plan?.devices.map((device) => [device.id, silentAfterMs(device)])),
    clockHours: boardHours(timeline, windows),
    dayLabel: plan === null ? null : nameOfDayOff(plan, day),
    validUntil: boardUntil(timeline, { now, day }),
  };
}

/** Of a day on which nobody works: « Fête nationale », « Inventaire ». */
function nameOfDayOff({ calendar }: Plan, day: number): Board["dayLabel"] {
  const { label, shifts } = calendarDay(calendar, day);
  return shifts.length === 0 ? label : null;
}
