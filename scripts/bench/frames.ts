import type { Browser, Page } from "playwright-core";
import { launchChromium } from "./browser.ts";
import { type WatchedFrames, watchFrames } from "./frame-watch.ts";
import { makeWorkshop } from "./plan.ts";
import { type Rhythm, startRhythm } from "./rhythm.ts";
import { percentile } from "./statistics.ts";
import { startTrameWithPlan } from "./trame-server.ts";

/** How the frames of a wall are measured. */
export interface FrameOptions {
  readonly stations: number;
  /** Of all counters together. */
  readonly factsPerSecond: number;
  /** Rounds in which the three take turns; the frames of all rounds count together. */
  readonly rounds: number;
  readonly warmUpMs: number;
  readonly measureMs: number;
  /** Path of the browser. */
  readonly chromium: string;
}

/** Frames of one page. */
export interface FrameFigure {
  /** `empty`: a page without anything; `still`: the wall while nothing is counted; `busy`: while facts come. */
  readonly page: "empty" | "still" | "busy";
  readonly stations: number;
  readonly factsPerSecond: number;
  readonly frames: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly longestMs: number;
  /** Frames that came later than one and a half periods of 60 Hz, 0..1. */
  readonly late: number;
  /** Of the main thread's time, 0..1. */
  readonly busy: number;
  readonly scripts: number;
  readonly layout: number;
}

const LATE_MS = 25;
const PAGES = ["empty", "still", "busy"] as const;
const SIZE = { width: 1920, height: 1080 };

/** An empty page, a wall at rest and a wall at work in turn, in one browser, all stations on one line. */
export async function measureFrames(options: FrameOptions): Promise<FrameFigure[]> {
  const { stations, factsPerSecond, rounds, warmUpMs, measureMs } = options;
  const { plan, devices } = makeWorkshop(stations, stations);
  const server = await startTrameWithPlan(plan);
  const browser = await launchChromium(options.chromium);
  const everyMs = (stations / factsPerSecond) * 1000;
  const rhythm = await startRhythm({ port: server.mqttPort, devices, everyMs });
  const seen: Seen[] = [];
  try {
    for (let round = 0; round < rounds; round++) {
      for (const name of PAGES) {
        const page = await openPage(browser, name === "empty" ? null : `${server.http}/wall/L1`);
        await page.waitForTimeout(warmUpMs);
        const watched = await watchWith(page, name === "busy" ? rhythm : null, measureMs);
        seen.push({ name, watched });
        await page.close();
      }
    }
  } finally {
    rhythm.close();
    await browser.close();
    await server.close();
  }
  return PAGES.map((name) => ({
    page: name,
    stations,
    factsPerSecond: name === "busy" ? factsPerSecond : 0,
    ...figuresOf(seen.filter((each) => each.name === name).map(({ watched }) => watched)),
  }));
}

interface Seen {
  readonly name: FrameFigure["page"];
  readonly watched: WatchedFrames;
}

async function openPage(browser: Browser, url: string | null): Promise<Page> {
  const page = await browser.newPage({ viewport: SIZE });
  if (url === null) return page;
  await page.goto(url);
  await page.locator(".cell article").first().waitFor();
  return page;
}

async function watchWith(page: Page, rhythm: Rhythm | null, ms: number): Promise<WatchedFrames> {
  const [watched] = await Promise.all([watchFrames(page, ms), rhythm?.run(ms)]);
  return watched;
}

function figuresOf(watched: readonly WatchedFrames[]) {
  const gaps = watched.flatMap((each) => each.gaps);
  const mean = (figure: "busy" | "scripts" | "layout"): number =>
    watched.reduce((sum, each) => sum + each[figure], 0) / watched.length;
  return {
    frames: gaps.length,
    p50Ms: percentile(gaps, 50),
    p99Ms: percentile(gaps, 99),
    longestMs: Math.max(...gaps),
    late: gaps.filter((gap) => gap > LATE_MS).length / gaps.length,
    busy: mean("busy"),
    scripts: mean("scripts"),
    layout: mean("layout"),
  };
}

/** The figures as Markdown. */
export function formatFrames(figures: readonly FrameFigure[] | null): string {
  if (figures === null) return "### Frames of a wall\n\nNot measured: no Chromium was found.";
  const busy = figures.find(({ page }) => page === "busy");
  const title = `### Frames of a wall, ${busy?.stations} stations, ${busy?.factsPerSecond} facts a second`;
  const empty = figures.find(({ page }) => page === "empty");
  const rows = figures.map((figure) => [
    NAMES[figure.page],
    (figure.frames / (empty?.frames ?? Number.NaN)).toFixed(2),
    String(figure.frames),
    `${figure.p50Ms.toFixed(1)} ms`,
    `${figure.p99Ms.toFixed(1)} ms`,
    `${figure.longestMs.toFixed(1)} ms`,
    percent(figure.late),
    percent(figure.busy),
    `${percent(figure.scripts)} / ${percent(figure.layout)}`,
  ]);
  return [title, "", ...table(HEAD, rows)].join("\n");
}

const NAMES = { empty: "an empty page", still: "wall at rest", busy: "wall at work" };
const HEAD = [
  "page",
  "frames, of the empty page",
  "frames",
  "p50",
  "p99",
  "longest",
  "later than 25 ms",
  "main thread at work",
  "scripts / layout",
];

function percent(ratio: number): string {
  return `${(ratio * 100).toFixed(1)} %`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)];
}
