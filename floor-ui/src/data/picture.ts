import type { ReadonlySignal } from "@preact/signals";
import { batch, signal } from "@preact/signals";
import type { LiveMessage } from "@trame/shared";
import { type BoardStore, createBoardStore } from "./board-store.ts";
import { type Keep, readLastBoard, writeLastBoard } from "./keep.ts";
import { type LiveOptions, startLive } from "./live.ts";
import { createServerClock } from "./server-clock.ts";

/**
 * How much to trust what is shown: `reconnecting` from when the connection is lost, `stale` from 30 s without a word of
 * the server, `offline` from 2 min.
 */
export type Freshness = "loading" | "fresh" | "reconnecting" | "stale" | "offline";

/** The board as a screen sees it: the rows, the time, and how old they are. */
export interface Picture {
  readonly store: BoardStore;
  /** The server's time, UTC ms, each second; null while no server has told it. */
  readonly now: ReadonlySignal<number | null>;
  /** The time for which the rows are true: now, or a moment after the server's last word. */
  readonly asOf: ReadonlySignal<number>;
  /** When the server last spoke, UTC ms; 0 before. */
  readonly heardAt: ReadonlySignal<number>;
  readonly freshness: ReadonlySignal<Freshness>;
  /** Connects now where there is no connection. */
  knock(): void;
  close(): void;
}

/** What a picture is made from. */
export interface PictureOptions extends Pick<LiveOptions, "openSocket" | "setTimer" | "random"> {
  /** ms from any start, as `performance.now()`. */
  readonly monotonic: () => number;
  readonly keep: Keep;
  /** The version of the screens that this page is. */
  readonly version: string;
  /** The server ships these screens. */
  readonly onUiVersion: (uiVersion: string) => void;
}

const STALE_MS = 30_000;
const OFFLINE_MS = 120_000;
/** The server speaks every 10 s: past that its silence is ours, and must not turn stations to "no data". */
const TRUSTED_MS = 11_000;
const KEEP_EVERY_MS = 60_000;
const SECOND_MS = 1_000;

/** Connects, and keeps the picture up to date until it is closed. */
export function startPicture(options: PictureOptions): Picture {
  const { monotonic, setTimer, keep, version } = options;
  const store = createBoardStore();
  const clock = createServerClock(monotonic);
  const restoredAt = restore(store, keep, version);
  const startedAt = monotonic();
  let heard: number | null = null;
  let isConnected = false;
  let keptAt = startedAt;
  let cancelTick = () => {};

  const now = signal<number | null>(null);
  const asOf = signal(restoredAt);
  const heardAt = signal(restoredAt);
  const freshness = signal<Freshness>(restoredAt === 0 ? "loading" : "stale");

  // Times change once a second and rows when they come: a patch redraws the tiles it is about and no other.
  function tick(): void {
    const age = monotonic() - (heard ?? startedAt);
    const current = clock.now();
    batch(() => {
      if (current !== null) {
        now.value = current;
        heardAt.value = current - age;
        asOf.value = current - Math.max(0, age - TRUSTED_MS);
      }
      if (heard !== null || age >= STALE_MS) freshness.value = freshnessOf(age, isConnected);
    });
    cancelTick();
    cancelTick = setTimer(tick, SECOND_MS - ((current ?? 0) % SECOND_MS));
  }

  function onMessage(message: LiveMessage): void {
    clock.sync(message.serverTime);
    heard = monotonic();
    isConnected = true;
    batch(() => {
      store.accept(message);
      if (freshness.peek() !== "fresh") tick();
    });
    if (message.type === "snapshot") options.onUiVersion(message.board.uiVersion);
    if (message.type !== "snapshot" && heard - keptAt <= KEEP_EVERY_MS) return;
    keptAt = heard;
    const board = store.toBoard(message.serverTime);
    if (board !== null) writeLastBoard(keep, version, board);
  }

  const live = startLive({
    ...options,
    // A kept picture is for the eye: the server is asked for a whole one, whatever happened meanwhile.
    lastClock: () => (heard === null ? 0 : store.clock()),
    onMessage,
    onLost() {
      isConnected = false;
      tick();
    },
  });
  tick();

  return {
    ...{ store, now, asOf, heardAt, freshness },
    knock: live.knock,
    close() {
      cancelTick();
      live.close();
    },
  };
}

function freshnessOf(age: number, isConnected: boolean): Freshness {
  if (age >= OFFLINE_MS) return "offline";
  if (age >= STALE_MS) return "stale";
  return isConnected ? "fresh" : "reconnecting";
}

/** Puts the kept picture into the store; gives its time, 0 when there was none. */
function restore(store: BoardStore, keep: Keep, version: string): number {
  const board = readLastBoard(keep, version);
  if (board === null) return 0;
  const { clock, serverTime } = board;
  store.accept({ type: "snapshot", clock, serverTime, board });
  return serverTime;
}
