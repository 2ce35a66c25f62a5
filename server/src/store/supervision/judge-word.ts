import type { WordRequest } from "../floor/act-request.ts";
import type { Attempt, Verdict } from "../floor/attempt.ts";
import type { CommandDeps } from "../floor/commands/deps.ts";
import { call, stepCall } from "./commands/call.ts";
import { inspect } from "./commands/inspect.ts";
import { tellMessage } from "./commands/message.ts";
import { explainStop } from "./commands/stop.ts";
import { setTarget } from "./commands/target.ts";
import { upkeep } from "./commands/upkeep.ts";

/** What a word about the floor comes to, by its kind. */
export function judgeWord(
  deps: CommandDeps,
  { kind, body }: WordRequest,
  attempt: Attempt<unknown>,
): Verdict {
  switch (kind) {
    case "call":
      return call(deps, { ...attempt, body });
    case "call-take":
    case "call-resolve":
      return stepCall(deps, { ...attempt, body }, kind);
    case "stop":
      return explainStop(deps, { ...attempt, body });
    case "inspection":
      return inspect(deps, { ...attempt, body });
    case "upkeep":
      return upkeep(deps, { ...attempt, body });
    case "message":
      return tellMessage(deps, { ...attempt, body });
    case "target":
      return setTarget(deps, { ...attempt, body });
  }
}
