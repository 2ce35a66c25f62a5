/** A bad network in front of any dial: late, narrow, losing, cut now and then. */
import type { Clock } from "../clock.ts";
import type { Random } from "../random.ts";
import type { Dial, Packet, Session, SessionEvents } from "./dial.ts";

/** How bad it is. Times in ms, ratios 0..1. */
export interface Conditions {
  readonly delayMs: readonly [number, number];
  /** Of the messages, how many never arrive. */
  readonly dropRatio: number;
  /** Of the acknowledgements, how many never come back, so that a message that arrived is sent again. */
  readonly ackDropRatio: number;
  readonly bytesPerSecond: number;
  /** Mean time between two cuts; Infinity for none. */
  readonly cutEveryMs: number;
  /** How long a cut lasts, at most. */
  readonly cutForMs: number;
}

/** Networks by name, from a cable to a router behind three walls. */
export const NETWORKS: Readonly<Record<string, Conditions | null>> = {
  good: null,
  slow: {
    delayMs: [300, 1500],
    dropRatio: 0,
    ackDropRatio: 0,
    bytesPerSecond: 2_000,
    cutEveryMs: Number.POSITIVE_INFINITY,
    cutForMs: 0,
  },
  flaky: {
    delayMs: [20, 900],
    dropRatio: 0.02,
    ackDropRatio: 0.02,
    bytesPerSecond: 20_000,
    cutEveryMs: 120_000,
    cutForMs: 45_000,
  },
};

/** What all the devices of one bad network share. */
export interface BadNetwork {
  readonly conditions: Conditions;
  readonly clock: Clock;
  readonly random: Random;
}

/** Puts a bad network in front of a dial. Each device has its own stretch of it; order is kept within a session. */
export function worsen(dial: Dial, network: BadNetwork): Dial {
  const stretches = new Map<string, Stretch>();
  return (identity, events) => {
    const stretch = stretches.get(identity.device) ?? { cutUntil: 0 };
    stretches.set(identity.device, stretch);
    return dialThrough((through) => dial(identity, through), events, { ...network, stretch });
  };
}

/** The way of one device; `cutUntil` outlasts a session. */
interface Stretch {
  cutUntil: number;
}

type Way = BadNetwork & { readonly stretch: Stretch };

function dialThrough(
  dial: (events: SessionEvents) => Session,
  events: SessionEvents,
  way: Way,
): Session {
  const { clock, random, conditions, stretch } = way;
  const isCut = () => clock.now() < stretch.cutUntil;
  const outbound = createPipe(way);
  const inbound = createPipe(way);
  let isOver = false;
  const end = (reason: string) => {
    if (isOver) return;
    isOver = true;
    stopCuts();
    session.cut();
    events.onDown(reason);
  };
  const session = isCut()
    ? deadSession()
    : dial({
        onUp: () => inbound(0, () => !isOver && events.onUp()),
        onConfig: (payload) => inbound(payload.length, () => !isOver && events.onConfig(payload)),
        onDown: (reason) => end(reason),
      });
  const stopCuts = plan(clock, isCut() ? 0 : random.exponential(conditions.cutEveryMs), () => {
    if (!isCut()) stretch.cutUntil = clock.now() + random.between(0.1, 1) * conditions.cutForMs;
    end("network cut");
  });
  return {
    publish(packet, onAck) {
      if (random.chance(conditions.dropRatio)) return;
      outbound(sizeOf(packet), () => {
        if (isOver) return;
        session.publish(packet, () => {
          if (!random.chance(conditions.ackDropRatio)) inbound(0, () => !isOver && onAck());
        });
      });
    },
    cut() {
      isOver = true;
      stopCuts();
      session.cut();
    },
  };
}

/** After so many ms; never, when that is no finite time. */
function plan(clock: Clock, afterMs: number, what: () => void): () => void {
  return Number.isFinite(afterMs) ? clock.at(clock.now() + afterMs, what) : () => undefined;
}

/** A direction: delays what goes through it, never overtaking. */
function createPipe({ clock, random, conditions }: Way): (bytes: number, what: () => void) => void {
  let freeAt = 0;
  return (bytes, what) => {
    const sent = Math.max(clock.now(), freeAt) + (bytes / conditions.bytesPerSecond) * 1000;
    freeAt = sent;
    const [least, most] = conditions.delayMs;
    freeAt = Math.max(freeAt, sent + random.between(least, most));
    clock.at(freeAt, what);
  };
}

function sizeOf({ topic, payload }: Packet): number {
  return topic.length + payload.length;
}

function deadSession(): Session {
  return { publish: () => undefined, cut: () => undefined };
}
