import type { MessageRequest } from "@trame/shared";
import type { Attempt, Verdict } from "../../floor/attempt.ts";
import { type CommandDeps, refused } from "../../floor/commands/deps.ts";

/** A sentence for the walls: until a moment, or until the working day ends ([MS2]). */
export function tellMessage(
  { floor }: CommandDeps,
  { body, dated, received }: Attempt<MessageRequest>,
): Verdict {
  const { lineId, text } = body;
  const until = text === null ? null : (body.until ?? floor.moments.endOfWork(dated.at));
  const record = { lineId, text, until };
  if (until !== null && until <= received && !dated.isOffline) {
    return refused(record, { code: "message-over" });
  }
  return { accepted: true, code: "message-accepted", record, after: floor.now.said };
}
