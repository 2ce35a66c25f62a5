import { describe, expect, it, vi } from "vitest";
import { findChromium } from "./support/browser.ts";

describe("Chromium for the tests", () => {
  it("[W13] is asked for in a clear sentence where there is none", () => {
    vi.stubEnv("TRAME_CHROMIUM", undefined);
    vi.stubEnv("PATH", "/nowhere");
    expect(findChromium).toThrow("The browser tests need Chromium: install it");
  });

  it("[W13] is named in the complaint when the one given cannot be run", () => {
    vi.stubEnv("TRAME_CHROMIUM", "/nowhere/chromium");
    expect(findChromium).toThrow("TRAME_CHROMIUM names /nowhere/chromium, which cannot be run.");
  });
});
