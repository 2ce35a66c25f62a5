/**
 * Measures the whole path beside bare brokers and a bare relay, prints ratios of one run, and writes them to docs/benchmarks.md.
 * Run: `npm run bench`; `npm run bench -- --short` takes seconds, proves nothing and writes nothing;
 * `npm run bench -- --wall` measures the frames of a wall only, `--memory` resident memory only, and both write nothing;
 * `npm run bench -- --year` a store of a year only, which it makes in a temporary folder: it takes an hour and some gigabytes, and
 * `--year-in <folder>` keeps the store there.
 */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { BALANCE, type BalanceOptions, measureBalance } from "./bench/balance.ts";
import { type FrameOptions, formatFrames, measureFrames } from "./bench/frames.ts";
import { type IngestOptions, measureIngest } from "./bench/ingest.ts";
import { readMachine } from "./bench/machine.ts";
import { type MemoryOptions, measureMemory } from "./bench/memory.ts";
import { connectMqttJs } from "./bench/mqtt-js-client.ts";
import { measurePixels, type PixelOptions } from "./bench/pixel.ts";
import { formatMemory, formatReport, writeReport } from "./bench/report.ts";
import { measureScans, type ScanOptions } from "./bench/scans.ts";
import { formatYear } from "./bench/year/format-year.ts";
import { measureYear, type YearMeasure } from "./bench/year/measure-year.ts";

interface Sizes {
  readonly ingest: IngestOptions;
  /** The same with MQTT.js clients. */
  readonly mqttJs: Pick<IngestOptions, "deviceCounts" | "inFlight">;
  readonly pixels: Omit<PixelOptions, "chromium">;
  readonly frames: Omit<FrameOptions, "chromium">;
  readonly memory: MemoryOptions;
  readonly scans: ScanOptions;
  readonly balance: BalanceOptions;
  readonly year: Omit<YearMeasure, "folder">;
}

const FULL: Sizes = {
  ingest: {
    deviceCounts: [30, 100, 500],
    inFlight: [1, 10],
    rounds: 3,
    warmUpMs: 1_500,
    measureMs: 3_000,
  },
  mqttJs: { deviceCounts: [100], inFlight: [1, 10] },
  pixels: { stations: 200, everyMs: 1_000, rounds: 3, warmUpMs: 4_000, measureMs: 15_000 },
  frames: { stations: 500, factsPerSecond: 50, rounds: 3, warmUpMs: 4_000, measureMs: 20_000 },
  memory: { stations: 100, restMs: 5_000, calmMs: 30_000, longMs: 60_000, loadMs: 5_000 },
  // A hundred stations then scan and finish far more often than people do.
  scans: {
    ...{ stations: 100, bundles: [2_000, 200_000], rounds: 3 },
    ...{ roundMs: 15_000, pauseMs: 1_000 },
  },
  balance: BALANCE,
  year: {
    size: { stations: 100, stationsPerLine: 10, days: 240, lastDay: lastWorkday() },
    rounds: 15,
    ingestMs: 12_000,
    isAskedAside: true,
  },
};
const SHORT: Sizes = {
  ingest: { deviceCounts: [5], inFlight: [1], rounds: 1, warmUpMs: 100, measureMs: 300 },
  mqttJs: { deviceCounts: [5], inFlight: [1] },
  pixels: { stations: 20, everyMs: 250, rounds: 1, warmUpMs: 500, measureMs: 500 },
  frames: { stations: 20, factsPerSecond: 40, rounds: 1, warmUpMs: 100, measureMs: 500 },
  memory: { stations: 5, restMs: 100, calmMs: 200, longMs: 100, loadMs: 200 },
  scans: { stations: 4, bundles: [10, 20], rounds: 1, roundMs: 300, pauseMs: 20 },
  balance: { ...BALANCE, sizes: [[20, 4]], lines: 1, seconds: 0.1 },
  year: {
    size: { stations: 3, stationsPerLine: 3, days: 8, lastDay: lastWorkday() },
    rounds: 2,
    ingestMs: 200,
    isAskedAside: false,
  },
};
const REPORT = fileURLToPath(new URL("../docs/benchmarks.md", import.meta.url));
const SCREENS = fileURLToPath(new URL("../floor-ui/dist/index.html", import.meta.url));
const BROWSERS = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

const { values } = parseArgs({
  options: {
    short: { type: "boolean", default: false },
    memory: { type: "boolean", default: false },
    wall: { type: "boolean", default: false },
    year: { type: "boolean", default: false },
    "year-in": { type: "string" },
  },
});
const sizes = values.short ? SHORT : FULL;
const chromium = findChromium();

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => process.exit(1));
}

if (values.memory) {
  console.log(formatMemory(await measureMemory(sizes.memory)));
  process.exit(0);
}

if (values.wall) {
  if (chromium === null) throw new Error("No Chromium, or no screens: run `npm run build`.");
  console.log(formatFrames(await measureFrames({ ...sizes.frames, chromium })));
  process.exit(0);
}

if (values.year || values["year-in"] !== undefined) {
  console.log(formatYear(await measureYear({ ...sizes.year, folder: values["year-in"] ?? null })));
  process.exit(0);
}

const report = formatReport({
  measuredAt: new Date(),
  command: "npm run bench",
  machine: await readMachine({ install: !values.short }),
  ingest: await measureIngest(sizes.ingest),
  mqttJs: await measureIngest({ ...sizes.ingest, ...sizes.mqttJs, connect: connectMqttJs }),
  pixels: chromium === null ? null : await measurePixels({ ...sizes.pixels, chromium }),
  frames: chromium === null ? null : await measureFrames({ ...sizes.frames, chromium }),
  memory: await measureMemory(sizes.memory),
  scans: await measureScans(sizes.scans),
  balance: measureBalance(sizes.balance),
});
console.log(report);
if (!values.short) writeReport(REPORT, report);

/** Yesterday, or the Friday before. */
function lastWorkday(): string {
  let date = Temporal.Now.plainDateISO().subtract({ days: 1 });
  while (date.dayOfWeek > 5) date = date.subtract({ days: 1 });
  return date.toString();
}

/** The browser that the entry found, else the first on PATH; null without one, or without screens to show. */
function findChromium(): string | null {
  if (!existsSync(SCREENS)) return null;
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const candidates = folders.flatMap((folder) => BROWSERS.map((name) => join(folder, name)));
  const given = process.env["TRAME_CHROMIUM"];
  return (
    [...(given === undefined ? [] : [given]), ...candidates].find((file) => existsSync(file)) ??
    null
  );
}
