import {
  CALLS_SETTING,
  type Call,
  type CallKind,
  callSettingsOf,
  type DayNumber,
  foldCalls,
  isOpenCall,
  repairMinutes,
  responseMinutes,
  type StationCall,
  type Timeline,
  wasEscalated,
} from "@trame/shared";
import type { Database } from "better-sqlite3";
import { createClockwork } from "../clock-steps.ts";
import { findStation } from "../floor/cells.ts";
import { createSettings } from "../settings.ts";
import { createWordLog } from "./word-log.ts";

/** A call of a day, with how long it took. */
export interface CallRead extends Call {
  /** Of its station at the time; null when no plan knew it. */
  readonly lineId: string | null;
  readonly responseMinutes: number | null;
  readonly repairMinutes: number | null;
  readonly isEscalated: boolean;
}

/** What the calls of a kind came to; means of those that have the time, null when none has. */
export interface CallTotal {
  readonly call: CallKind;
  readonly count: number;
  readonly escalated: number;
  readonly responseMinutes: number | null;
  readonly repairMinutes: number | null;
}

export interface CallsAsked {
  readonly day: DayNumber;
  /** null: of every line. */
  readonly lineId: string | null;
  /** UTC ms. */
  readonly now: number;
}

export interface CallsRead {
  readonly escalateAfterMinutes: number;
  readonly calls: readonly CallRead[];
  readonly totals: readonly CallTotal[];
}

const DAY_MS = 86_400_000;
/** A call that nobody resolved for so many days is on no screen any more. */
const CALL_DAYS = 7;
const KINDS: readonly CallKind[] = ["mechanic", "material", "quality", "supervisor"];

/** Reads calls, over a connection that cannot write. */
export function createCallReads(
  sqlite: Database,
  { timeline: readTimeline }: { readonly timeline: () => Timeline },
) {
  const clockwork = createClockwork(sqlite);
  const words = createWordLog(sqlite, { clockwork });
  const settings = createSettings(sqlite);

  return {
    /** The calls of a working day, and those that were not resolved yet when it began. */
    readCalls: sqlite.transaction(({ day, lineId, now }: CallsAsked): CallsRead => {
      clockwork.reload();
      const timeline = readTimeline();
      const { escalateAfterMinutes } = callSettingsOf(settings.get(CALLS_SETTING));
      const span = { from: (day - CALL_DAYS) * DAY_MS, to: (day + CALL_DAYS) * DAY_MS };
      const dayOf = (at: number): number => timeline.slotAt(at)?.day ?? Math.floor(at / DAY_MS);
      const calls = foldCalls(words.read(span))
        .filter((call) => dayOf(call.at) === day || (dayOf(call.at) < day && wasOpen(call, day)))
        .map((call) => readOf(call, { timeline, now, escalateAfterMinutes }))
        .filter((call) => lineId === null || call.lineId === lineId);
      const made = calls.filter((call) => call.isRaised && dayOf(call.at) === day);
      return { escalateAfterMinutes, calls, totals: totalsOf(made) };

      function wasOpen({ isRaised, resolvedAt }: Call, when: DayNumber): boolean {
        return isRaised && (resolvedAt === null || dayOf(resolvedAt) >= when);
      }
    }),
    /** What somebody waits for at a station; within the snapshot of the caller, who has had the clock's steps read. */
    openAt(stationId: string, now: number): StationCall[] {
      clockwork.reload();
      return foldCalls(words.readCallsAt(stationId, now - CALL_DAYS * DAY_MS))
        .filter(isOpenCall)
        .map(({ key, call, at, takenAt }) => ({ key, call, at, takenAt }));
    },
  };
}

function readOf(
  call: Call,
  asked: {
    readonly timeline: Timeline;
    readonly now: number;
    readonly escalateAfterMinutes: number;
  },
): CallRead {
  return {
    ...call,
    lineId: findStation(asked.timeline.planAt(call.at), call.stationId)?.line.id ?? null,
    responseMinutes: responseMinutes(call),
    repairMinutes: repairMinutes(call),
    isEscalated: call.isRaised && wasEscalated(call, asked),
  };
}

function totalsOf(calls: readonly CallRead[]): CallTotal[] {
  return KINDS.map((kind) => ({ kind, of: calls.filter(({ call }) => call === kind) }))
    .filter(({ of }) => of.length > 0)
    .map(({ kind, of }) => ({
      call: kind,
      count: of.length,
      escalated: of.filter(({ isEscalated }) => isEscalated).length,
      responseMinutes: meanOf(of.map((each) => each.responseMinutes)),
      repairMinutes: meanOf(of.map((each) => each.repairMinutes)),
    }));
}

function meanOf(minutes: readonly (number | null)[]): number | null {
  const known = minutes.filter((each) => each !== null);
  return known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0) / known.length;
}
