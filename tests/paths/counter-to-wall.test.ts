import { describe, expect, it } from "vitest";
import {
  connect,
  openScreen,
  openWorkshop,
  planOf,
  report,
  type Workshop,
} from "./open-workshop.ts";

const HOUR = 3_600_000;
const boot = "9f2c01ab";

/** A workshop whose plan has held for two hours, and a counter that has been on for one. */
async function openWithCounter(): Promise<{ workshop: Workshop; began: number }> {
  const workshop = await openWorkshop();
  const now = Date.now();
  await workshop.plan(planOf({ S01: { device: "esp-01" } }), now - 2 * HOUR);
  return { workshop, began: now - HOUR };
}

describe("a piece that a counter published", () => {
  it("[R28] is on the board, on a screen that watches, in the counts and in the export", async () => {
    const { workshop, began } = await openWithCounter();
    const device = await workshop.connect("esp-01");
    const screen = openScreen(workshop.http());
    await screen.until(({ type }) => type === "snapshot");

    await report(device, { device: "esp-01", boot, began }, [[1, Date.now(), 3]]);

    const board = await workshop.board();
    expect(board.stations).toMatchObject([
      { stationId: "S01", pieces: 3, hours: [{ pieces: 3 }], suspects: 0 },
    ]);
    expect(board.lines).toMatchObject([{ lineId: "L1", pieces: 3, earnedMinutes: 1.5 }]);
    const patch = await screen.until(({ type }) => type === "patch");
    expect(patch).toMatchObject({
      clock: board.clock,
      lines: board.lines,
      stations: board.stations,
    });
    expect(await workshop.counts()).toMatchObject({
      day: board.day,
      lines: [{ lineId: "L1", pieces: 3, earnedMinutes: 1.5 }],
      stations: [{ stationId: "S01", pieces: 3, stitches: 720, trims: 12 }],
    });
    const path = `/api/v1/exports/daily?day=${board.day}&format=csv`;
    const csv = await (await workshop.ask("GET", path)).text();
    expect(csv).toContain("S01;Coudre;3;720;12;1,5");
  });

  it("[S21] is readable through another connection once it is acknowledged", async () => {
    const { workshop, began } = await openWithCounter();
    const device = await workshop.connect("esp-01");
    for (let pieces = 1; pieces <= 50; pieces++) {
      await report(device, { device: "esp-01", boot, began }, [[pieces, Date.now(), pieces]]);
      expect(await workshop.pieces()).toEqual({ S01: pieces });
    }
  });

  it("[R28] counts once however often it is delivered", async () => {
    const { workshop, began } = await openWithCounter();
    const device = await workshop.connect("esp-01");
    const at = Date.now();
    const first = [1, at - 60_000, 3] as const;
    const second = [2, at, 5] as const;
    await report(device, { device: "esp-01", boot, began }, [second]);
    await report(device, { device: "esp-01", boot, began }, [first, second]);
    await report(device, { device: "esp-01", boot, began }, [first]);
    expect(await workshop.pieces((await workshop.board()).day)).toEqual({ S01: 5 });
    await report(device, { device: "esp-01", boot, began }, [[3, Date.now(), 6]]);
    expect(await workshop.pieces()).toEqual({ S01: 6 });
  });

  it("[L2] reaches a screen that was away as a difference, and one that is new as a whole", async () => {
    const { workshop, began } = await openWithCounter();
    const device = await workshop.connect("esp-01");
    const former = openScreen(workshop.http());
    await former.until(({ type }) => type === "snapshot");
    await report(device, { device: "esp-01", boot, began }, [[1, Date.now(), 1]]);
    const seen = await former.until(({ type }) => type === "patch");
    former.close();
    await report(device, { device: "esp-01", boot, began }, [[2, Date.now(), 2]]);
    const board = await workshop.board();
    const again = openScreen(workshop.http(), seen.clock);
    expect(await again.until(() => true)).toMatchObject({
      type: "patch",
      clock: board.clock,
      stations: [{ stationId: "S01", pieces: 2 }],
    });
    const whole = await openScreen(workshop.http()).until(() => true);
    expect(whole.type === "snapshot" && whole.board.stations).toEqual(board.stations);
  });

  it("[B17] may come over WebSocket", async () => {
    const { workshop, began } = await openWithCounter();
    const device = await connect(`${workshop.http().replace("http", "ws")}/mqtt`, "esp-01");
    await report(device, { device: "esp-01", boot, began }, [[1, Date.now(), 4]]);
    expect(await workshop.pieces()).toEqual({ S01: 4 });
  });
});
