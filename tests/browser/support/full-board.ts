import type { Board, CallRow, LineRow, StationRow } from "@trame/shared";
import { largeBoard, madeUpBoard } from "./made-up-board.ts";
import { at, workday } from "./rows.ts";

/** Bundles that wait before each station, as on the mockup of the wall. */
const WAITING = [2, 2, 1, 2, 2, 0, 4, 9, 3, 2, 1, 1];

/** A call of the morning. */
export function callRow(over: Partial<CallRow> = {}): CallRow {
  const call = over.at ?? at("11:32");
  return {
    key: `call-${over.stationId ?? "S07"}-${call}`,
    stationId: "S07",
    call: "mechanic",
    at: call,
    takenAt: null,
    escalatesAt: call + 5 * 60_000,
    isHeard: false,
    ...over,
  };
}

/** All that a wall can show at 11:35: bundles, a cause, somebody helped at station 9, calls, quality, an order. */
export function fullBoard(line: Partial<LineRow> = {}): Board {
  const board = madeUpBoard();
  return { ...board, lines: [{ ...fullLine(board), ...line }], stations: board.stations.map(full) };
}

/** Several lines, each with an order of its own. */
export function manyLines(lines: number, perLine: number): Board {
  const board = largeBoard(lines * perLine, perLine);
  const rows = board.lines.map((line, index) => ({
    ...line,
    pieces: 412 - index * 30,
    orders: [{ orderId: `2026-${118 + index}`, name: "Masque lavable", pieces: 12_000 }],
    calls: index === 1 ? [callRow({ stationId: line.stationIds[2] ?? "" })] : [],
  }));
  return { ...board, lines: rows };
}

function full(row: StationRow, index: number): StationRow {
  const bundles = WAITING[index] ?? 0;
  const busy = { ...row, suspects: 0, waiting: { bundles, pieces: bundles * 20 } };
  if (index === 6) {
    const mark = {
      key: "stop-7",
      from: at("11:32"),
      to: null,
      cause: "thread",
      class: "machine",
      isGroup: false,
    } as const;
    return { ...busy, mark };
  }
  if (index !== 8) return busy;
  const mark = {
    key: "help-9",
    from: at("11:00"),
    to: null,
    cause: "support",
    class: "support",
    isGroup: false,
  } as const;
  return { ...busy, mark };
}

function fullLine(board: Board): LineRow {
  const line = board.lines[0]!;
  const operations = [...new Set(board.stations.map(({ operation }) => operation))];
  const flow = operations.map((operation, place) => {
    const mates = board.stations.filter((row) => row.operation === operation);
    const bundles = mates.reduce(
      (sum, row) => sum + (WAITING[board.stations.indexOf(row)] ?? 0),
      0,
    );
    return {
      operation,
      stationIds: mates.map(({ stationId }) => stationId),
      bundles,
      pieces: bundles * 20,
      since: bundles === 0 ? null : at("11:10"),
      isEntry: place === 0,
      openPieces: 0,
    };
  });
  return {
    ...line,
    flow,
    calls: [
      callRow(),
      callRow({ stationId: "S06", call: "material", at: at("11:28"), takenAt: at("11:30") }),
    ],
    quality: { inspected: 500, goodFirst: 489, defects: 12, top: [] },
    orders: [{ orderId: "2026-118", name: "Masque lavable", pieces: 12_000 }],
  };
}

/** What a server says of order 2026-118, due on 18 December, and of the working days to come. */
export function orderApi(path: string): { readonly status: number; readonly json: unknown } | null {
  const order = { id: "2026-118", dueOn: "2026-12-18", styles: [], state: "running" };
  if (path === "/api/v1/orders/2026-118") return { status: 200, json: order };
  if (path === "/api/v1/orders/2026-118/progress") return { status: 200, json: progress() };
  if (path.startsWith("/api/v1/orders/")) return { status: 404, json: { code: "order-unknown" } };
  if (path.startsWith("/api/v1/calendar?")) return { status: 200, json: { days: daysAhead() } };
  return null;
}

function progress() {
  const quantities = ["Bleu", "Écru", "Noir"].flatMap((colour, row) =>
    ["S", "M", "L", "XL"].map((size, column) => {
      const good = [1000, 742, 310, 12, 480, 220, 96, 0, 0, 0, 0, 0][row * 4 + column] ?? 0;
      return { colour, size, ordered: 1000, good, left: 1000 - good };
    }),
  );
  const bundles = { waiting: 212, open: 9, outside: 0, inRepair: 1, out: 143, inConflict: 0 };
  return { styles: [{ styleId: "MASQUE", quantities }], bundles };
}

/** Today and the twenty days after it, weekends off. */
function daysAhead() {
  return Array.from({ length: 21 }, (_, day) => {
    const shift = day * 86_400_000;
    const isOff = day % 7 > 4;
    const spans = workday.map(({ from, to }) => ({ from: from + shift, to: to + shift }));
    return { windows: isOff ? [] : spans };
  });
}
