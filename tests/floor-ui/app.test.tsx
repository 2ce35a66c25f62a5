// @vitest-environment happy-dom

import { cleanup, render } from "@testing-library/preact";
import type { Board } from "@trame/shared";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { App } from "../../floor-ui/src/app.tsx";
import { startPicture } from "../../floor-ui/src/data/picture.ts";
import { createFirstStart } from "../../floor-ui/src/data/start/first-start.ts";
import { startTheme } from "../../floor-ui/src/data/theme.ts";
import { at, boardOf, lineRow } from "../browser/support/rows.ts";
import { createFakeKeep } from "./support/fake-keep.ts";
import { createFakeSession } from "./support/fake-session.ts";
import { createFakeSockets } from "./support/fake-socket.ts";
import { createFakeTime } from "./support/fake-time.ts";

beforeEach(() => {
  history.replaceState(null, "", "/wall");
  // Nobody answers what a wall asks beside the live socket.
  vi.stubGlobal("fetch", () => Promise.reject(new Error("nobody there")));
});
afterEach(cleanup);

/** The app at `/wall` after a snapshot. */
async function open(board: Board) {
  const time = createFakeTime();
  const { last, openSocket } = createFakeSockets();
  const keep = createFakeKeep();
  const picture = startPicture({
    openSocket,
    setTimer: time.setTimer,
    random: () => 0.5,
    monotonic: time.monotonic,
    keep,
    version: "v1",
    onUiVersion: () => {},
  });
  const theme = startTheme("", keep, document.documentElement);
  const screen = {
    picture,
    theme,
    firstStart: createFirstStart(keep),
    session: createFakeSession(),
  };
  const onBroken = vi.fn();
  const app = render(<App screen={screen} onBroken={onBroken} />);
  const { serverTime } = board;
  last().tell({ type: "snapshot", clock: 41, serverTime, board });
  await app.findByRole("heading", { level: 1 });
  return { app, time, onBroken };
}

describe("app", () => {
  it("[W14] names its language and the workshop", async () => {
    await open(boardOf());
    await vi.waitFor(() => expect(document.title).toBe("Trame — Atelier Lons"));
    expect(document.documentElement.lang).toBe("fr");
  });

  it("[W18] says « Écran à relancer » with the clock still running when it breaks, and asks for a reload", async () => {
    const broken = { ...lineRow(), stationIds: null as never };
    const { app, time, onBroken } = await open(boardOf({ lines: [broken] }));
    await app.findByRole("heading", { name: "Écran à relancer" });
    expect(app.container.querySelector(".clock")?.textContent).toBe("11h35");
    time.advance(60_000);
    await vi.waitFor(() =>
      expect(app.container.querySelector(".clock")?.textContent).toBe("11h36"),
    );
    expect(onBroken).toHaveBeenCalledTimes(1);
  });

  it("[W18] says so also where the browser does not know the workshop's time zone", async () => {
    const workshop = { name: "Atelier Lons", timeZone: "Mars/Olympus" };
    const { app } = await open(boardOf({ workshop, serverTime: at("11:35") }));
    await app.findByRole("heading", { name: "Écran à relancer" });
  });
});
