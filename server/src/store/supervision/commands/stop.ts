import type { StopRequest, StopScope, StopWord } from "@trame/shared";
import type { Attempt, Verdict } from "../../floor/attempt.ts";
import { type CommandDeps, KEPT, refused } from "../../floor/commands/deps.ts";
import type { AnswerParts } from "../../floor/stored-answer.ts";

/** A screen may be a little ahead. ms */
const AHEAD_MS = 300_000;
/** A stop that was as long is not one word's. ms */
const LONGEST_MS = 86_400_000;

/** Why stations did not work over a range of time ([ST4] to [ST6]); nothing newer is overwritten ([ST12]). */
export function explainStop({ floor }: CommandDeps, attempt: Attempt<StopRequest>): Verdict {
  const { scope, from, to, cause, note = null } = attempt.body;
  const record = { scope, from, to, cause, note };
  const after = floor.now.said;
  const wrong = faultOf(floor, attempt) ?? changedSince(floor, attempt);
  if (wrong === null) return { accepted: true, code: "stop-accepted", record, after };
  if (!attempt.dated.isOffline) return refused(record, wrong);
  // The person was told that it is taken ([Y5]): it is on record, and what holds by now stays.
  const kept = { ...record, to: from, meant: { to } };
  return { accepted: true, code: KEPT, conflict: wrong.code, record: kept, after };
}

type FloorOf = CommandDeps["floor"];

/** What is wrong with it, whatever others said. */
function faultOf(floor: FloorOf, { body, received }: Attempt<StopRequest>): AnswerParts | null {
  const { scope, from, to, cause } = body;
  if (cause !== null && !floor.now.causes().some(({ code }) => code === cause)) {
    return { code: "stop-cause-unknown", blanks: { cause } };
  }
  if (to !== null && to <= from) return { code: "stop-reversed" };
  if (Math.max(from, to ?? from) > received + AHEAD_MS) return { code: "stop-too-soon" };
  if ((to ?? received) - from > LONGEST_MS) return { code: "stop-too-long" };
  const isKnown = [from, received].some((at) => isPlanned(floor, scope, at));
  return isKnown ? null : { code: "stop-place-unknown", blanks: { place: nameOf(scope) } };
}

function isPlanned({ cells }: FloorOf, scope: StopScope, at: number): boolean {
  if ("workshop" in scope) return true;
  return "lineId" in scope
    ? cells.lineAt(scope.lineId, at) !== null
    : cells.stationAt(scope.stationId, at) !== null;
}

function nameOf(scope: StopScope): string {
  if ("workshop" in scope) return "";
  return "lineId" in scope ? scope.lineId : scope.stationId;
}

/** What somebody said meanwhile of the same stations and time; null when nobody did. */
function changedSince(floor: FloorOf, attempt: Attempt<StopRequest>): AnswerParts | null {
  const { body, received } = attempt;
  const { version } = body;
  if (version === undefined) return null;
  const later = floor.now
    .words(received)
    .filter((word) => word.kind === "stop")
    .findLast((word) => word.n > version && overlaps(word, body) && meets(floor, word, body));
  if (later === undefined) return null;
  const blanks = { cause: causeOf(floor, later), time: floor.moments.timeOf(later.from) };
  return { code: "stop-changed", blanks };
}

function overlaps(word: StopWord, { from, to }: StopRequest): boolean {
  return word.from < (to ?? Infinity) && from < (word.to ?? Infinity);
}

/** Whether some station is meant by both. */
function meets(floor: FloorOf, { scope: one, from }: StopWord, { scope: other }: StopRequest) {
  if ("workshop" in one || "workshop" in other) return true;
  if ("stationId" in one && "stationId" in other) return one.stationId === other.stationId;
  return lineOf(floor, one, from) === lineOf(floor, other, from);
}

function lineOf({ cells }: FloorOf, scope: StopScope, at: number): string | null {
  if ("workshop" in scope) return null;
  return "lineId" in scope ? scope.lineId : (cells.stationAt(scope.stationId, at)?.line.id ?? null);
}

function causeOf(floor: FloorOf, { cause }: StopWord) {
  if (cause === null) return { fr: "sans cause", en: "no cause" };
  return floor.now.causes().find(({ code }) => code === cause)?.label ?? cause;
}
