import { configure, render } from "@testing-library/preact";
import type { Board } from "@trame/shared";
import { vi } from "vitest";
import { App } from "../../../floor-ui/src/app.tsx";
import { startPicture } from "../../../floor-ui/src/data/picture.ts";
import type { Me } from "../../../floor-ui/src/data/session/me.ts";
import { createFirstStart } from "../../../floor-ui/src/data/start/first-start.ts";
import { startTheme } from "../../../floor-ui/src/data/theme.ts";
import type { FakeApi } from "../../browser/support/fake-server.ts";
import { madeUpBoard } from "../../browser/support/made-up-board.ts";
import { createFakeKeep } from "./fake-keep.ts";
import { createFakeSession } from "./fake-session.ts";
import { createFakeSockets } from "./fake-socket.ts";
import { createFakeTime } from "./fake-time.ts";

// Pages are loaded when they are opened, on a machine that may be busy.
configure({ asyncUtilTimeout: 10_000 });

interface Made {
  readonly board?: Board;
  /** Who opened it; an administrator unless said otherwise. */
  readonly me?: Me;
}

/** The app at an address of the desk, in front of a made-up server; what `api` does not know is refused. */
export function openDesk(address: string, api: FakeApi, made: Made = {}) {
  const { board = madeUpBoard(), me } = made;
  history.replaceState(null, "", address);
  const asked: string[] = [];
  vi.stubGlobal("fetch", (path: string, { method = "GET" }: RequestInit = {}) => {
    asked.push(path);
    const said = api({ method, path, key: null, body: {} });
    return said === null
      ? Promise.reject(new TypeError("nobody there"))
      : Promise.resolve(Response.json(said.json, { status: said.status }));
  });
  const { last, openSocket } = createFakeSockets();
  const { setTimer, monotonic } = createFakeTime();
  const keep = createFakeKeep();
  const random = () => 0.5;
  const about = { openSocket, setTimer, monotonic, keep, random, version: "v1" };
  const picture = startPicture({ ...about, onUiVersion: () => {} });
  const theme = startTheme("", keep, document.documentElement);
  const screen = {
    picture,
    theme,
    firstStart: createFirstStart(keep),
    session: createFakeSession(me),
  };
  const app = render(<App screen={screen} onBroken={() => {}} />);
  const { serverTime } = board;
  last().tell({ type: "snapshot", clock: 41, serverTime, board });
  return { app, asked };
}
