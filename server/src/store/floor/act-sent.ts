import type { ActOrigin } from "@trame/shared";
import { type DatedAct, dateAct } from "./act-dating.ts";
import type { ActContext, ActRequest } from "./act-request.ts";

/** What is known of an act besides what it says. */
export interface Sent extends ActContext {
  readonly key: string;
  readonly stationId: string | null;
  readonly assignmentId: string | undefined;
  readonly origin: ActOrigin;
  readonly dated: DatedAct;
  readonly event?: Reading["event"];
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
      return { ...nobody, stationId: null, dated: { ...prompt, at: received } };
    default: {
      const { stationId = null, assignmentId, origin } = body;
      return { ...context, key, stationId, assignmentId, origin, dated: dateAct(body, received) };
    }
  }
}

/** What a reader read, as a screen would have sent it: the counter's event tells when. */
export function sentByReader({ event, stationId, code, at, received }: Reading): {
  readonly request: ActRequest;
  readonly sent: Sent;
} {
  const key = `event:${event.bootId}:${event.seq}`;
  const origin = "scan";
  const head = { key, stationId: stationId ?? "", at, sentAt: received, origin } as const;
  const request: ActRequest = isBadge(code)
    ? { kind: "badge", body: { ...head, badge: code, direction: "in" } }
    : { kind: "scan", body: { ...head, code } };
  const isOffline = received - at > PROMPT_MS;
  const dated = { at, clockOffBy: 0, isClockOff: false, isOffline };
  const nobody = { assignmentId: undefined, isAdmin: false };
  return { request, sent: { ...nobody, key, stationId, received, dated, event, origin } };
}

/** Badges begin with a P on every keyboard. */
function isBadge(code: string): boolean {
  return /^\s*p/i.test(code);
}
