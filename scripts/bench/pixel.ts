import type { Browser } from "playwright-core";
import { launchChromium } from "./browser.ts";
import { startChildServer } from "./child-server.ts";
import type { ClientIdentity } from "./packets.ts";
import { makeWorkshop } from "./plan.ts";
import { type Send, startRhythm } from "./rhythm.ts";
import { type Change, openWatchedPage, type Watched, type WatchedPage } from "./screen-watch.ts";
import { percentile } from "./statistics.ts";
import { startTrameWithPlan } from "./trame-server.ts";

/** How the time from a publication to a changed pixel is measured. */
export interface PixelOptions {
  readonly stations: number;
  /** Each says one thing in so many ms. */
  readonly everyMs: number;
  /** Rounds in which both take turns; the samples of all rounds count together. */
  readonly rounds: number;
  readonly warmUpMs: number;
  readonly measureMs: number;
  /** Path of the browser. */
  readonly chromium: string;
}

/** From just before the write of the MQTT packet to the end of the frame that shows it. */
export interface PixelFigure {
  readonly target: "relay" | "trame";
  readonly changes: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** How far the clocks of the two processes may differ. */
  readonly clockErrorMs: number;
}

interface Screen {
  readonly target: PixelFigure["target"];
  readonly url: string;
  readonly mqttPort: number;
  readonly devices: readonly ClientIdentity[];
  readonly watched: Watched;
  /** Station number and count that a changed text tells. */
  readonly parse: (text: string) => Shown | null;
  close(): Promise<void>;
}

interface Shown {
  readonly station: number;
  readonly pieces: number;
}

/** So many fit on one page of the wall: no page turns, and each message of these stations changes a pixel. */
const STATIONS_PER_PAGE = 16;
/** Long enough for the slowest change to have been shown. */
const SETTLE_MS = 1_000;
const HOUR_MS = 3_600_000;
/** Measures both in turn, in one browser. */
export async function measurePixels(options: PixelOptions): Promise<PixelFigure[]> {
  const { stations, rounds } = options;
  const browser = await launchChromium(options.chromium);
  const screens: Screen[] = [];
  try {
    screens.push(await startRelay(stations), await startWall(stations));
    const runs: Run[] = [];
    for (let round = 0; round < rounds; round++) {
      for (const screen of screens) runs.push(await measure(browser, screen, options));
    }
    return screens.map(({ target }) => {
      const own = runs.filter((run) => run.target === target);
      const delays = own.flatMap((run) => run.delays);
      return {
        target,
        changes: delays.length,
        p50Ms: percentile(delays, 50),
        p99Ms: percentile(delays, 99),
        clockErrorMs: Math.max(...own.map((run) => run.clockErrorMs)),
      };
    });
  } finally {
    await browser.close();
    for (const screen of screens) await screen.close();
  }
}

async function startRelay(stations: number): Promise<Screen> {
  const { devices } = makeWorkshop(stations);
  const server = await startChildServer({ script: new URL("./bare-relay.ts", import.meta.url) });
  return {
    target: "relay",
    url: server.http ?? "",
    mqttPort: server.mqttPort,
    devices: devices.map(({ id }) => ({ id, secret: null })),
    watched: { text: "#relay", name: null },
    parse(text) {
      const [, station, pieces] = /esp-(\d+)\/.*"pieces":(\d+)/.exec(text) ?? [];
      return station === undefined ? null : { station: Number(station), pieces: Number(pieces) };
    },
    close: server.close,
  };
}

async function startWall(stations: number): Promise<Screen> {
  const { plan, devices } = makeWorkshop(stations, STATIONS_PER_PAGE);
  const server = await startTrameWithPlan(plan);
  return {
    target: "trame",
    url: `${server.http}/wall/L1`,
    mqttPort: server.mqttPort,
    devices,
    watched: { text: ".pc", name: ".no" },
    parse(text) {
      const [station = "", ...pieces] = text.split(" ");
      const digits = pieces.join("").replaceAll(/\D/g, "");
      return digits === "" ? null : { station: Number(station), pieces: Number(digits) };
    },
    close: server.close,
  };
}

interface Run {
  readonly target: Screen["target"];
  readonly delays: readonly number[];
  readonly clockErrorMs: number;
}

async function measure(browser: Browser, screen: Screen, options: PixelOptions): Promise<Run> {
  const { everyMs, warmUpMs, measureMs } = options;
  await hourHolds(warmUpMs + measureMs + 10_000);
  const watched = await openWatchedPage(browser, screen);
  const { mqttPort: port, devices } = screen;
  const rhythm = await startRhythm({ port, devices, everyMs });
  try {
    await rhythm.run(warmUpMs);
    await settle(watched);
    const clockErrorMs = await watched.readClockError();
    const shown = lastShown(await watched.takeChanges(), screen);
    const sends = await rhythm.run(measureMs);
    await settle(watched);
    const delays = match({ sends, shown, changes: await watched.takeChanges() }, screen);
    return { target: screen.target, delays, clockErrorMs };
  } finally {
    rhythm.close();
    await watched.page.close();
  }
}

/** The wall counts the pieces of this hour: waits for the next one rather than measure across its turn. */
async function hourHolds(ms: number): Promise<void> {
  const left = HOUR_MS - (Date.now() % HOUR_MS);
  if (left < ms) await new Promise((resolve) => setTimeout(resolve, left + 1_000));
}

function settle({ page }: WatchedPage): Promise<void> {
  return page.waitForTimeout(SETTLE_MS);
}

/** What each station showed before the measurement. */
function lastShown(changes: readonly Change[], { parse }: Screen): Map<number, number> {
  const shown = new Map<number, number>();
  for (const [text] of changes) {
    const change = parse(text);
    if (change !== null) shown.set(change.station, change.pieces);
  }
  return shown;
}

interface Observed {
  readonly sends: readonly Send[];
  readonly shown: ReadonlyMap<number, number>;
  readonly changes: readonly Change[];
}

/** Delay of each message: the nth after the last shown total is the one that shows n more. */
function match({ sends, shown, changes }: Observed, { parse }: Screen): number[] {
  const renderedAt = new Map<string, number>();
  for (const [text, at] of changes) {
    const change = parse(text);
    if (change === null) continue;
    const key = `${change.station} ${change.pieces}`;
    if (!renderedAt.has(key)) renderedAt.set(key, at);
  }
  return sends.flatMap(({ station, nth, at }) => {
    const before = shown.get(station);
    if (before === undefined) return [];
    const rendered = renderedAt.get(`${station} ${before + nth}`);
    if (rendered === undefined)
      throw new Error(`piece ${nth} of station ${station} was never shown`);
    return [rendered - at];
  });
}
