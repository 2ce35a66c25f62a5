import type { LiveMessage } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { boardOf, fakeWorld, rowsOf, START, station } from "./fake-world.ts";

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
