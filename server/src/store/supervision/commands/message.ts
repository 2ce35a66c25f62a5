import type { MessageRequest } from "@trame/shared";
import type { Attempt, Verdict } from "../../floor/attempt.ts";
import type { CommandDeps } from "../../floor/commands/deps.ts";

/** A sentence for the walls. */
export function tellMessage({ floor }: CommandDeps, { body }: Attempt<MessageRequest>): Verdict {
  const { lineId, text, until = null } = body;
  const record = { lineId, text, until };
  return { accepted: true, code: "message-accepted", record, after: floor.now.said };
}
