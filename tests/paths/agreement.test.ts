import { describe, expect, it } from "vitest";
import { findDisagreements, findSupervisedDisagreements } from "./agreement/disagreements.ts";
import { heardAll } from "./agreement/heard-all.ts";
import { saidByServer } from "./agreement/said-by-server.ts";
import { shownOnWall, storeOf } from "./agreement/shown-on-wall.ts";
import { shownToSupervisor } from "./agreement/shown-to-supervisor.ts";
import { openScreen } from "./open-workshop.ts";
import { EVENING, MORNING, openRandomDay, type RandomDay } from "./random-day.ts";

const HOUR_MS = 3_600_000;

/** A day with a screen that has watched it from the beginning. */
async function openWatchedDay(seed: number) {
  const day = await openRandomDay(seed);
  const screen = openScreen(day.workshop.http());
  await screen.until(({ type }) => type === "snapshot");
  return { day, screen };
}

/** What the server says when the screen has heard all of it too. */
async function saidToBoth({ workshop }: RandomDay, screen: ReturnType<typeof openScreen>) {
  const said = await saidByServer(workshop);
  await heardAll(workshop, screen, said.board.clock);
  return said;
}

describe("two screens", () => {
  it("[R30] never disagree: wall, supervisor, API and export say the same at each moment of a random day", async () => {
    const { day, screen } = await openWatchedDay(30);
    let moments = 0;
    while (day.clock.now() < EVENING) {
      await day.step();
      const said = await saidToBoth(day, screen);
      const { serverTime } = said.board;
      const store = storeOf(screen);
      expect(store.toBoard(serverTime)).toEqual({ ...said.board, clock: expect.any(Number) });
      const wall = shownOnWall(store, serverTime);
      expect(findDisagreements(wall, said)).toEqual([]);
      const supervised = shownToSupervisor(store, serverTime);
      expect(findSupervisedDisagreements(supervised, wall, said)).toEqual([]);
      moments += 1;
    }
    expect(moments).toBeGreaterThan(35);
    expect([...day.answers.keys()]).toEqual(
      expect.arrayContaining([
        ...["finish-accepted", "call-taken", "call-resolved", "inspection-accepted"],
        ...["stop-accepted", "target-accepted", "message-accepted", "undo-accepted"],
      ]),
    );
  });

  it("[R30] control: a wall that lost one patch shows something else", async () => {
    const { day, screen } = await openWatchedDay(30);
    let seen = 0;
    while (day.clock.now() < MORNING + 3 * HOUR_MS) {
      await day.step();
      const said = await saidToBoth(day, screen);
      const last = screen.heard.findLastIndex(({ type }) => type === "patch");
      const store = storeOf(screen, (index) => index === last);
      if (findDisagreements(shownOnWall(store, said.board.serverTime), said).length > 0) seen += 1;
    }
    expect(seen).toBeGreaterThan(7);
  });
});
