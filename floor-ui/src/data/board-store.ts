import type { ReadonlySignal, Signal } from "@preact/signals";
import { batch, signal } from "@preact/signals";
import type { Board, LineRow, LiveMessage, StationRow } from "@trame/shared";

/** A board without its rows: what changes with the plan or the day. */
export type BoardHead = Omit<Board, "clock" | "serverTime" | "lines" | "stations"> & {
  readonly lineIds: readonly string[];
};

/** The current picture. Each row is a signal of its own, so that a patch redraws only what shows the row. */
export interface BoardStore {
  /** null until a first snapshot. */
  readonly head: ReadonlySignal<BoardHead | null>;
  line(lineId: string): ReadonlySignal<LineRow> | undefined;
  station(stationId: string): ReadonlySignal<StationRow> | undefined;
  /** A counter was heard, or a piece counted; subscribes to no more rows than it takes to know. */
  hasBegun(): boolean;
  /** The last clock seen, 0 before a first snapshot. */
  clock(): number;
  accept(message: LiveMessage): void;
  /** The whole picture again, as a snapshot would bring it; null before the first. */
  toBoard(serverTime: number): Board | null;
}

/** Starts empty. */
export function createBoardStore(): BoardStore {
  const head = signal<BoardHead | null>(null);
  const lines = new Map<string, Signal<LineRow>>();
  const stations = new Map<string, Signal<StationRow>>();
  let clock = 0;

  function acceptBoard(board: Board): void {
    replaceAll(lines, board.lines, (row) => row.lineId);
    replaceAll(stations, board.stations, (row) => row.stationId);
    const { clock: _clock, serverTime: _time, lines: _lines, stations: _stations, ...rest } = board;
    head.value = { ...rest, lineIds: board.lines.map((row) => row.lineId) };
  }

  function acceptRows(lineRows: readonly LineRow[], stationRows: readonly StationRow[]): void {
    for (const row of lineRows) place(lines, row.lineId, row);
    for (const row of stationRows) place(stations, row.stationId, row);
  }

  return {
    head,
    line: (lineId) => lines.get(lineId),
    station: (stationId) => stations.get(stationId),
    hasBegun: () => [...stations.values()].some(({ value }) => isBegun(value)),
    clock: () => clock,
    accept(message) {
      batch(() => {
        if (message.type === "snapshot") acceptBoard(message.board);
        if (message.type === "patch") acceptRows(message.lines, message.stations);
      });
      clock = message.clock;
    },
    toBoard(serverTime) {
      if (head.value === null) return null;
      const { lineIds: _lineIds, ...rest } = head.value;
      return { ...rest, clock, serverTime, lines: rowsOf(lines), stations: rowsOf(stations) };
    },
  };
}

function isBegun({ heardAt, pieces }: StationRow): boolean {
  return heardAt !== null || (pieces ?? 0) > 0;
}

function place<Row>(rows: Map<string, Signal<Row>>, id: string, row: Row): void {
  const known = rows.get(id);
  if (known === undefined) rows.set(id, signal(row));
  else known.value = row;
}

function replaceAll<Row>(
  rows: Map<string, Signal<Row>>,
  fresh: readonly Row[],
  idOf: (row: Row) => string,
): void {
  const ids = new Set(fresh.map(idOf));
  for (const id of rows.keys()) if (!ids.has(id)) rows.delete(id);
  for (const row of fresh) place(rows, idOf(row), row);
}

function rowsOf<Row>(rows: ReadonlyMap<string, Signal<Row>>): Row[] {
  return [...rows.values()].map((row) => row.peek());
}
