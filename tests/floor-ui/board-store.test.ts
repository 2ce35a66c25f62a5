import { describe, expect, it } from "vitest";
import { createBoardStore } from "../../floor-ui/src/data/board-store.ts";
import { boardOf, lineRow, stationRow } from "../browser/support/rows.ts";

function snapshot(board = boardOf()) {
  return { type: "snapshot", clock: board.clock, serverTime: board.serverTime, board } as const;
}

describe("board store", () => {
  it("[L52] gives back what a snapshot brought", () => {
    const store = createBoardStore();
    const board = boardOf();
    store.accept(snapshot(board));
    expect([store.toBoard(board.serverTime), store.clock()]).toEqual([board, 41]);
  });

  it("[L52] replaces the rows of a patch and redraws nothing else", () => {
    const store = createBoardStore();
    const other = stationRow({ stationId: "S02" });
    store.accept(snapshot(boardOf({ stations: [stationRow(), other] })));
    const drawn: string[] = [];
    for (const id of ["S01", "S02"]) {
      store.station(id)?.subscribe((row) => drawn.push(`${id} ${row.pieces}`));
    }
    store.head.subscribe((head) => drawn.push(`head ${head?.day}`));
    const stations = [stationRow({ pieces: 432 })];
    store.accept({ type: "patch", clock: 42, serverTime: 1, lines: [lineRow()], stations });
    expect(drawn).toEqual(["S01 431", "S02 431", "head 2026-11-23", "S01 432"]);
    expect(store.clock()).toBe(42);
  });

  it("[L52] forgets what a new plan no longer has", () => {
    const store = createBoardStore();
    store.accept(snapshot());
    store.accept(snapshot(boardOf({ lines: [], stations: [] })));
    expect([store.line("L1"), store.station("S01"), store.head.value?.lineIds]).toEqual([
      undefined,
      undefined,
      [],
    ]);
  });

  it("[L52] takes a station named like a property of every object for what it is", () => {
    const store = createBoardStore();
    expect([store.station("constructor"), store.line("__proto__")]).toEqual([undefined, undefined]);
  });
});
