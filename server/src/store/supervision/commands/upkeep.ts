import type { UpkeepRequest } from "@trame/shared";
import type { Attempt, Verdict } from "../../floor/attempt.ts";
import { type CommandDeps, refused } from "../../floor/commands/deps.ts";

/** A needle was changed, a machine oiled or serviced: the count begins anew when it was done ([MC4]). */
export function upkeep({ floor }: CommandDeps, attempt: Attempt<UpkeepRequest>): Verdict {
  const record = { upkeep: attempt.body.upkeep };
  if (attempt.planned === null && !attempt.dated.isOffline)
    return refused(record, { code: "station-unknown" });
  return { accepted: true, code: "upkeep-accepted", record, after: floor.now.said };
}
