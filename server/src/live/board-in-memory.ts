import type { Board, LineRow, StationRow } from "@trame/shared";

/** The board as the reader answers it: without what the moment of the answer adds. */
export type StoredBoard = Omit<Board, "serverTime" | "uiVersion"> & {
  /** When it must be read anew even if nothing happens: the day turns, or another plan holds. UTC ms */
  readonly validUntil: number;
};

/** Rows that changed together. */
export interface Rows {
  readonly lines: readonly LineRow[];
  readonly stations: readonly StationRow[];
}

/** The board with, for each row, the clock at which it changed last. */
export interface BoardInMemory {
  readonly clock: number;
  readonly validUntil: number;
  /** @returns the rows as they are told now, those that changed */
  apply(clock: number, rows: Rows): Rows;
  /** What changed after a clock; null when rows alone can't tell it ([L2]). */
  since(clock: number): Rows | null;
  read(answer: Pick<Board, "serverTime" | "uiVersion">): Board;
}

interface Dated<Row> {
  readonly row: Row;
  readonly clock: number;
}

export function createBoardInMemory(stored: StoredBoard): BoardInMemory {
  const { validUntil, lines, stations, clock: readAt, ...head } = stored;
  const lineRows = new Map(lines.map((row) => [row.lineId, { row, clock: readAt }]));
  const stationRows = new Map(stations.map((row) => [row.stationId, { row, clock: readAt }]));
  let clock = readAt;

  return {
    get clock() {
      return clock;
    },
    validUntil,
    apply(next, rows) {
      clock = next;
      for (const row of rows.lines) lineRows.set(row.lineId, { row, clock });
      for (const row of rows.stations) stationRows.set(row.stationId, { row, clock });
      return rows;
    },
    // A screen whose clock is not younger than this reading may know another plan or another day.
    since: (seen) =>
      seen <= readAt || seen > clock
        ? null
        : { lines: changedSince(lineRows, seen), stations: changedSince(stationRows, seen) },
    read: (answer) => ({
      ...head,
      ...answer,
      clock,
      lines: [...lineRows.values()].map(({ row }) => row),
      stations: [...stationRows.values()].map(({ row }) => row),
    }),
  };
}

function changedSince<Row>(rows: ReadonlyMap<string, Dated<Row>>, clock: number): Row[] {
  return [...rows.values()].filter((dated) => dated.clock > clock).map(({ row }) => row);
}
