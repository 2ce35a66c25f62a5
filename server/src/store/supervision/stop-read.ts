import {
  CAUSES_SETTING,
  type Cause,
  causesOf,
  clipSpan,
  type DayNumber,
  EXPLAIN_MINUTES,
  heldWords,
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
import { createToldReads } from "../sealing/told-reads.ts";
import { createSettings } from "../settings.ts";
import { type HeardRead, type HeardReads, heardIn } from "./heard.ts";
import { type Planned, plannedStations } from "./planned-stations.ts";
import type { DayClock } from "./station-told.ts";
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

interface Day extends DayClock {
  readonly words: readonly StopWord[];
  readonly causes: readonly Cause[];
  readonly dayEnd: number;
  readonly dayBeforeEnd: number;
}

/** A word may be about any time before it was said, and about a few minutes after. ms */
const SAID_BEFORE_MS = 600_000;
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
  const told = createToldReads(sqlite);

  function stopsAt(planned: Planned, of: Day): Stop[] {
    const { windows, now } = of;
    const { own, states } = told.toldAt(planned, of);
    const machine = states.flatMap((each) => each.machine);
    const said = wordsAbout(planned, of);
    const facts = { machine, pieces: piecesUntil({ pieces: own }, now) };
    const held = heldWords(said, facts);
    const explainMinutes = planned.parts.at(-1)?.threshold?.explainMinutes ?? EXPLAIN_MINUTES;
    return stopsOf({ ...facts, held }, { windows, now, explainMinutes });
  }

  function heardAt(planned: Planned, of: DayClock): HeardRead {
    const counted = told
      .toldAt(planned, of)
      .states.filter(({ part }) => part.station.device !== undefined)
      .flatMap(({ machine }) => machine);
    return { stationId: planned.stationId, ...heardIn(counted) };
  }

  return {
    stops(planned: readonly Planned[], of: Day): StopRead[] {
      told.refresh(of.day);
      return planned.flatMap((each) => {
        const { stationId, lineId } = each;
        return stopsAt(each, of).map((stop) => ({ stationId, lineId, ...stop }));
      });
    },
    heard(planned: readonly Planned[], of: DayClock): HeardRead[] {
      told.refresh(of.day);
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
