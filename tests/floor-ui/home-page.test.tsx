// @vitest-environment happy-dom

import { existsSync } from "node:fs";
import { join } from "node:path";
import { cleanup, render } from "@testing-library/preact";
import type { Board } from "@trame/shared";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { App } from "../../floor-ui/src/app.tsx";
import type { Keep } from "../../floor-ui/src/data/keep.ts";
import { startPicture } from "../../floor-ui/src/data/picture.ts";
import { createFirstStart } from "../../floor-ui/src/data/start/first-start.ts";
import { startTheme } from "../../floor-ui/src/data/theme.ts";
import { emptyBoard } from "../browser/support/made-up-board.ts";
import { boardOf, lineRow, stationRow } from "../browser/support/rows.ts";
import { createFakeKeep } from "./support/fake-keep.ts";
import { createFakeSession } from "./support/fake-session.ts";
import { createFakeSockets } from "./support/fake-socket.ts";
import { createFakeTime } from "./support/fake-time.ts";
import { draftOf } from "./support/start-draft.ts";

const FIRST = "Premier démarrage";
const WALLS = "Écrans muraux";

beforeEach(() => history.replaceState(null, "", "/"));
afterEach(cleanup);

const silent = stationRow({ pieces: 0, hours: [], heardAt: null, lastPieceAt: null });

/** The plan was put, and nothing was heard yet. */
function plannedBoard(): Board {
  return boardOf({ lines: [lineRow({ pieces: 0, hours: [] })], stations: [silent] });
}

/** The app at `/` in a browser that keeps `keep`, after a snapshot. */
function open(board: Board, keep: Keep) {
  const time = createFakeTime();
  const { last, openSocket } = createFakeSockets();
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
  const app = render(<App screen={screen} onBroken={() => {}} />);
  const { serverTime } = board;
  const show = (next: Board) =>
    last().tell({ type: "snapshot", clock: 41, serverTime, board: next });
  const hear = (row: Partial<typeof silent>) =>
    last().tell({
      type: "patch",
      clock: 42,
      serverTime,
      lines: [],
      stations: [{ ...silent, ...row }],
    });
  show(board);
  return { app, hear };
}

describe("home page", () => {
  it("[GS10] [W12] leads to the first start while there is no plan, and to nothing that would be empty", async () => {
    const { app } = open(emptyBoard(), createFakeKeep());
    await app.findByRole("heading", { name: FIRST });
    const begin = app.getByRole("link", { name: "Commencer" });
    expect(begin.getAttribute("href")).toBe("/start");
    expect(app.queryByRole("heading", { name: WALLS })).toBeNull();
  });

  it.each([
    ["one line", ["L1"]],
    ["two lines", ["L1", "L 2"]],
  ])(
    "[W24] leads to the wall of all and of each, and to what a desk needs: %s",
    async (_name, ids) => {
      const lines = ids.map((lineId) => lineRow({ lineId, stationIds: [] }));
      const { app } = open(boardOf({ lines, stations: [] }), createFakeKeep());
      await app.findByRole("heading", { name: "Écrans muraux" });
      await app.findByText("Accès");
      const links = [...app.container.querySelectorAll("main a")];
      expect(links.map((link) => link.getAttribute("href"))).toEqual([
        "/wall",
        ...ids.map((id) => `/wall/${encodeURIComponent(id)}`),
        "/manage",
        "/floor",
        "/manage/orders",
        "/prepare/stations",
        "/prepare/stations",
        "/prepare/follow",
        "/manage/people",
        "/prepare/import",
        "/manage/exports",
        "/manage/settings",
        "/manage/backups",
        "/manage/access",
        "/manage/privacy",
        "/manage/journal",
        "/api/v1/exports/daily?day=2026-11-23&format=csv",
        "/api/docs",
      ]);
    },
  );

  it("[W24] names the guides and where they are, also before there is a plan", async () => {
    const { app } = open(emptyBoard(), createFakeKeep());
    await app.findByRole("heading", { name: "Guides" });
    const files = [...app.container.querySelectorAll(".guides code")].map(
      (code) => code.textContent,
    );
    expect(files).toEqual([
      "README.md",
      "docs/guides/comptes.md",
      "docs/guides/https.md",
      "docs/guides/station.md",
      "docs/guides/floor.md",
      "docs/guides/day-report.md",
      "docs/guides/orders.md",
      "docs/guides/wall.md",
      "docs/guides/import.md",
      "docs/guides/exports.md",
      "docs/guides/settings.md",
      "docs/guides/vie-privee.md",
      "docs/guides/mes-donnees.md",
      "docs/guides/conservation.md",
      "docs/guides/backups.md",
      "docs/guides/wire-a-counter.md",
      "docs/guides/simulate.md",
    ]);
    expect(files.every((file) => existsSync(join(import.meta.dirname, "../..", file)))).toBe(true);
  });

  it("[GS10] [W21] leads back to the question where this browser left off, also after a reload", async () => {
    const keep = createFakeKeep();
    createFirstStart(keep).write(draftOf({ step: "counter" }));
    const { app } = open(plannedBoard(), keep);
    const resume = await app.findByRole("link", { name: "Reprendre à la question 5 / 7" });
    expect(resume.getAttribute("href")).toBe("/start");
    expect(app.queryByRole("heading", { name: WALLS })).toBeNull();
  });

  it.each([
    ["a counter is heard", { heardAt: 1 }],
    ["a piece is counted", { pieces: 1 }],
  ])("[W21] shows the walls beside it once %s", async (_name, row) => {
    const keep = createFakeKeep();
    createFirstStart(keep).write(draftOf({ step: "piece" }));
    const { app, hear } = open(plannedBoard(), keep);
    await app.findByRole("heading", { name: FIRST });
    hear(row);
    await app.findByRole("heading", { name: WALLS });
  });

  it.each([
    ["that never began", null],
    ["that is done", "done" as const],
  ])("[W21] shows the walls alone to a browser %s", async (_name, step) => {
    const keep = createFakeKeep();
    if (step !== null) createFirstStart(keep).write(draftOf({ step }));
    const { app } = open(plannedBoard(), keep);
    await app.findByRole("heading", { name: WALLS });
    expect(app.queryByRole("heading", { name: FIRST })).toBeNull();
  });
});
