import type { CallRequest, CallStepRequest } from "@trame/shared";
import type { Attempt, Verdict } from "../../floor/attempt.ts";
import { type CommandDeps, refused } from "../../floor/commands/deps.ts";

/** Someone at a station asks for help. */
export function call({ floor }: CommandDeps, attempt: Attempt<CallRequest>): Verdict {
  const { call: kind, note = null } = attempt.body;
  const record = { call: kind, note, isRaised: true, sameAs: null };
  if (attempt.planned === null && !attempt.dated.isOffline) {
    return refused(record, { code: "station-unknown" });
  }
  return { accepted: true, code: "call-accepted", record, after: floor.now.said };
}

/** Somebody goes there, or has helped. */
export function stepCall(
  { floor }: CommandDeps,
  attempt: Attempt<CallStepRequest>,
  kind: "call-take" | "call-resolve",
): Verdict {
  const { call: about } = attempt.body;
  const code = kind === "call-take" ? "call-taken" : "call-resolved";
  return { accepted: true, code, record: {}, about, after: floor.now.said };
}
