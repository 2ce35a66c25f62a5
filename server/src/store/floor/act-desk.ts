import { digestAct } from "./act-digest.ts";
import type { StoredAct } from "./act-log.ts";
import type { ActContext, ActOutcome, ActRequest } from "./act-request.ts";
import { type Pressing, type Reading, type Sent, sentByCounter, sentOf } from "./act-sent.ts";
import type { Verdict } from "./attempt.ts";
import { OFFLINE_AGAIN } from "./commands/find-act.ts";
import { judgeSent, type ReadDeps } from "./commands/judge-sent.ts";
import type { OrderFlow } from "./order-flow.ts";
import { answerOf, type StoredAnswer } from "./stored-answer.ts";
import { greet, whoIs } from "./who.ts";

/** Where every act of a person is judged, put on record and folded; each call within one transaction ([Y1]). */
export interface ActDesk {
  act(request: ActRequest, context: ActContext): ActOutcome;
  /** A barcode that a reader at a counter read, or a button that was pressed there, with the event that tells it ([Y9], [CA8]). */
  hear(told: Reading | Pressing): void;
}

export interface ActDeskDeps extends ReadDeps {
  readonly orderFlow: OrderFlow;
}

/** Acts that move pieces of bundles, and so may move their order on. */
const MOVING: readonly ActRequest["kind"][] = [
  "scan",
  "finish",
  "undo",
  "settle",
  "amend",
  "return",
  "join",
];

export function createActDesk(deps: ActDeskDeps): ActDesk {
  const { floor, orderFlow } = deps;
  const { acts, assignments, cells } = floor;

  function take(asked: ActRequest, sent: Sent): StoredAnswer {
    const { key, stationId, dated, received, isAdmin, origin, event } = sent;
    const planned =
      stationId === null ? null : plannedAt(cells, { stationId, kind: asked.kind, at: dated.at });
    const assignmentId = whoIs(assignments, sent);
    const head = { key, dated, received, isAdmin, origin, stationId, planned, assignmentId };
    const attempt = { ...head, isFromCounter: event !== undefined, body: null };
    const { request, verdict } = judgeSent(deps, asked, attempt);
    const { accepted, record, bundleIds = [], about, by, after, ...parts } = verdict;
    const answer = answerOf(accepted, dated.isClockOff, parts);
    const n = acts.append({
      ...{ key, stationId, origin, received },
      kind: request.kind,
      assignmentId: by ?? assignmentId,
      at: dated.at,
      clockOffBy: dated.clockOffBy,
      isOffline: dated.isOffline,
      digest: digestAct(request),
      body: record,
      answer,
      bundleIds,
      ...(event !== undefined && { event }),
      ...(about !== undefined && { about }),
    });
    if (!accepted) return answer;
    const told = { kind: request.kind, at: dated.at, body: record, about: about ?? null };
    floor.changed.acted(told);
    if (acts.adopt(key, bundleIds)) floor.folding.refold(bundleIds);
    follow(request, { n, stationId, bundleIds, about: about ?? null, after });
    return answer;
  }

  function follow({ kind }: ActRequest, acted: Followed): void {
    const { n, bundleIds, after } = acted;
    after?.(n);
    floor.now.quality.acted({ kind, ...acted });
    if (MOVING.includes(kind)) orderFlow.follow(bundleIds, kind === "scan");
  }

  /** What is on record of a key; one that was refused may come again as taken offline ([Y5]). */
  function known(key: string, isOffline: boolean): StoredAct | "again" | null {
    const kept = acts.find(key + OFFLINE_AGAIN);
    if (kept !== null) return kept;
    const found = acts.find(key);
    return found !== null && !found.isAccepted && isOffline ? "again" : found;
  }

  return {
    act(request, context) {
      const sent = sentOf(request, context);
      const before = known(sent.key, sent.dated.isOffline);
      const mark = before === "again" ? acts.find(sent.key) : before;
      if (mark !== null && !digestAct(request).equals(mark.digest)) return { isKeyTaken: true };
      if (mark !== null && before !== "again") return { answer: greet(deps, mark.answer) };
      const key = before === "again" ? sent.key + OFFLINE_AGAIN : sent.key;
      return { answer: greet(deps, take(request, { ...sent, key })) };
    },
    hear(told) {
      const { request, sent } = sentByCounter(told);
      take(request, sent);
    },
  };
}

/** A count by hand tells an hour, not a moment ([Y18]). */
function plannedAt(
  cells: ActDeskDeps["floor"]["cells"],
  { stationId, kind, at }: { stationId: string; kind: ActRequest["kind"]; at: number },
) {
  const isOfHour = kind === "hand-count";
  return cells.stationAt(stationId, isOfHour ? cells.momentOfHour(stationId, at) : at);
}

interface Followed {
  readonly n: number;
  readonly stationId: string | null;
  readonly bundleIds: readonly number[];
  readonly about: string | null;
  readonly after: Verdict["after"];
}
