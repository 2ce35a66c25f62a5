// @vitest-environment happy-dom

import { existsSync } from "node:fs";
import { join } from "node:path";
import { cleanup, render, waitFor } from "@testing-library/preact";
import type { Board } from "@trame/shared";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { App } from "../../floor-ui/src/app.tsx";
import { createFirstSecret } from "../../floor-ui/src/data/first-secret.ts";
import type { Keep } from "../../floor-ui/src/data/keep.ts";
import { startPicture } from "../../floor-ui/src/data/picture.ts";
import { startTheme } from "../../floor-ui/src/data/theme.ts";
import { emptyBoard } from "../browser/support/made-up-board.ts";
import { boardOf, lineRow, stationRow } from "../browser/support/rows.ts";
import { createFakeKeep } from "./support/fake-keep.ts";
import { createFakeSockets } from "./support/fake-socket.ts";
import { createFakeTime } from "./support/fake-time.ts";

const COUNT = "Faire parler le compteur";

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
  const screen = { picture, theme, firstSecret: createFirstSecret(keep) };
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
  return { app, show, hear };
}

function textsOf({ container }: ReturnType<typeof render>): (string | null)[] {
  return [...container.querySelectorAll("pre")].map((text) => text.textContent);
}

describe("home page", () => {
  it("[W21] keeps its steps and their secret when the plan was put, those of the plan as done", async () => {
    const { app, show } = open(emptyBoard(), createFakeKeep());
    await app.findByRole("heading", { name: COUNT });
    const texts = textsOf(app);
    show(plannedBoard());
    await app.findByText("Le plan est enregistré. Il reste à faire parler le compteur.");
    expect(
      app.getAllByRole("heading", { level: 3 }).map((title) => title.textContent.trim()),
    ).toEqual(["Décrire l’atelier Fait", "Envoyer le plan Fait", COUNT]);
    expect(textsOf(app)).toEqual(texts);
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
      const links = [...app.container.querySelectorAll("main a")];
      expect(links.map((link) => link.getAttribute("href"))).toEqual([
        "/wall",
        ...ids.map((id) => `/wall/${encodeURIComponent(id)}`),
        "/floor",
        "/prepare",
        "/prepare/stations",
        "/prepare/stations",
        "/prepare/follow",
        "/prepare/import",
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
      "docs/guides/station.md",
      "docs/guides/floor.md",
      "docs/guides/wall.md",
      "docs/guides/import.md",
      "docs/guides/wire-a-counter.md",
      "docs/guides/simulate.md",
    ]);
    expect(files.every((file) => existsSync(join(import.meta.dirname, "../..", file)))).toBe(true);
  });

  it("[W21] shows the same steps after a reload", async () => {
    const keep = createFakeKeep();
    const first = open(emptyBoard(), keep).app;
    await first.findByRole("heading", { name: COUNT });
    const texts = textsOf(first);
    cleanup();
    const { app } = open(plannedBoard(), keep);
    await app.findByRole("heading", { name: COUNT });
    expect(textsOf(app)).toEqual(texts);
  });

  it.each([
    ["a counter is heard", { heardAt: 1 }],
    ["a piece is counted", { pieces: 1 }],
  ])("[W21] shows the walls once %s, and lets go of the secret", async (_name, row) => {
    const keep = createFakeKeep();
    const { app, show, hear } = open(emptyBoard(), keep);
    await app.findByRole("heading", { name: COUNT });
    show(plannedBoard());
    hear(row);
    await app.findByRole("heading", { name: "Écrans muraux" });
    expect(app.queryByRole("heading", { name: COUNT })).toBeNull();
    await waitFor(() => expect(createFirstSecret(keep).read()).toBeNull());
  });

  it("[W21] shows the walls to a browser that never showed the steps", async () => {
    const { app } = open(plannedBoard(), createFakeKeep());
    await app.findByRole("heading", { name: "Écrans muraux" });
    expect(app.queryByRole("heading", { name: COUNT })).toBeNull();
  });
});
