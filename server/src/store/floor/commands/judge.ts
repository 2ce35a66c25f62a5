import { judgeWord } from "../../supervision/judge-word.ts";
import type { ActRequest } from "../act-request.ts";
import type { Attempt, Verdict } from "../attempt.ts";
import { amend } from "./amend.ts";
import { badge } from "./badge.ts";
import { correct, countByHand } from "./count.ts";
import type { CommandDeps } from "./deps.ts";
import { dispatch } from "./dispatch.ts";
import { finish } from "./finish.ts";
import { join } from "./join.ts";
import { returnBundle } from "./return.ts";
import { scan } from "./scan.ts";
import { settle } from "./settle.ts";
import { split } from "./split.ts";
import { undo } from "./undo.ts";

/** What an act comes to, by its kind. */
export function judge(deps: CommandDeps, request: ActRequest, attempt: Attempt<unknown>): Verdict {
  const { kind, body } = request;
  switch (kind) {
    case "badge":
      return badge(deps, { ...attempt, body });
    case "scan":
      return scan(deps, { ...attempt, body });
    case "finish":
      return finish(deps, { ...attempt, body });
    case "split":
      return split(deps, { ...attempt, body });
    case "join":
      return join(deps, { ...attempt, body });
    case "undo":
      return undo(deps, { ...attempt, body });
    case "correction":
      return correct(deps, { ...attempt, body });
    case "hand-count":
      return countByHand(deps, { ...attempt, body });
    case "dispatch":
      return dispatch(deps, { ...attempt, body });
    case "return":
      return returnBundle(deps, { ...attempt, body });
    case "settle":
      return settle(deps, { ...attempt, body });
    case "amend":
      return amend(deps, { ...attempt, body });
    default:
      return judgeWord(deps, request, attempt);
  }
}
