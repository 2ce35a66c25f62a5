import type { Board, LineRow, LiveMessage, StationRow } from "@trame/shared";
import { type BoardInMemory, createBoardInMemory } from "./board-in-memory.ts";

/** The board as the reader answers it: without what the moment of the answer adds. */
export type StoredBoard = Omit<Board, "serverTime" | "uiVersion"> & {
  /** When it must be read anew even if nothing happens: the day turns, or another plan holds. UTC ms */
  readonly validUntil: number;
};

/** Rows that changed since they were last taken; null when the whole board must be read. */
export interface StoredChanges {
  readonly clock: number;
  readonly rows: {
    readonly lines: readonly LineRow[];
    readonly stations: readonly StationRow[];
  } | null;
}

/** Where the board comes from. */
export interface BoardReader {
  readBoard(now: number): Promise<StoredBoard>;
  takeChanges(now: number): Promise<StoredChanges>;
  /** Called when something changed, once until the changes are taken. */
  onChanged(listener: () => void): void;
}

/** Timers, so that tests turn the hours by hand. */
export interface LiveTimers {
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
}

export interface LiveOptions {
  readonly reader: BoardReader;
  /** UTC ms. */
  readonly now: () => number;
  readonly uiVersion: string;
  readonly timers?: LiveTimers;
  /** Told when the store can't be read; the screens keep what they have. */
  readonly onError: (error: unknown) => void;
}

/** The current board in memory, and who watches it. */
export interface Live {
  /** The board as of now, after all that was committed. */
  readBoard(): Promise<Board>;
  /**
   * A screen that says the last clock it saw gets the difference, or everything; then patches ([L1] to [L4]).
   * @returns ends the watching
   */
  watch(clock: number, send: (message: LiveMessage) => void): Promise<() => void>;
  /** Screens that watch now. */
  readonly watchers: number;
  close(): void;
}

/** At most 30 patches a second. */
const PATCH_MS = 1_000 / 30;
const TICK_MS = 10_000;
/** Longest time that a timer can hold. */
const TIMER_MAX_MS = 2 ** 31 - 1;

const REAL_TIMERS: LiveTimers = {
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout),
};

/** Starts the live board: kept in memory, patched as the store changes. It reads no SQL. */
export function startLive(options: LiveOptions): Live {
  const { reader, now, uiVersion, onError, timers = REAL_TIMERS } = options;
  const watchers = new Set<(message: LiveMessage) => void>();
  let board: BoardInMemory | null = null;
  let isStale = true;
  let isClosed = false;
  let lastPatchAt = -Infinity;
  let patchTimer: unknown = null;
  let turnTimer: unknown = null;
  let pulling: Promise<BoardInMemory> | null = null;

  function broadcast(message: LiveMessage): void {
    for (const send of watchers) send(message);
  }

  async function load(): Promise<BoardInMemory> {
    board = createBoardInMemory(await reader.readBoard(now()));
    timers.clearTimeout(turnTimer);
    const untilTurn = Math.max(0, board.validUntil - now());
    turnTimer = timers.setTimeout(pullForWatchers, Math.min(untilTurn, TIMER_MAX_MS));
    broadcast(snapshotOf(board.read({ serverTime: now(), uiVersion })));
    return board;
  }

  async function pull(): Promise<BoardInMemory> {
    isStale = false;
    lastPatchAt = now();
    if (board === null || now() >= board.validUntil) return load();
    const { clock, rows } = await reader.takeChanges(now());
    if (rows === null) return load();
    board.apply(clock, rows);
    if (rows.lines.length + rows.stations.length > 0) {
      broadcast({ type: "patch", clock, serverTime: now(), ...rows });
    }
    return board;
  }

  /** One pull at a time; whoever asks meanwhile gets the next one, so that no commit before the asking is missed. */
  function freshBoard(): Promise<BoardInMemory> {
    const before = pulling;
    const next = (before ?? Promise.resolve())
      .catch(() => undefined)
      .then(() => {
        const isCurrent = board !== null && !isStale && now() < board.validUntil;
        return isCurrent && board !== null ? board : pull();
      });
    pulling = next;
    return next;
  }

  function pullForWatchers(): void {
    patchTimer = null;
    if (!isClosed && watchers.size > 0) freshBoard().catch(onError);
  }

  reader.onChanged(() => {
    isStale = true;
    if (watchers.size === 0 || patchTimer !== null || isClosed) return;
    const wait = lastPatchAt + PATCH_MS - now();
    if (wait <= 0) pullForWatchers();
    else patchTimer = timers.setTimeout(pullForWatchers, wait);
  });

  let tickTimer: unknown = timers.setTimeout(tick, TICK_MS);
  function tick(): void {
    tickTimer = timers.setTimeout(tick, TICK_MS);
    if (board !== null) broadcast({ type: "tick", clock: board.clock, serverTime: now() });
  }

  return {
    async readBoard() {
      return (await freshBoard()).read({ serverTime: now(), uiVersion });
    },
    async watch(clock, send) {
      const fresh = await freshBoard();
      const difference = fresh.since(clock);
      const serverTime = now();
      if (difference === null) send(snapshotOf(fresh.read({ serverTime, uiVersion })));
      else send({ type: "patch", clock: fresh.clock, serverTime, ...difference });
      watchers.add(send);
      return () => void watchers.delete(send);
    },
    get watchers() {
      return watchers.size;
    },
    close() {
      isClosed = true;
      watchers.clear();
      for (const timer of [patchTimer, turnTimer, tickTimer]) timers.clearTimeout(timer);
    },
  };
}

function snapshotOf(board: Board): LiveMessage {
  const { clock, serverTime } = board;
  return { type: "snapshot", clock, serverTime, board };
}
