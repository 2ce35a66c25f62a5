import type { LiveMessage, StationRow } from "@trame/shared";
import { describe, expect, it } from "vitest";
import type { StoredBoard } from "../../../server/src/live/board-in-memory.ts";
import type { StoredChanges } from "../../../server/src/live/board-keeper.ts";
import { startLive } from "../../../server/src/live/start-live.ts";

const START = Date.parse("2026-11-23T09:00:00Z");

function station(stationId: string, pieces: number): StationRow {
  return {
    stationId,
    lineId: "L1",
    name: stationId,
    operation: "Plis",
    standardMinutes: 0.5,
    deviceId: null,
    silentAfterMs: 30_000,
    pieces,
    hours: [],
    minutes: { from: START, counts: [] },
    lastPieceAt: null,
    heardAt: null,
    reported: null,
    suspects: 0,
  };
}

function boardOf(clock: number, stations: StationRow[], day = "2026-11-23"): StoredBoard {
  return {
    clock,
    workshop: { name: "Atelier", timeZone: "Europe/Paris" },
    day,
    windows: [],
    clockHours: [],
    recomputing: 0,
    lines: [],
    stations,
    validUntil: START + 3_600_000,
  };
}

/** A store by hand: what it answers is set by the test, and time passes when the test says so. */
function fakeWorld() {
  const changes: StoredChanges[] = [];
  const timers: { at: number; run: () => void }[] = [];
  const errors: unknown[] = [];
  let now = START;
  let board = boardOf(1, [station("S01", 0), station("S02", 0)]);
  let changed = (): void => undefined;
  let isBroken = false;
  const flush = async (): Promise<void> => {
    for (let i = 0; i < 20; i++) await Promise.resolve();
  };
  const live = startLive({
    reader: {
      readBoard: () => Promise.resolve(board),
      takeChanges() {
        if (isBroken) return Promise.reject(new Error("no disk"));
        const none = { clock: board.clock, rows: { lines: [], stations: [] } };
        return Promise.resolve(changes.shift() ?? none);
      },
      onChanged(listener) {
        changed = listener;
      },
    },
    now: () => now,
    uiVersion: "v1",
    onError: (error) => errors.push(error),
    timers: {
      setTimeout(run, ms) {
        const timer = { at: now + ms, run };
        timers.push(timer);
        return timer;
      },
      clearTimeout(timer) {
        const index = timers.indexOf(timer as (typeof timers)[0]);
        if (index >= 0) timers.splice(index, 1);
      },
    },
  });
  return {
    live,
    errors,
    async change(next: StoredChanges) {
      changes.push(next);
      changed();
      await flush();
    },
    async pass(ms: number) {
      const end = now + ms;
      for (;;) {
        const due = timers.toSorted((a, b) => a.at - b.at).find((timer) => timer.at <= end);
        if (due === undefined) break;
        timers.splice(timers.indexOf(due), 1);
        now = Math.max(now, due.at);
        due.run();
        await flush();
      }
      now = end;
    },
    turnTo(next: StoredBoard) {
      board = next;
    },
    breakDisk(broken: boolean) {
      isBroken = broken;
    },
  };
}

const rowsOf = (...stations: StationRow[]) => ({ lines: [], stations });

