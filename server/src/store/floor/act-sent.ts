import type { ActOrigin, Button } from "@trame/shared";
import { type DatedAct, dateAct } from "./act-dating.ts";
import type { ActContext, ActRequest } from "./act-request.ts";

/** What is known of an act besides what it says. */
export interface Sent extends ActContext {
  readonly key: string;
  readonly stationId: string | null;
  readonly assignmentId: string | undefined;
  readonly origin: ActOrigin;
  readonly dated: DatedAct;
  readonly event?: CounterEvent["event"];
}

/** Something that a person did at a counter. */
export interface CounterEvent {
  readonly event: { readonly bootId: number; readonly seq: number };
  /** The station of the counter at that time; null when it had none. */
  readonly stationId: string | null;
  /** UTC ms. */
  readonly at: number;
  readonly received: number;
}

/** What its reader read. */
export interface Reading extends CounterEvent {
  readonly code: string;
}

/** Which of its buttons was pressed. */
export interface Pressing extends CounterEvent {
  readonly button: Button;
}

/** Read later, it was kept by the counter: who read it is gone. ms */
const PROMPT_MS = 30_000;

/** An act of a screen, dated. */
export function sentOf({ kind, body }: ActRequest, context: ActContext): Sent {
  const { key } = body;
  const { received } = context;
  const prompt = { clockOffBy: 0, isClockOff: false, isOffline: false };
  const nobody = { ...context, key, assignmentId: undefined, origin: "hand" as const };
  switch (kind) {
    case "hand-count":
      return { ...nobody, stationId: body.stationId, dated: { ...prompt, at: body.hour } };
    case "settle":
    case "amend":
      return { ...nobody, stationId: null, dated: { ...prompt, at: received } };
    default: {
      const { stationId = null, assignmentId, origin } = body;
      return { ...context, key, stationId, assignmentId, origin, dated: dateAct(body, received) };
    }
  }
}

/** An act of a counter's reader or button, and how it was sent: the event tells when. */
interface SentByCounter {
  readonly request: ActRequest;
  readonly sent: Sent;
}

/** What was done at a counter, as a screen would have sent it. */
export function sentByCounter(told: Reading | Pressing): SentByCounter {
  const isReading = "code" in told;
  const head = headOf(told, isReading ? "scan" : "hand");
  const request = isReading ? readingOf(told, head) : callOf(told, head);
  return { request, sent: sentOfCounter(told, head) };
}

function readingOf({ code }: Reading, head: ReturnType<typeof headOf>): ActRequest {
  return isBadge(code)
    ? { kind: "badge", body: { ...head, badge: code, direction: "in" } }
    : { kind: "scan", body: { ...head, code } };
}

/** « help » is for the supervisor. */
function callOf({ button }: Pressing, head: ReturnType<typeof headOf>): ActRequest {
  return { kind: "call", body: { ...head, call: button === "help" ? "supervisor" : button } };
}

function headOf({ event, stationId, at, received }: CounterEvent, origin: ActOrigin) {
  const key = `event:${event.bootId}:${event.seq}`;
  return { key, stationId: stationId ?? "", at, sentAt: received, origin };
}

function sentOfCounter(
  { event, stationId, at, received }: CounterEvent,
  { key, origin }: ReturnType<typeof headOf>,
): Sent {
  const isOffline = received - at > PROMPT_MS;
  const dated = { at, clockOffBy: 0, isClockOff: false, isOffline };
  const nobody = { assignmentId: undefined, isAdmin: false };
  return { ...nobody, key, stationId, received, dated, event, origin };
}

/** Badges begin with a P on every keyboard. */
function isBadge(code: string): boolean {
  return /^\s*p/i.test(code);
}
