import { execFile } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll } from "vitest";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
/** Parts of a whole browser that start a process for each window, twice the work of our page, and that no page is part of. */
const UNUSED_FEATURES = [
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "WebUIOmniboxFullPopup",
  "SpareRendererForSitePerProcess",
];
/** Playwright's own that our pages would feel: a browser heeds the last list alone. */
const PLAYWRIGHT_FEATURES = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "ThirdPartyStoragePartitioning",
];
const ARGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  `--disable-features=${[...PLAYWRIGHT_FEATURES, ...UNUSED_FEATURES].join()}`,
];

/** A Chromium of this machine: `TRAME_CHROMIUM`, else the first on PATH. */
export function findChromium(): string {
  const given = process.env["TRAME_CHROMIUM"];
  const candidates = (process.env["PATH"] ?? "")
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const found = (given === undefined ? candidates : [given]).find(isExecutable);
  if (found !== undefined) return found;
  throw new Error(
    given === undefined
      ? "The browser tests need Chromium: install it (apt install chromium) or name one in TRAME_CHROMIUM."
      : `TRAME_CHROMIUM names ${given}, which cannot be run.`,
  );
}

/** Opens it with a fresh profile; `more` are arguments beside the usual ones. */
export function openChromium(...more: string[]): Promise<Browser> {
  // Chromium refuses its sandbox to root, as whom containers run.
  const root = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const args = [...ARGS, ...root, ...more];
  return chromium.launch({ executablePath: findChromium(), args });
}

/** What a test of a page needs; at hand while the tests of its file run. */
export interface Screens {
  readonly browser: Browser;
  /** Folder of the built screens, one for all files: nothing is written into it. */
  readonly dist: string;
  readonly uiVersion: string;
}

/** Set by `build-once.ts` for all files of a run. */
export const SCREENS_FOLDER = "TRAME_TEST_SCREENS";

/** Opens a browser over the built screens for the tests of a file; it closes with the last of them. */
export function useScreens(): Screens {
  let browser: Browser | undefined;
  let uiVersion = "";
  const dist = process.env[SCREENS_FOLDER] ?? "";
  beforeAll(async () => {
    uiVersion = JSON.parse(await readFile(join(dist, "version.json"), "utf8")).version;
    browser = await openChromium();
  });
  afterAll(() => browser?.close());
  return {
    get browser() {
      if (browser === undefined) throw new Error("the browser opens when the tests begin");
      return browser;
    },
    dist,
    get uiVersion() {
      return uiVersion;
    },
  };
}

/** Builds the screens into a folder of their own. */
export async function buildScreens(): Promise<{ dist: string; remove(): Promise<void> }> {
  const dist = await mkdtemp(join(tmpdir(), "trame-screens-"));
  const folder = fileURLToPath(new URL("../../../floor-ui", import.meta.url));
  const vite = fileURLToPath(new URL("../../../node_modules/vite/bin/vite.js", import.meta.url));
  const args = [vite, "build", "--outDir", dist, "--emptyOutDir", "--logLevel", "warn"];
  // Vitest sets NODE_ENV to "test", with which a build would be one for development.
  const env = { ...process.env, NODE_ENV: "production" };
  await promisify(execFile)(process.execPath, args, { cwd: folder, env });
  return { dist, remove: () => rm(dist, { recursive: true, force: true }) };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
