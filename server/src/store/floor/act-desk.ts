import type { ActOrigin } from "@trame/shared";
import { type DatedAct, dateAct } from "./act-dating.ts";
import { digestAct } from "./act-digest.ts";
import type { StoredAct } from "./act-log.ts";
import type { ActContext, ActOutcome, ActRequest } from "./act-request.ts";
import type { Attempt, Verdict } from "./attempt.ts";
import type { CommandDeps } from "./commands/deps.ts";
import { OFFLINE_AGAIN } from "./commands/find-act.ts";
import { judge } from "./commands/judge.ts";
import type { OrderFlow } from "./order-flow.ts";
import { answerOf, type StoredAnswer } from "./stored-answer.ts";

/** Where every act of a person is judged, put on record and folded; each call within one transaction ([Y1]). */
export interface ActDesk {
  act(request: ActRequest, context: ActContext): ActOutcome;
  /** A barcode that a wired reader read, with the event that tells it ([Y9]). */
  read(reading: Reading): void;
}

/** What a reader at a counter read. */
export interface Reading {
  readonly event: { readonly bootId: number; readonly seq: number };
  /** The station of the counter at that time; null when it had none. */
  readonly stationId: string | null;
  readonly code: string;
  /** UTC ms. */
  readonly at: number;
  readonly received: number;
}

export interface ActDeskDeps extends CommandDeps {
  readonly orderFlow: OrderFlow;
}

/** What is known of an act besides what it says. */
interface Sent extends ActContext {
  readonly key: string;
  readonly stationId: string | null;
  readonly assignmentId: string | undefined;
  readonly origin: ActOrigin;
  readonly dated: DatedAct;
  readonly event?: Reading["event"];
}

/** Read later, it was kept by the counter: who read it is gone. ms */
const PROMPT_MS = 30_000;
/** Acts that move pieces of bundles, and so may move their order on. */
const MOVING: readonly ActRequest["kind"][] = [
  "scan",
  "finish",
  "undo",
  "settle",
  "return",
  "join",
];

export function createActDesk(deps: ActDeskDeps): ActDesk {
  const { catalogue, floor, orderFlow } = deps;
  const { acts, assignments, cells } = floor;

  /** Whoever the screen says, or whoever is alone there. */
  function whoIs({ assignmentId, stationId, dated }: Sent): string | null {
    if (assignmentId !== undefined) return assignments.find(assignmentId)?.id ?? null;
    const present = stationId === null ? [] : assignments.presentAt(stationId, dated.at);
    return present.length === 1 ? (present[0]?.id ?? null) : null;
  }

  function take(request: ActRequest, sent: Sent): StoredAnswer {
    const { key, stationId, dated, received, isAdmin, origin, event } = sent;
    const planned = stationId === null ? null : cells.stationAt(stationId, dated.at);
    const assignmentId = whoIs(sent);
    const head = { key, dated, received, isAdmin, origin, stationId, planned, assignmentId };
    const attempt: Attempt<unknown> = { ...head, body: null };
    const verdict = judge(deps, request, attempt);
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
    if (accepted) follow(request, { n, bundleIds, after });
    return answer;
  }

  function follow({ kind }: ActRequest, { n, bundleIds, after }: Followed): void {
    after?.(n);
    if (MOVING.includes(kind)) orderFlow.follow(bundleIds, kind === "scan");
  }

  /** The log names nobody; a greeting does. */
  function greet(answer: StoredAnswer): StoredAnswer {
    if (answer.assignmentId === undefined) return answer;
    const operatorId = assignments.find(answer.assignmentId)?.operatorId ?? "";
    const pseudonym = catalogue.operators.find(operatorId)?.pseudonym ?? "";
    return { ...answer, blanks: { ...answer.blanks, pseudonym } };
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
      if (mark !== null && before !== "again") return { answer: greet(mark.answer) };
      const key = before === "again" ? sent.key + OFFLINE_AGAIN : sent.key;
      return { answer: greet(take(request, { ...sent, key })) };
    },
    read({ event, stationId, code, at, received }) {
      const key = `event:${event.bootId}:${event.seq}`;
      const isOffline = received - at > PROMPT_MS;
      const dated = { at, clockOffBy: 0, isClockOff: false, isOffline };
      const head = {
        key,
        stationId: stationId ?? "",
        at,
        sentAt: received,
        origin: "scan" as const,
      };
      const request: ActRequest = isBadge(code)
        ? { kind: "badge", body: { ...head, badge: code, direction: "in" } }
        : { kind: "scan", body: { ...head, code } };
      const sent = { key, stationId, received, dated, event, origin: "scan" as const };
      take(request, { ...sent, assignmentId: undefined, isAdmin: false });
    },
  };
}

interface Followed {
  readonly n: number;
  readonly bundleIds: readonly number[];
  readonly after: Verdict["after"];
}

function sentOf({ kind, body }: ActRequest, context: ActContext): Sent {
  const { key } = body;
  const { received } = context;
  const prompt = { clockOffBy: 0, isClockOff: false, isOffline: false };
  const nobody = { ...context, key, assignmentId: undefined, origin: "hand" as const };
  switch (kind) {
    case "hand-count":
      return { ...nobody, stationId: body.stationId, dated: { ...prompt, at: body.hour } };
    case "settle":
      return { ...nobody, stationId: null, dated: { ...prompt, at: received } };
    default: {
      const { stationId, assignmentId, origin } = body;
      return { ...context, key, stationId, assignmentId, origin, dated: dateAct(body, received) };
    }
  }
}

/** Badges begin with a P on every keyboard. */
function isBadge(code: string): boolean {
  return /^\s*p/i.test(code);
}
