import type { Board, CallRow, FlowRow, LineRow, StationRow } from "@trame/shared";
import { stationIdOf } from "./fake-supervision.ts";
import { madeUpBoard } from "./made-up-board.ts";
import { at } from "./rows.ts";

/** Bundles before each operation, as in the drawings. */
const PILES = [
  ["Surjet des bords", 2],
  ["Barrette nasale", 2],
  ["Assemblage", 3],
  ["Plis", 2],
  ["Piqûre côtés", 4],
  ["Pose du biais", 12],
  ["Élastiques", 2],
  ["Contrôle", 1],
  ["Pliage, sachet", 1],
] as const;
const WAITING = [2, 2, 1, 2, 2, 0, 4, 9, 3, 2, 1, 1];

/** A call of station 7, five minutes before it is escalated. */
export function callRow(over: Partial<CallRow> = {}): CallRow {
  return {
    key: "call-of-seven",
    stationId: "S07",
    call: "mechanic",
    at: at("11:32"),
    takenAt: null,
    escalatesAt: at("11:37"),
    isHeard: false,
    ...over,
  };
}

/** 11:35 on the line of the drawings: two calls, one taken; a thread break at 7, help at 9, a pile before 8. */
export function supervisedBoard(over: Partial<LineRow> = {}): Board {
  const board = madeUpBoard();
  const stations = board.stations.map(withPeople);
  const [line] = board.lines;
  if (line === undefined) throw new Error("a board without a line");
  const first: LineRow = {
    ...line,
    target: 960,
    calls: [
      callRow(),
      callRow({
        key: "call-of-six",
        stationId: "S06",
        call: "material",
        at: at("11:30"),
        takenAt: at("11:33"),
        escalatesAt: null,
      }),
    ],
    quality: { inspected: 500, goodFirst: 489, defects: 12, top: [] },
    flow: PILES.map(([operation, bundles], index) => pile(operation, bundles, index === 0)),
    orders: [{ orderId: "OF 2026-118", name: "Masque lavable", pieces: 12_000 }],
    ...over,
  };
  const second = { ...first, lineId: "L2", name: "Ligne 2", calls: [], stationIds: [] };
  return { ...board, lines: [first, second], stations };
}

/** The same floor with nothing to do: nobody calls, nothing waits. */
export function calmBoard(): Board {
  const board = supervisedBoard({ calls: [], flow: [], quality: null });
  const stations = board.stations.map(
    (row): StationRow => ({
      ...row,
      mark: null,
      waiting: null,
      reported: null,
      suspects: 0,
      lastPieceAt: at("11:34:40"),
      heardAt: at("11:34:55"),
    }),
  );
  return { ...board, stations };
}

function pile(operation: string, bundles: number, isEntry: boolean): FlowRow {
  return {
    operation,
    stationIds: [],
    bundles,
    pieces: 50 * bundles,
    since: at("10:47"),
    isEntry,
    openPieces: 50,
  };
}

function withPeople(row: StationRow, index: number): StationRow {
  const bundles = WAITING[index] ?? 0;
  const stationId = stationIdOf(index + 1);
  const waiting = { bundles, pieces: 50 * bundles };
  const mark = (cause: string, kind: "machine" | "support") => ({
    key: `mark-of-${index + 1}`,
    from: at("11:32"),
    to: null,
    cause,
    class: kind,
    isGroup: false,
  });
  if (index === 6) return { ...row, stationId, waiting, mark: mark("thread", "machine") };
  if (index === 8) {
    return { ...row, stationId, waiting, suspects: 0, mark: mark("support", "support") };
  }
  return { ...row, stationId, waiting };
}
