/** A station's day in Lons, from 08:00 to 12:00 and 13:00 to 17:00: what its counter told, and what people said. */
import {
  CAUSES,
  heldWords,
  machineStates,
  type ReportedState,
  type Said,
  type StatesAsked,
  type Stop,
  type StopWord,
  saidOf,
  stopsOf,
  type TrackSample,
  trackOf,
} from "@trame/shared";
import { at, workday } from "../../browser/support/rows.ts";

export const SILENT_AFTER_MS = 30_000;
const HEARTBEAT_MS = 15_000;
/** Until 17:00; the day before ended at 17:00 too. */
export const DAY = { dayEnd: at("17:00"), dayBeforeEnd: at("17:00") - 86_400_000 };

/** `08:00` for UTC ms. */
export function clock(ms: number): string {
  return new Date(ms + 3_600_000).toISOString().slice(11, 19).replace(/:00$/, "");
}

export interface Told {
  readonly state?: ReportedState;
  readonly pieces?: number;
}

/** Heartbeats every 15 s from one time to another, with what is told besides at some times. */
export function counter(
  from: string,
  to: string,
  told: Readonly<Record<string, Told>> = {},
): TrackSample[] {
  const times = new Set(Object.keys(told).map((time) => at(time)));
  for (let time = at(from); time <= at(to); time += HEARTBEAT_MS) times.add(time);
  return [...times]
    .toSorted((a, b) => a - b)
    .map((time, index) => {
      const { state = null, pieces = 0 } = told[clock(time)] ?? {};
      return { boot: 1, seq: index + 1, at: time, pieces, state };
    });
}

/** A piece each minute from one time to another. */
export function sewn(from: string, to: string): Record<string, Told> {
  const pieces: Record<string, Told> = {};
  for (let time = at(from); time <= at(to); time += 60_000) pieces[clock(time)] = { pieces: 1 };
  return pieces;
}

let said = 0;

/** What somebody says of station S01 over a range; the later made one is the later one. */
export function word(
  cause: string | null,
  range: readonly [from: string, to: string | null],
  over: Partial<StopWord> = {},
): StopWord {
  const [from, to] = range;
  said += 1;
  return {
    kind: "stop",
    n: said,
    key: `word-${said}`,
    at: at(to ?? from),
    stationId: null,
    assignmentId: null,
    scope: { stationId: "S01" },
    from: at(from),
    to: to === null ? null : at(to),
    cause,
    note: null,
    ...over,
  };
}

/** The day of a station with a counter, as of a time. */
export function askedAt(time: string, over: Partial<StatesAsked> = {}): StatesAsked {
  const usual = { hasCounter: true, standardMinutes: 0.4, waitMinutes: null };
  return { windows: workday, now: at(time), ...usual, ...over };
}

export function saidOfStation(words: readonly StopWord[]): Said[] {
  return saidOf(words, { stationId: "S01", lineId: "L1", causes: CAUSES, ...DAY });
}

/** The stops of a station. */
export function stops(
  samples: readonly TrackSample[],
  words: readonly StopWord[],
  asked: StatesAsked,
): Stop[] {
  const track = trackOf(samples, SILENT_AFTER_MS);
  const machine = machineStates(track, asked);
  const { pieces } = track;
  const held = heldWords(saidOfStation(words), { machine, pieces });
  return stopsOf({ machine, held, pieces }, { ...asked, explainMinutes: 5 });
}

/** A stop in short: `10:00-10:12 12 min machine` with `?` where its cause is asked for. */
export function told({ from, to, minutes, cause, needsCause, state }: Stop): string {
  const range = `${clock(from)}-${to === null ? "" : clock(to)}`;
  return `${range} ${minutes} min ${cause ?? state}${needsCause ? " ?" : ""}`;
}
