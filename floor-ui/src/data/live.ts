import type { LiveHello, LiveMessage } from "@trame/shared";
import type { SetTimer } from "./timer.ts";

/** An open or opening connection. */
export interface LiveSocket {
  send(text: string): void;
  close(): void;
}

/** What a connection tells. */
export interface SocketEvents {
  onOpen(): void;
  onText(text: string): void;
  onClose(): void;
}

/** What the live connection needs. */
export interface LiveOptions {
  readonly openSocket: (events: SocketEvents) => LiveSocket;
  readonly setTimer: SetTimer;
  /** 0 to 1, as `Math.random()`. */
  readonly random: () => number;
  /** The last clock seen, 0 when there was none. */
  readonly lastClock: () => number;
  readonly onMessage: (message: LiveMessage) => void;
  /** There is no connection until the next message. */
  readonly onLost: () => void;
}

/** The server speaks every 10 s: after this long without a word the connection is given up. */
const SILENCE_MS = 25_000;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 10_000;

/** A connection that is kept. */
export interface Live {
  /** Connects now where there is no connection: the server would let this screen in. */
  knock(): void;
  close(): void;
}

/** Keeps one connection to the server's live socket, for as long as it is not closed. */
export function startLive(options: LiveOptions): Live {
  const { openSocket, setTimer, random, onMessage } = options;
  let socket: LiveSocket | null = null;
  let retries = 0;
  let cancelTimer = () => {};

  function connect(): void {
    // Events of a connection that was given up may still come: only those of the present one count.
    const mine = openSocket({
      onOpen: () => mine === socket && mine.send(hello(options.lastClock())),
      onText: (text) => mine === socket && receive(text),
      onClose: () => mine === socket && giveUp(),
    });
    socket = mine;
    listen();
  }

  function listen(): void {
    cancelTimer();
    cancelTimer = setTimer(giveUp, SILENCE_MS);
  }

  function receive(text: string): void {
    const message = parseLiveMessage(text);
    if (message === null) return;
    retries = 0;
    listen();
    onMessage(message);
  }

  function giveUp(): void {
    const left = socket;
    socket = null;
    left?.close();
    cancelTimer();
    const base = Math.min(FIRST_RETRY_MS * 2 ** retries, LONGEST_RETRY_MS);
    retries += 1;
    options.onLost();
    // Jitter: after a restart of the server its screens must not all knock at once.
    cancelTimer = setTimer(connect, base * (0.5 + random()));
  }

  connect();
  return {
    knock() {
      if (socket !== null) return;
      cancelTimer();
      retries = 0;
      connect();
    },
    close() {
      const left = socket;
      socket = null;
      cancelTimer();
      left?.close();
    },
  };
}

function hello(clock: number): string {
  const message: LiveHello = { type: "hello", clock };
  return JSON.stringify(message);
}

/** A message of the live socket; null for anything that is none. */
export function parseLiveMessage(text: string): LiveMessage | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  return isLiveMessage(value) ? value : null;
}

/** Looks at the frame only: the rows come from a server of the same version, and TypeBox would weigh 36 kB. */
function isLiveMessage(value: unknown): value is LiveMessage {
  if (typeof value !== "object" || value === null) return false;
  const { type, clock, serverTime, board, lines, stations } = value as Record<string, unknown>;
  if (typeof clock !== "number" || typeof serverTime !== "number") return false;
  if (type === "snapshot") return typeof board === "object" && board !== null;
  if (type === "patch") return Array.isArray(lines) && Array.isArray(stations);
  return type === "tick";
}
