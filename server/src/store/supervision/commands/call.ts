import {
  type Call,
  type CallRequest,
  type CallStepRequest,
  callOf,
  foldCalls,
  sameCall,
} from "@trame/shared";
import type { Attempt, Verdict } from "../../floor/attempt.ts";
import { type CommandDeps, KEPT, refused } from "../../floor/commands/deps.ts";
import { findAct } from "../../floor/commands/find-act.ts";
import type { AnswerParts } from "../../floor/stored-answer.ts";

/** A button told of later than this: whoever pressed it has gone on without help. ms */
const TOO_LATE_MS = 1_800_000;

/** Someone at a station asks for help. */
export function call({ floor }: CommandDeps, attempt: Attempt<CallRequest>): Verdict {
  const { body, dated, planned, stationId, received } = attempt;
  const { call: kind, note = null } = body;
  const said = { call: kind, note, isRaised: true, sameAs: null };
  // Where nobody knows the place nobody can go; a tablet of a station that the plan dropped is somewhere all the same.
  if (stationId === null || (planned === null && !dated.isOffline)) {
    return refused(said, { code: "station-unknown" });
  }
  const asked = { stationId, call: kind, at: dated.at };
  const same = sameCall(foldCalls(floor.now.words(received)), asked);
  if (same !== null) {
    const blanks = { time: floor.moments.timeOf(same.at) };
    return telling(floor, { code: "call-open-already", blanks }, { ...said, sameAs: same.key });
  }
  const isRaised = !attempt.isFromCounter || received - dated.at <= TOO_LATE_MS;
  const code = isRaised ? "call-accepted" : "call-too-late";
  return telling(floor, { code }, { ...said, isRaised });
}

/** Somebody goes there, or has helped. */
export function stepCall(
  { floor }: CommandDeps,
  attempt: Attempt<CallStepRequest>,
  kind: "call-take" | "call-resolve",
): Verdict {
  const key = findAct(floor.acts, attempt.body.call)?.key ?? attempt.body.call;
  const found = callOf(floor.now.words(attempt.received), key);
  const about = found?.key ?? key;
  const isUndone = found === null && floor.acts.isUndone(key);
  const wrong = isUndone ? { code: "call-undone" } : refusalOf(attempt, found, { kind, floor });
  if (wrong !== null && !attempt.dated.isOffline) return refused({}, wrong);
  const code = kind === "call-take" ? "call-taken" : "call-resolved";
  return { ...telling(floor, wrong === null ? { code } : { code: KEPT }, {}), about };
}

interface Step extends Pick<CommandDeps, "floor"> {
  readonly kind: "call-take" | "call-resolve";
}

function refusalOf(
  { isAdmin, stationId }: Attempt<CallStepRequest>,
  found: Call | null,
  { kind, floor: { moments } }: Step,
): Telling | null {
  if (found === null) return { code: "call-unknown" };
  if (!isAdmin && found.stationId !== stationId) return { code: "call-not-yours" };
  if (found.resolvedAt !== null) {
    return { code: "call-resolved-already", blanks: { time: moments.timeOf(found.resolvedAt) } };
  }
  if (kind === "call-resolve" || found.takenAt === null) return null;
  return { code: "call-taken-already", blanks: { time: moments.timeOf(found.takenAt) } };
}

type Telling = Pick<AnswerParts, "code" | "blanks">;

function telling({ now }: CommandDeps["floor"], parts: Telling, record: object): Verdict {
  return { accepted: true, ...parts, record, after: now.said };
}
