import { type Browser, chromium } from "playwright-core";

const ARGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Opens a browser with a fresh profile. */
export function launchChromium(executablePath: string): Promise<Browser> {
  // Chromium refuses its sandbox to root, as whom containers run.
  const args = process.getuid?.() === 0 ? [...ARGS, "--no-sandbox"] : ARGS;
  return chromium.launch({ executablePath, args });
}
