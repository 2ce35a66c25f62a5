import {
  type BoardInMemory,
  createBoardInMemory,
  type Rows,
  type StoredBoard,
} from "./board-in-memory.ts";
import { createGroupedBoard } from "./grouped-board.ts";

/** Rows that changed since they were last taken; null when the whole board must be read. */
export interface StoredChanges {
  readonly clock: number;
  readonly rows: Rows | null;
}

/** Where the board comes from. */
export interface BoardReader {
  readBoard(now: number): Promise<StoredBoard>;
  takeChanges(now: number): Promise<StoredChanges>;
  /** Called when something changed, once until the changes are taken. */
  onChanged(listener: () => void): void;
}

/** Keeps the board and brings it up to date when it is asked for. */
export interface BoardKeeper {
  /** The board with all that was committed before the asking. */
  fresh(): Promise<BoardInMemory>;
  /** Something changed since the board was last brought up to date. */
  expire(): void;
  /** As it is; null before the first reading. */
  readonly board: BoardInMemory | null;
}

/** Told with the clock that the board had before. */
export interface BoardListeners {
  /** The whole board was read: at first, when the day turned, when the plan or the past changed. */
  onLoaded(board: BoardInMemory, before: number): void;
  onPatched(rows: Rows, before: number): void;
}

export function createBoardKeeper(
  { reader, now }: { reader: BoardReader; now: () => number },
  { onLoaded, onPatched }: BoardListeners,
): BoardKeeper {
  let board: BoardInMemory | null = null;
  let isStale = true;
  let last: Promise<unknown> = Promise.resolve();

  async function load(): Promise<BoardInMemory> {
    const before = board?.clock ?? 0;
    const stored = await reader.readBoard(now());
    board = stored.stationFigures ? createBoardInMemory(stored) : createGroupedBoard(stored);
    onLoaded(board, before);
    return board;
  }

  async function bringUpToDate(): Promise<BoardInMemory> {
    if (board === null || now() >= board.validUntil) {
      isStale = false;
      return load();
    }
    if (!isStale) return board;
    isStale = false;
    const { clock, rows } = await reader.takeChanges(now());
    if (rows === null) return load();
    const before = board.clock;
    const told = board.apply(clock, rows);
    if (told.lines.length + told.stations.length > 0) onPatched(told, before);
    return board;
  }

  return {
    // One after the other, so that rows are applied in the order of their clocks.
    fresh() {
      const next = last.then(bringUpToDate).catch((error: unknown) => {
        isStale = true;
        throw error;
      });
      last = next.catch(() => undefined);
      return next;
    },
    expire() {
      isStale = true;
    },
    get board() {
      return board;
    },
  };
}
