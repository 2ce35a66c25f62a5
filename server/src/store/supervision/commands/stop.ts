import type { StopRequest } from "@trame/shared";
import type { Attempt, Verdict } from "../../floor/attempt.ts";
import type { CommandDeps } from "../../floor/commands/deps.ts";

/** Why stations did not work over a range of time. */
export function explainStop({ floor }: CommandDeps, { body }: Attempt<StopRequest>): Verdict {
  const { scope, from, to, cause, note = null } = body;
  const record = { scope, from, to, cause, note };
  return { accepted: true, code: "stop-accepted", record, after: floor.now.said };
}
