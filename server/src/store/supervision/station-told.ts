import {
  counterOf,
  type DayNumber,
  joinTracks,
  machineStates,
  type Span,
  type StateSegment,
} from "@trame/shared";
import type { Database } from "better-sqlite3";
import { type BootTrack, createBootTracks, type DaySpan } from "./boot-tracks.ts";
import { createPieceTimes } from "./piece-times.ts";
import type { Planned, PlannedPart } from "./planned-stations.ts";

/** A working day as of a moment. */
export interface DayClock {
  readonly day: DayNumber;
  /** UTC ms. */
  readonly now: number;
  /** Its working time, breaks removed, ascending. */
  readonly windows: readonly Span[];
}

/** What counters told of a station over a working day. */
export interface StationTold {
  /** When it made pieces, ascending; UTC ms. */
  readonly own: readonly number[];
  /** Its states by each part of the day. */
  readonly states: readonly { readonly part: PlannedPart; readonly machine: StateSegment[] }[];
}

/** Reads what counters told of stations. */
export interface ToldReads {
  /** Takes in what came since. Within the snapshot that is to be read. */
  refresh(day: DayNumber): void;
  toldAt(planned: Planned, of: DayClock): StationTold;
}

/** What a counter said before work began still tells how its machine is. ms */
const BEFORE_WORK_MS = 7_200_000;

/** From their samples, over a connection that need not write. */
export function createCountedTold(sqlite: Database): ToldReads {
  const tracks = createBootTracks(sqlite);
  const pieces = createPieceTimes(sqlite);

  /** What the counters of a station told: its pieces, and its states by each part of the day. */
  function toldAt({ stationId, parts }: Planned, of: DayClock): StationTold {
    const { windows, now } = of;
    const boots = parts.map((part) => tracks.of(counterAt(part), daySpan(of, part)));
    const made = boots.flat().flatMap((each) => pieces.at(stationId, each));
    const own = [...new Set([...pieces.of(stationId), ...made])].toSorted((a, b) => a - b);
    const states = parts.map((part, index) => {
      const track = { ...trackAt(boots[index] ?? [], part, now), pieces: own };
      return { part, machine: machineStates(track, { windows, now, ...askedOf(part) }) };
    });
    return { own, states };
  }

  return {
    refresh(day) {
      tracks.refresh();
      pieces.refresh(day);
    },
    toldAt,
  };
}

function askedOf({ within, station, threshold }: PlannedPart) {
  const { device, standardMinutes } = station;
  const hasCounter = device !== undefined;
  return { within, hasCounter, standardMinutes, waitMinutes: threshold?.waitMinutes ?? null };
}

function counterAt({ station }: PlannedPart) {
  return { deviceId: station.device ?? "", counter: counterOf(station) };
}

/** A little past the day too: what is heard then shows that it was no silence in which the day ended. */
function daySpan({ day, windows }: DayClock, { silentAfterMs: silent }: PlannedPart): DaySpan {
  const from = (windows[0]?.from ?? 0) - Math.max(BEFORE_WORK_MS, silent);
  return { day, from, to: (windows.at(-1)?.to ?? from) + silent + 1, silentAfterMs: silent };
}

/** What the boots of a counter tell together; that a sample came late shows that the counter is heard now. */
function trackAt(boots: readonly BootTrack[], { silentAfterMs: silent }: PlannedPart, now: number) {
  const received = boots.flatMap(({ receivedAt }) =>
    receivedAt === null || receivedAt > now ? [] : [receivedAt],
  );
  const heard = received.map((at) => ({ from: at, to: at }));
  const speaking = { silentAfterMs: silent, heard, pieces: [], reports: [] };
  return joinTracks([...boots.map(({ track }) => track), speaking], silent);
}
