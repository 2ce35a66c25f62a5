import type { Clock } from "../clock.ts";
import type { Random } from "../random.ts";
import type { Dial, Identity, Session } from "./dial.ts";

/** How a device stays connected. */
export interface ConnectionOptions {
  readonly identity: Identity;
  readonly clock: Clock;
  readonly dial: Dial;
  readonly random: Random;
  /** The first call is spread over so long, so that a whole workshop does not call at once. ms */
  readonly spreadMs: number;
  readonly onUp: (session: Session) => void;
  readonly onConfig: (payload: Uint8Array | string) => void;
  /** The session that was up is no more; another will come. */
  readonly onDown: () => void;
}

/** A session after the other, with growing and scattered pauses between those that fail. */
export interface Connection {
  /** What the broker answers shows that it works: the next pause is a short one again. */
  praise(): void;
  /** Holds the session for dead and dials again. */
  hangUp(): void;
  /** Cuts the session and dials no more. */
  close(): void;
}

const FIRST_PAUSE_MS = 1_000;
const LAST_PAUSE_MS = 30_000;
/** A call without an answer is given up. */
const CALL_TIMEOUT_MS = 20_000;

/** Starts to call. */
export function startConnection(options: ConnectionOptions): Connection {
  const { identity, clock, random } = options;
  let session: Session | null = null;
  let isUp = false;
  let failures = 0;
  let cancelTimer = clock.at(clock.now() + random.next() * options.spreadMs, () => call());

  const call = () => {
    cancelTimer = clock.at(clock.now() + CALL_TIMEOUT_MS, () => hangUp());
    // A session that was replaced may still speak; it is not listened to.
    const isCurrent = () => session === mine;
    const mine = options.dial(identity, {
      onUp: () => {
        if (!isCurrent()) return;
        cancelTimer();
        isUp = true;
        options.onUp(mine);
      },
      onConfig: (payload) => {
        if (isCurrent()) options.onConfig(payload);
      },
      onDown: () => {
        if (isCurrent()) callLater();
      },
    });
    session = mine;
  };

  const leave = () => {
    cancelTimer();
    session = null;
    if (isUp) options.onDown();
    isUp = false;
  };

  const callLater = () => {
    leave();
    const longest = Math.min(LAST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures++);
    cancelTimer = clock.at(clock.now() + longest * random.between(0.5, 1), call);
  };

  const hangUp = () => {
    session?.cut();
    callLater();
  };

  return {
    praise() {
      failures = 0;
    },
    hangUp,
    close() {
      session?.cut();
      leave();
    },
  };
}
