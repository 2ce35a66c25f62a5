import type { ActRequest } from "../act-request.ts";
import type { Attempt, Verdict } from "../attempt.ts";
import type { WaitingParts } from "../waiting-parts.ts";
import type { CommandDeps } from "./deps.ts";
import { judge } from "./judge.ts";

export interface ReadDeps extends CommandDeps {
  readonly waitingParts: WaitingParts;
}

interface Judged {
  /** As it was taken: a scan may turn out to be a join. */
  readonly request: ActRequest;
  readonly verdict: Verdict;
}

/** What an act comes to. A reader has no button to join with: a part that it reads after another joins it ([Y20]). */
export function judgeSent(deps: ReadDeps, request: ActRequest, attempt: Attempt<unknown>): Judged {
  const verdict = judge(deps, request, attempt);
  if (!attempt.isFromCounter || request.kind !== "scan") return { request, verdict };
  const { code, ...head } = request.body;
  const { stationId, dated } = attempt;
  const codes = deps.waitingParts.joinWith({ stationId, code, at: dated.at, answer: verdict });
  if (codes === null) return { request, verdict };
  const join: ActRequest = { kind: "join", body: { ...head, codes } };
  return { request: join, verdict: judge(deps, join, attempt) };
}
