/// <reference lib="dom" />
import type { Browser, Page } from "playwright-core";

/** A text that changed on a screen, and when the frame that carries it had been rendered. UTC ms with fractions. */
export type Change = readonly [text: string, renderedAt: number];

/** Where the text is that changes. */
export interface Watched {
  /** CSS selector of the element whose first text changes. */
  readonly text: string;
  /** Selector, within the same `article`, of what names the element; null when there is one only. */
  readonly name: string | null;
}

/** A page whose changes are noted as they are rendered. */
export interface WatchedPage {
  readonly page: Page;
  takeChanges(): Promise<Change[]>;
  /** How far the page's clock is ahead of ours, at most. ms */
  readClockError(): Promise<number>;
}

interface WatchingWindow {
  changes: Change[];
}

const CLOCK_TRIES = 20;

/** Opens a page in a tab of its own. */
export async function openWatchedPage(
  browser: Browser,
  { url, watched }: { url: string; watched: Watched },
): Promise<WatchedPage> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await page.addInitScript(watchScreen, watched);
  await page.goto(url);
  return {
    page,
    takeChanges: () => page.evaluate(() => (window as unknown as WatchingWindow).changes.splice(0)),
    async readClockError() {
      const errors: number[] = [];
      for (let left = CLOCK_TRIES; left > 0; left--) {
        const before = performance.timeOrigin + performance.now();
        const there = await page.evaluate(() => performance.timeOrigin + performance.now());
        const after = performance.timeOrigin + performance.now();
        errors.push(Math.max(there - after, before - there, 0));
      }
      return Math.min(...errors);
    },
  };
}

/**
 * Runs in the page. A change is noted when the first task after its frame runs: the frame callback comes just before the
 * browser lays out and paints, and a message posted there is taken once that is done.
 */
function watchScreen({ text, name }: Watched): void {
  const changes: Change[] = [];
  Object.assign(window, { changes });
  let pending: string[] = [];
  const { port1, port2 } = new MessageChannel();
  const painted: string[][] = [];

  port1.onmessage = () => {
    const renderedAt = performance.timeOrigin + performance.now();
    for (const shown of painted.shift() ?? []) changes.push([shown, renderedAt]);
  };
  const onFrame = (): void => {
    painted.push(pending);
    pending = [];
    port2.postMessage(null);
  };
  const textOf = (target: Node): string | null => {
    const host = (target instanceof Element ? target : target.parentElement)?.closest(text);
    if (!host) return null;
    const named = name === null ? null : host.closest("article")?.querySelector(name);
    return `${named?.textContent ?? ""} ${host.firstChild?.textContent ?? ""}`;
  };
  const observer = new MutationObserver((records) => {
    const changed = records.map(({ target }) => textOf(target)).filter((each) => each !== null);
    if (changed.length > 0 && pending.length === 0) requestAnimationFrame(onFrame);
    pending.push(...changed);
  });
  observer.observe(document, { subtree: true, childList: true, characterData: true });
}
