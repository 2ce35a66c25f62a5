import type { LiveMessage, StationRow } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { boardOf, fakeWorld, rowsOf, START, station } from "./fake-world.ts";

/** Stations as a screen shows them after these messages. */
function latestRows(messages: readonly LiveMessage[]): StationRow[] {
  const rows = new Map<string, StationRow>();
  for (const message of messages) {
    const told = message.type === "snapshot" ? message.board : message;
    if (!("stations" in told)) continue;
    for (const row of told.stations) rows.set(row.stationId, row);
  }
  return [...rows.values()];
}

describe("the rhythm of the live board", () => {
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

  it("[L3] a machine whose clock is set back an hour does not freeze the walls", async () => {
    const world = fakeWorld();
    const heard: number[] = [];
    await world.live.watch(0, ({ clock }) => heard.push(clock));
    await world.change({ clock: 2, rows: rowsOf(station("S01", 1)) });
    world.stepClock(-3_600_000);
    await world.change({ clock: 3, rows: rowsOf(station("S01", 2)) });
    await world.pass(40);
    expect(heard).toEqual([1, 2, 3]);
  });

  it("[L3] readers make no more patches, and each patch holds all that changed", async () => {
    const world = fakeWorld();
    const heard: LiveMessage[] = [];
    await world.live.watch(0, (message) => heard.push(message));
    for (let i = 0; i < 100; i++) {
      const clock = 2 + i;
      await world.change({ clock, rows: rowsOf(station(i % 2 === 0 ? "S01" : "S02", clock)) });
      expect((await world.live.readBoard()).clock).toBe(clock);
      await world.pass(10);
    }
    await world.pass(40);
    expect(heard.length - 1).toBeLessThanOrEqual(31);
    expect(heard.length - 1).toBeGreaterThan(20);
    expect(heard.at(-1)).toMatchObject({ type: "patch", clock: 101 });
    expect(latestRows(heard)).toEqual([station("S01", 100), station("S02", 101)]);
  });

  it("[L2] a tick does not cover what is still to be told", async () => {
    const world = fakeWorld();
    const heard: LiveMessage[] = [];
    await world.live.watch(0, (message) => heard.push(message));
    await world.pass(9_990);
    await world.change({ clock: 2, rows: rowsOf(station("S01", 1)) });
    await world.change({ clock: 3, rows: rowsOf(station("S02", 1)) });
    await world.live.readBoard();
    await world.pass(100);
    expect(heard.map(({ type, clock }) => [type, clock])).toEqual([
      ["snapshot", 1],
      ["patch", 2],
      ["tick", 2],
      ["patch", 3],
    ]);
  });

  it("[L2] rows that nobody was left to hear do not reach who comes later", async () => {
    const world = fakeWorld();
    const stop = await world.live.watch(0, () => undefined);
    await world.change({ clock: 2, rows: rowsOf(station("S01", 1)) });
    await world.change({ clock: 3, rows: rowsOf(station("S01", 2)) });
    await world.live.readBoard();
    stop();
    const heard: LiveMessage[] = [];
    await world.change({ clock: 4, rows: rowsOf(station("S01", 3)) });
    await world.live.watch(0, (message) => heard.push(message));
    await world.pass(100);
    expect(heard.map(({ type, clock }) => [type, clock])).toEqual([["snapshot", 4]]);
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

  it("[L5] the day turns also when the timer fires early or the clock is held back", async () => {
    const world = fakeWorld();
    const days: string[] = [];
    world.fireEarly();
    await world.live.watch(0, (message) => {
      if (message.type === "snapshot") days.push(message.board.day);
    });
    world.stepClock(-500);
    world.turnTo({ ...boardOf(1, [], "2026-11-24"), validUntil: START + 90_000_000 });
    await world.pass(3_600_000);
    expect(days).toEqual(["2026-11-23"]);
    await world.pass(510);
    expect(days).toEqual(["2026-11-23", "2026-11-24"]);
  });

  it("[L5] who asks for the board at the turn does not keep the new day from the screens", async () => {
    const world = fakeWorld();
    const days: string[] = [];
    await world.live.watch(0, (message) => {
      if (message.type === "snapshot") days.push(message.board.day);
    });
    world.stepClock(3_600_000);
    world.turnTo({ ...boardOf(1, [], "2026-11-24"), validUntil: START + 90_000_000 });
    await world.live.readBoard();
    await world.pass(40);
    expect(days).toEqual(["2026-11-23", "2026-11-24"]);
  });
});
