import type { TargetRequest } from "@trame/shared";
import type { Attempt, Verdict } from "../../floor/attempt.ts";
import type { CommandDeps } from "../../floor/commands/deps.ts";

/** How many pieces a line is to make on a day. */
export function setTarget({ floor }: CommandDeps, { body }: Attempt<TargetRequest>): Verdict {
  const { lineId, day, pieces, of = null } = body;
  const record = { lineId, day, pieces, of };
  return { accepted: true, code: "target-accepted", record, after: floor.now.said };
}
