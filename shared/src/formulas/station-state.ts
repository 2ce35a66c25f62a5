import type { StationRow } from "../board/board.ts";
import { isWorkingAt, type Moment, workedMinutes } from "./working-time.ts";

/** The states of a station; `support` is a person's word, the others are told by the counter or by a person. */
export type StationState =
  | "running"
  | "waiting"
  | "stopped"
  | "support"
  | "no-data"
  | "no-counter"
  | "closed";

/** A station's state and since when, UTC ms; null when that is not known. */
export interface StateSince {
  readonly state: StationState;
  readonly since: number | null;
}

/** The part of a row that its state depends on. */
export type StateFacts = Pick<
  StationRow,
  | "deviceId"
  | "heardAt"
  | "silentAfterMs"
  | "reported"
  | "lastPieceAt"
  | "standardMinutes"
  | "waitMinutes"
  | "mark"
>;

/** Without a piece for so long, or for five standard times, a station waits. Minutes of working time. */
const WAIT_MINUTES = 2;
const WAIT_STANDARD_TIMES = 5;

/**
 * The state of a station now, derived from facts and the calendar, never stored: with no new fact
 * it turns to `no-data` on server and screen at the same moment. `statesOf` tells the same of a whole day ([ST3]).
 */
export function stationState(row: StateFacts, moment: Moment): StateSince {
  const machine = counterState(row, moment);
  if (!isWorkingAt(moment.windows, moment.now)) return machine;
  const word = markInForce(row, machine, moment.now);
  if (word === null) return machine;
  return { state: word.class === "support" ? "support" : "stopped", since: word.from };
}

/** What the counter alone tells, whatever people said. */
export function counterState(row: StateFacts, moment: Moment): StateSince {
  // Nothing is awaited of it: what it makes is not known, at any hour, and nobody has to act.
  if (row.deviceId === null) return { state: "no-counter", since: null };
  if (!isWorkingAt(moment.windows, moment.now)) return stateOutsideWork(row, moment);
  if (isSilent(row, moment.now)) return { state: "no-data", since: row.heardAt };
  const reported = lastWord(row);
  switch (reported?.state) {
    case "fault":
      return { state: "stopped", since: reported.at };
    case "idle":
      return { state: "waiting", since: reported.at };
    case "running":
      return { state: "running", since: reported.at };
    case undefined:
      return stateByPieces(row, moment);
  }
}

/**
 * What a person said of the station, as long as it holds ([ST5], [ST6]): a word that goes on ends with a piece, and one
 * for a line or the workshop holds for no station that works meanwhile.
 */
function markInForce(
  { mark, lastPieceAt }: StateFacts,
  { state }: StateSince,
  now: number,
): StateFacts["mark"] {
  if (mark === null || now < mark.from || (mark.to !== null && mark.to <= now)) return null;
  const hasWorked = lastPieceAt !== null && lastPieceAt >= mark.from;
  const goesOn = mark.to === null && mark.class !== "support";
  const hasEnded = hasWorked && (goesOn || (mark.isGroup && state === "no-counter"));
  return hasEnded || (mark.isGroup && state === "running") ? null : mark;
}

/** Whether a line's total may be too low: one of its output stations fell silent (« au moins »), though somebody said why. */
export function isAtLeast(outputs: readonly StateFacts[], moment: Moment): boolean {
  return outputs.some((row) => counterState(row, moment).state === "no-data");
}

/** Machines are switched off then: silence says nothing, and only one that runs is shown as running. */
function stateOutsideWork(row: StateFacts, { now, windows }: Moment): StateSince {
  const reported = lastWord(row);
  const justMade = row.lastPieceAt !== null && now - row.lastPieceAt < waitMinutesOf(row) * 60_000;
  const runs = reported === null ? justMade : reported.state === "running";
  if (runs && !isSilent(row, now)) return { state: "running", since: reported?.at ?? null };
  return { state: "closed", since: windows.findLast(({ to }) => to <= now)?.to ?? null };
}

function stateByPieces(row: StateFacts, { now, windows }: Moment): StateSince {
  const dayStart = windows[0]?.from ?? now;
  const since = Math.max(row.lastPieceAt ?? dayStart, dayStart);
  const idle = workedMinutes(windows, { from: since, to: now });
  return idle < waitMinutesOf(row)
    ? { state: "running", since: null }
    : { state: "waiting", since };
}

/** What the counter last said of itself, unless a piece made after `idle` or `fault` has belied it. */
function lastWord({ reported, lastPieceAt }: StateFacts): StateFacts["reported"] {
  if (reported === null || reported.state === "running") return reported;
  return lastPieceAt !== null && lastPieceAt > reported.at ? null : reported;
}

function isSilent({ heardAt, silentAfterMs }: StateFacts, now: number): boolean {
  return heardAt === null || now - heardAt > silentAfterMs;
}

/** Without a piece for so long a station waits: the threshold of its operation, else the usual one. Minutes of working time. */
export function waitMinutesOf({
  standardMinutes,
  waitMinutes,
}: Pick<StateFacts, "standardMinutes" | "waitMinutes">): number {
  return waitMinutes ?? Math.max(WAIT_MINUTES, WAIT_STANDARD_TIMES * standardMinutes);
}
