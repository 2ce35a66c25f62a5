import { effect } from "@preact/signals";
import { render } from "preact";
import { App } from "./app.tsx";
import { openBrowserSocket } from "./data/browser-socket.ts";
import { createKeep, forgetLastBoard } from "./data/keep.ts";
import { startPicture } from "./data/picture.ts";
import { createReloader } from "./data/reload.ts";
import { openBrowserSession } from "./data/session/browser-session.ts";
import { createFirstStart } from "./data/start/first-start.ts";
import { startTheme } from "./data/theme.ts";
import { browserTimer } from "./data/timer.ts";
// Atkinson Hyperlegible Next (OFL), Latin and Latin Extended, served by us.
import "@fontsource-variable/atkinson-hyperlegible-next/wght.css";
import "./styles/tokens.css";
import "./styles/base.css";

const RELOADED_KEY = "trame-reloaded-for";

const keep = createKeep(() => localStorage);
const tab = createKeep(() => sessionStorage);
const version = __UI_VERSION__;
const reloader = createReloader({
  version,
  setTimer: browserTimer,
  isServerUp: async () => (await fetch("/api/v1/health")).ok,
  note: {
    read: () => tab.read(RELOADED_KEY),
    write: (text) => tab.write(RELOADED_KEY, text),
  },
  reload: () => location.reload(),
});
const picture = startPicture({
  openSocket: openBrowserSocket,
  setTimer: browserTimer,
  random: Math.random,
  monotonic: () => performance.now(),
  keep,
  version,
  onUiVersion: reloader.offer,
});
const theme = startTheme(location.search, keep, document.documentElement);
const firstStart = createFirstStart(keep);
const session = openBrowserSession();
// A screen that is no longer let in loses its connection first.
effect(() => {
  if (picture.freshness.value === "reconnecting") void session.look();
});
effect(() => {
  if (session.me.value?.screenRevoked === true) forgetLastBoard(keep);
});
const root = document.getElementById("app");
if (root === null) throw new Error("index.html has no #app");
const readHealth = (): Promise<unknown> =>
  fetch("/api/v1/health").then((response) => response.json());
const screen = { picture, theme, firstStart, session, readHealth };
render(<App screen={screen} onBroken={reloader.reloadWhenUp} />, root);