describe("the live board", () => {
  it("[L1] a screen that saw nothing gets the whole board with the log's clock", async () => {
    const { live } = fakeWorld();
    const heard: LiveMessage[] = [];
    await live.watch(0, (message) => heard.push(message));
    const { validUntil: _, ...stored } = boardOf(1, [station("S01", 0), station("S02", 0)]);
    expect(heard).toEqual([
      {
        type: "snapshot",
        clock: 1,
        serverTime: START,
        board: { ...stored, serverTime: START, uiVersion: "v1" },
      },
    ]);
    expect(live.watchers).toBe(1);
  });

  it("[L2] a screen that comes back gets the rows that changed since its clock", async () => {
    const world = fakeWorld();
    const stop = await world.live.watch(0, () => undefined);
    await world.change({ clock: 2, rows: rowsOf(station("S01", 1)) });
    await world.pass(1_000);
    await world.change({ clock: 3, rows: rowsOf(station("S02", 1)) });
    stop();
    const heard: LiveMessage[] = [];
    await world.live.watch(2, (message) => heard.push(message));
    expect(heard).toEqual([
      {
        type: "patch",
        clock: 3,
        serverTime: START + 1_000,
        lines: [],
        stations: [station("S02", 1)],
      },
    ]);
  });

  it.each([
    { seen: 1, why: "is as old as the board's last reading" },
    { seen: 99, why: "comes from elsewhere" },
  ])("[L2] a screen whose clock $why gets the whole board", async ({ seen }) => {
    const world = fakeWorld();
    await world.live.watch(0, () => undefined);
    await world.change({ clock: 2, rows: rowsOf(station("S01", 1)) });
    const heard: LiveMessage[] = [];
    await world.live.watch(seen, (message) => heard.push(message));
    expect(heard.map((message) => message.type)).toEqual(["snapshot"]);
  });

  it("[L3] the first change goes out at once, the next wait for a thirtieth of a second", async () => {
    const world = fakeWorld();
    const heard: LiveMessage[] = [];
    await world.live.watch(0, (message) => heard.push(message));
    await world.change({ clock: 2, rows: rowsOf(station("S01", 1)) });
    expect(heard.map((message) => message.clock)).toEqual([1, 2]);
    await world.change({ clock: 3, rows: rowsOf(station("S01", 2)) });
    await world.pass(20);
    expect(heard.map((message) => message.clock)).toEqual([1, 2]);
    await world.pass(20);
    expect(heard.map((message) => message.clock)).toEqual([1, 2, 3]);
  });

  it("[L4] a tick goes out every 10 s with the clock and the server's time", async () => {
    const world = fakeWorld();
    const heard: LiveMessage[] = [];
    await world.live.watch(0, (message) => heard.push(message));
    await world.pass(20_000);
    expect(heard.slice(1)).toEqual([
      { type: "tick", clock: 1, serverTime: START + 10_000 },
      { type: "tick", clock: 1, serverTime: START + 20_000 },
    ]);
  });

  it("[L5] the new day's board reaches every screen when the day turns, without a fact", async () => {
    const world = fakeWorld();
    const days: string[] = [];
    await world.live.watch(0, (message) => {
      if (message.type === "snapshot") days.push(message.board.day);
    });
    const next = { ...boardOf(1, [], "2026-11-24"), validUntil: START + 90_000_000 };
    world.turnTo(next);
    await world.pass(3_600_000);
    expect(days).toEqual(["2026-11-23", "2026-11-24"]);
  });

  it("[L6] a board that is asked for holds what was committed before, though nobody watches", async () => {
    const world = fakeWorld();
    await world.live.readBoard();
    await world.change({ clock: 2, rows: rowsOf(station("S01", 7)) });
    const board = await world.live.readBoard();
    expect([board.clock, board.stations[0]?.pieces]).toEqual([2, 7]);
  });

  it("[L7] a store that can't be read is reported, and the next change is tried again", async () => {
    const world = fakeWorld();
    const heard: LiveMessage[] = [];
    await world.live.watch(0, (message) => heard.push(message));
    world.breakDisk(true);
    await world.change({ clock: 2, rows: rowsOf(station("S01", 1)) });
    expect(world.errors).toHaveLength(1);
    world.breakDisk(false);
    await world.pass(100);
    await world.change({ clock: 3, rows: rowsOf(station("S01", 2)) });
    expect(heard.at(-1)?.clock).toBe(2);
    await world.pass(100);
    expect(world.errors).toHaveLength(1);
  });

  it("[L1] a screen that left hears nothing more", async () => {
    const world = fakeWorld();
    const heard: LiveMessage[] = [];
    const stop = await world.live.watch(0, (message) => heard.push(message));
    stop();
    await world.change({ clock: 2, rows: rowsOf(station("S01", 1)) });
    await world.pass(30_000);
    expect(heard).toHaveLength(1);
  });
});
