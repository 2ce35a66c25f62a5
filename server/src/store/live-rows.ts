import { type Board, formatDay, type LineRow, type StationRow } from "@trame/shared";
import type { Database } from "better-sqlite3";
import { type BoardSource, lineRow, stationRow } from "./board-rows.ts";
import { boardHours, boardUntil, silentAfterMs } from "./board-time.ts";
import type { BootRecord, Reported } from "./boots.ts";
import type { Clockwork } from "./clock-steps.ts";
import type { Inbox } from "./inbox.ts";
import { countMinute, createLiveDayReader, type LiveDay, type PieceMade } from "./live-day.ts";
import type { CellKey } from "./rollups.ts";
import type { Stretches } from "./stretches.ts";

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
  count(key: CellKey, piece: Omit<PieceMade, "placeId">): void;
  heard(deviceId: string, received: number): void;
  reported(record: BootRecord, reported: Reported): void;
  /** Something was withheld, or no longer is. */
  holdsChanged(): void;
  /** The plan or the past changed, or a transaction failed: the day is read anew when it is next asked for. */
  forget(): void;
  /** False when rows alone can't tell what changed: the whole board must be read. */
  canPatch(now: number): boolean;
  hasChanges(): boolean;
  readBoard(now: number): BoardBody;
  takeChanges(now: number): RowChanges;
}

interface Shown extends BoardSource {
  readonly clockHours: readonly number[];
  readonly validUntil: number;
}

const DAY_MS = 86_400_000;

export function createLiveRows(
  sqlite: Database,
  { stretches, clockwork, inbox }: { stretches: Stretches; clockwork: Clockwork; inbox: Inbox },
): LiveRows {
  const reader = createLiveDayReader(sqlite, { stretches, clockwork });
  const changed = {
    stations: new Set<string>(),
    lines: new Set<string>(),
    devices: new Set<string>(),
  };
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
    if (shown !== null && now < shown.validUntil) return shown;
    inbox.settle();
    const { timeline } = stretches;
    const day = timeline.slotAt(now)?.day ?? Math.floor(now / DAY_MS);
    const plan = timeline.planAt(now);
    const windows = timeline.windowsOf(day);
    areHoldsStale = false;
    shown = {
      live: reader.read(day),
      plan,
      windows,
      silentAfterMs: new Map(plan?.devices.map((device) => [device.id, silentAfterMs(device)])),
      place: stretches.place,
      clockHours: boardHours(timeline, windows),
      validUntil: boardUntil(timeline, { now, day }),
    };
    return shown;
  }

  function clearChanges(): void {
    changed.stations.clear();
    changed.lines.clear();
    changed.devices.clear();
  }

  function countCell(live: LiveDay, { placeId, hour }: CellKey, pieces: number): void {
    const hours = live.cells.get(placeId) ?? new Map<number, number>();
    live.cells.set(placeId, hours.set(hour, (hours.get(hour) ?? 0) + pieces));
  }

  return {
    count(key, { at, pieces }) {
      if (shown === null || key.day !== shown.live.day || pieces === 0) return;
      const place = stretches.place(key.placeId);
      if (place === null) return;
      countCell(shown.live, key, pieces);
      countMinute(shown.live, stretches, { placeId: key.placeId, at, pieces });
      changed.stations.add(place.stationId);
      changed.lines.add(place.lineId);
    },
    heard(deviceId, received) {
      shown?.live.heardAt.set(deviceId, received);
      changed.devices.add(deviceId);
    },
    reported({ deviceId, counter }, reported) {
      shown?.live.reported.set(`${deviceId} ${counter}`, reported);
      changed.devices.add(deviceId);
    },
    holdsChanged() {
      areHoldsStale = true;
    },
    forget() {
      shown = null;
    },
    canPatch: (now) => shown !== null && now < shown.validUntil,
    hasChanges: () =>
      shown === null ||
      areHoldsStale ||
      changed.stations.size + changed.devices.size + changed.lines.size > 0,
    readBoard(now) {
      const source = show(now);
      const { plan, windows, clockHours, validUntil, live } = source;
      clearChanges();
      return {
        workshop: plan?.workshop ?? null,
        day: formatDay(live.day),
        windows,
        clockHours,
        validUntil,
        lines: plan?.lines.map((line) => lineRow(line, source, now)) ?? [],
        stations:
          plan?.lines.flatMap((line) =>
            line.stations.map((station) => stationRow({ station, line }, source, now)),
          ) ?? [],
      };
    },
    takeChanges(now) {
      const source = show(now);
      readHolds(source);
      const lines: LineRow[] = [];
      const stations: StationRow[] = [];
      for (const line of source.plan?.lines ?? []) {
        if (changed.lines.has(line.id)) lines.push(lineRow(line, source, now));
        for (const station of line.stations) {
          const hasChanged =
            changed.stations.has(station.id) || changed.devices.has(station.device ?? "");
          if (hasChanged) stations.push(stationRow({ station, line }, source, now));
        }
      }
      clearChanges();
      return { lines, stations };
    },
  };
}
