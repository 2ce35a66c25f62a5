import {
  CAUSES_SETTING,
  type Cause,
  causesOf,
  clipSpan,
  counterOf,
  type DayNumber,
  EXPLAIN_MINUTES,
  heldWords,
  joinTracks,
  machineStates,
  piecesUntil,
  type Said,
  type Span,
  type Stop,
  type StopWord,
  saidOf,
  stopsOf,
  type Timeline,
} from "@trame/shared";
import type { Database } from "better-sqlite3";
import { createClockwork } from "../clock-steps.ts";
import { createSettings } from "../settings.ts";
import { type BootTrack, createBootTracks, type DaySpan } from "./boot-tracks.ts";
import { type HeardRead, type HeardReads, heardIn } from "./heard.ts";
import { createPieceTimes } from "./piece-times.ts";
import { type Planned, type PlannedPart, plannedStations } from "./planned-stations.ts";
import { createWordLog } from "./word-log.ts";

/** A stop, and where it was. */
export interface StopRead extends Stop {
  readonly stationId: string;
  readonly lineId: string;
}

export interface StopsRead {
  /** Arrival number of the newest word about a stop, whatever its day; 0 before the first. */
  readonly version: number;
  /** In the order of the plan's stations, each one's ascending. */
  readonly stops: readonly StopRead[];
  /** Working time of the day, breaks removed, ascending. */
  readonly windows: readonly Span[];
}

/** Reads stops; what it keeps of counters is kept once. */
export interface StopReads {
  /** The stops of a working day as it is known now. */
  readStops(asked: StopsAsked): StopsRead;
}

export interface StopsAsked {
  readonly day: DayNumber;
  /** UTC ms. */
  readonly now: number;
  /** null: of every line. */
  readonly lineId: string | null;
  /** null: of every station. */
  readonly stationId: string | null;
}

interface Clock {
  readonly day: DayNumber;
  readonly now: number;
  readonly windows: readonly Span[];
}

interface Day extends Clock {
  readonly words: readonly StopWord[];
  readonly causes: readonly Cause[];
  readonly dayEnd: number;
  readonly dayBeforeEnd: number;
}

/** A word may be about any time before it was said, and about a few minutes after. ms */
const SAID_BEFORE_MS = 600_000;
/** What a counter said before work began still tells how its machine is. ms */
const BEFORE_WORK_MS = 7_200_000;
const DAYS_BACK = 10;
const DAY_MS = 86_400_000;

/** Reads the stops of working days, over a connection that cannot write. */
export function createStopReads(
  sqlite: Database,
  { timeline: readTimeline }: { readonly timeline: () => Timeline },
): StopReads & HeardReads {
  const clockwork = createClockwork(sqlite);
  const log = createWordLog(sqlite, { clockwork });
  const settings = createSettings(sqlite);
  const read = createStationStops(sqlite);
  const newest = sqlite
    .prepare<[], number | null>(
      "SELECT max(n) FROM acts WHERE state = 'accepted' AND kind = 'stop'",
    )
    .pluck();

  return {
    readStops: sqlite.transaction((asked: StopsAsked): StopsRead => {
      const { day, now } = asked;
      const timeline = readTimeline();
      const windows = timeline.windowsOf(day);
      const version = newest.get() ?? 0;
      const [first, last] = [windows[0], windows.at(-1)];
      if (first === undefined || last === undefined) return { version, stops: [], windows };
      clockwork.reload();
      const dayBeforeEnd = endBefore(timeline, day) ?? first.from - DAYS_BACK * DAY_MS;
      const of: Day = {
        ...{ day, now, windows },
        // What was said after work of what goes on is of this day.
        words: log.readStops(dayBeforeEnd - SAID_BEFORE_MS),
        causes: causesOf(settings.get(CAUSES_SETTING)),
        dayEnd: last.to,
        dayBeforeEnd,
      };
      const planned = plannedStations(timeline, { from: first.from, to: last.to });
      const stops = read.stops(
        planned.filter((each) => isAsked(each, asked)),
        of,
      );
      return { version, stops, windows };
    }),
    readHeard: sqlite.transaction(({ day, now }): HeardRead[] => {
      const timeline = readTimeline();
      const windows = timeline.windowsOf(day);
      const [first, last] = [windows[0], windows.at(-1)];
      if (first === undefined || last === undefined) return [];
      clockwork.reload();
      const planned = plannedStations(timeline, { from: first.from, to: last.to });
      return read.heard(planned, { day, now, windows });
    }),
  };
}

function isAsked(planned: Planned, { lineId, stationId }: StopsAsked): boolean {
  return (
    (lineId === null || planned.lineId === lineId) &&
    (stationId === null || planned.stationId === stationId)
  );
}

/** Reads the stops of stations: what their counters told, with what people said. */
function createStationStops(sqlite: Database) {
  const tracks = createBootTracks(sqlite);
  const pieces = createPieceTimes(sqlite);

  /** What the counters of a station told: its pieces, and its states by each part of the day. */
  function toldAt({ stationId, parts }: Planned, of: Clock) {
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

  function stopsAt(planned: Planned, of: Day): Stop[] {
    const { windows, now } = of;
    const { own, states } = toldAt(planned, of);
    const machine = states.flatMap((each) => each.machine);
    const said = wordsAbout(planned, of);
    const facts = { machine, pieces: piecesUntil({ pieces: own }, now) };
    const held = heldWords(said, facts);
    const explainMinutes = planned.parts.at(-1)?.threshold?.explainMinutes ?? EXPLAIN_MINUTES;
    return stopsOf({ ...facts, held }, { windows, now, explainMinutes });
  }

  function heardAt(planned: Planned, of: Clock): HeardRead {
    const counted = toldAt(planned, of)
      .states.filter(({ part }) => part.station.device !== undefined)
      .flatMap(({ machine }) => machine);
    return { stationId: planned.stationId, ...heardIn(counted) };
  }

  function refresh(day: DayNumber): void {
    tracks.refresh();
    pieces.refresh(day);
  }

  return {
    stops(planned: readonly Planned[], of: Day): StopRead[] {
      refresh(of.day);
      return planned.flatMap((each) => {
        const { stationId, lineId } = each;
        return stopsAt(each, of).map((stop) => ({ stationId, lineId, ...stop }));
      });
    },
    heard(planned: readonly Planned[], of: Clock): HeardRead[] {
      refresh(of.day);
      return planned.map((each) => heardAt(each, of)).filter(({ countedMs }) => countedMs > 0);
    },
  };
}

/** What was said of a line holds for the stations that it had then. */
function wordsAbout({ stationId, parts }: Planned, of: Day): Said[] {
  return parts.flatMap(({ lineId, within }) =>
    saidOf(of.words, { ...of, stationId, lineId }).flatMap((said) => {
      const span = clipSpan(said, within);
      return span === null ? [] : [{ ...said, ...span }];
    }),
  );
}

/** When the working day before ended; null when there was none of late. */
function endBefore(timeline: Timeline, day: DayNumber): number | null {
  for (let before = day - 1; before >= day - DAYS_BACK; before--) {
    const end = timeline.windowsOf(before).at(-1)?.to;
    if (end !== undefined) return end;
  }
  return null;
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
function daySpan({ day, windows }: Clock, { silentAfterMs: silent }: PlannedPart): DaySpan {
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
