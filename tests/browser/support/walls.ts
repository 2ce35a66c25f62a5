import type { Page } from "playwright-core";
import { afterEach } from "vitest";
import { useScreens } from "./browser.ts";
import { type FakeApi, type FakeServer, startFakeServer } from "./fake-server.ts";
import { madeUpBoard } from "./made-up-board.ts";

/** As a wall is: 1080p. */
const WALL = { width: 1920, height: 1080 };

/** A wall in a browser. */
export interface Opened {
  readonly page: Page;
  readonly server: FakeServer;
  /** Console errors, page errors and requests to another origin. */
  readonly trouble: string[];
}

/** How it is opened. */
export interface OpenOptions {
  readonly board?: Parameters<typeof startFakeServer>[1];
  readonly viewport?: { readonly width: number; readonly height: number };
  /** The page's clock is turned by the test. */
  readonly hasFakeClock?: boolean;
  readonly reducedMotion?: "reduce" | "no-preference";
  readonly api?: FakeApi;
}

/** Opens a browser for the tests of a file, and closes all that they opened. */
export function useWalls() {
  const screens = useScreens();
  const toClose: (() => Promise<unknown>)[] = [];

  afterEach(async () => {
    for (const close of toClose.splice(0).reverse()) await close();
  });

  async function open(path: string, options: OpenOptions = {}): Promise<Opened> {
    const { api, reducedMotion = "no-preference" } = options;
    const given = api === undefined ? {} : { api };
    const server = await startFakeServer(screens.dist, options.board ?? madeUpBoard(), given);
    toClose.push(server.close);
    const context = await screens.browser.newContext({
      viewport: options.viewport ?? WALL,
      reducedMotion,
    });
    toClose.push(() => context.close());
    const page = await context.newPage();
    const trouble: string[] = [];
    page.on("pageerror", (error) => trouble.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") trouble.push(message.text());
    });
    page.on("request", (request) => {
      if (!request.url().startsWith(server.url)) trouble.push(request.url());
    });
    if (options.hasFakeClock === true) await page.clock.install();
    await page.goto(server.url + path);
    await page.locator("h1, h2, .floor").first().waitFor();
    return { page, server, trouble };
  }

  return { open };
}

/** The tile with a number. */
export function tile(page: Page, number: number) {
  return page.locator(".cell article", {
    has: page.locator(".no", { hasText: new RegExp(`^${number}$`) }),
  });
}

/** Pairs of blocks that lie on top of each other; it runs in the page. */
export function overlaps(selectors: string[]): string[] {
  const blocks = selectors.map((selector) => ({
    selector,
    box: document.querySelector(selector)!.getBoundingClientRect(),
  }));
  return blocks.flatMap((a, index) =>
    blocks
      .slice(index + 1)
      .filter(
        (b) =>
          Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left) > 1 &&
          Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top) > 1,
      )
      .map((b) => `${a.selector} ${b.selector}`),
  );
}

/** Texts of a wall that stick out of their block or the page. */
export function stickingOut(page: Page): Promise<(string | null)[]> {
  return page.evaluate(() => {
    // Large figures overhang by the side bearing of their first digit.
    const slack = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    const texts = [
      ...document.querySelectorAll(".wall p, .wall h1, .wall text, .wall td, .wall th"),
    ];
    return texts
      .filter((text) => {
        const { left, right, width: wide } = text.getBoundingClientRect();
        const box = text.closest(".in, .left, .strip, .top, main")?.getBoundingClientRect();
        const isOut = box !== undefined && (left < box.left - slack || right > box.right + slack);
        return wide > 0 && (isOut || left < -1 || right > innerWidth + 1);
      })
      .map((text) => text.textContent);
  });
}
