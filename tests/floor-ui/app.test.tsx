// @vitest-environment happy-dom

import { cleanup, fireEvent, render, waitFor } from "@testing-library/preact";
import type { Board } from "@trame/shared";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { App } from "../../floor-ui/src/app.tsx";
import { startPicture } from "../../floor-ui/src/data/picture.ts";
import { createSession, type Session } from "../../floor-ui/src/data/session/session.ts";
import { createFirstStart } from "../../floor-ui/src/data/start/first-start.ts";
import { startTheme } from "../../floor-ui/src/data/theme.ts";
import { ADMINISTRATOR } from "../browser/support/fake-server.ts";
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

/** An administrator who has yet to choose a password. */
const NEWCOMER = { ...ADMINISTRATOR, mustChoosePassword: true, permissions: [] };

/** The app at `/wall` after a snapshot. */
async function open(board: Board, session: Session = createFakeSession()) {
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
    session,
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

  it("[AU13] shows whoever was given a password the choice of their own in the place of any page, and then the page", async () => {
    history.replaceState(null, "", "/wall");
    const asked: string[] = [];
    let isChosen = false;
    const session = createSession({
      fetch: (input, init) => {
        const me = isChosen ? ADMINISTRATOR : NEWCOMER;
        if (init?.method !== "POST") return Promise.resolve(Response.json(me));
        asked.push(`${input} ${init.body}`);
        isChosen = true;
        return Promise.resolve(new Response(null, { status: 204 }));
      },
      setTimer: () => () => undefined,
    });
    const { app } = await open(boardOf(), session);
    const title = await app.findByRole("heading", { name: "Choisissez votre mot de passe" });
    expect(app.container.querySelector(".tape-line")).toBeNull();

    fireEvent.input(app.getByLabelText("Mot de passe qui vous a été donné"), {
      target: { value: "kd7w-m3pt-xq9r-ha4c" },
    });
    fireEvent.input(app.getByLabelText("Votre nouveau mot de passe"), {
      target: { value: "quatre bobines bleues dorment" },
    });
    app.getByRole("button", { name: "Enregistrer et continuer" }).click();

    await waitFor(() => expect(title.isConnected).toBe(false));
    await vi.waitFor(() => expect(app.container.querySelector(".tape-line")).not.toBeNull());
    const sent = { old: "kd7w-m3pt-xq9r-ha4c", new: "quatre bobines bleues dorment" };
    expect(asked).toEqual([`/api/v1/accounts/me/password ${JSON.stringify(sent)}`]);
  });
});
