/// <reference lib="dom" />
import type { Page } from "playwright-core";

/** What a page did for a while. */
export interface WatchedFrames {
  /** From one frame to the next, ms. */
  readonly gaps: readonly number[];
  /** Share of the time in which its main thread was at work, 0..1. */
  readonly busy: number;
  /** Of it: scripts, and layout with styles. */
  readonly scripts: number;
  readonly layout: number;
}

/** Watches a page's frames for so long. */
export async function watchFrames(page: Page, ms: number): Promise<WatchedFrames> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const read = async (): Promise<Map<string, number>> => {
    const { metrics } = await session.send("Performance.getMetrics");
    return new Map(metrics.map(({ name, value }) => [name, value]));
  };
  const before = await read();
  const startedAt = performance.now();
  const gaps = await watchGaps(page, ms);
  const seconds = (performance.now() - startedAt) / 1000;
  const after = await read();
  await session.detach();
  const share = (...names: string[]): number =>
    names.reduce((sum, name) => sum + (after.get(name) ?? 0) - (before.get(name) ?? 0), 0) /
    seconds;
  return {
    gaps,
    busy: share("TaskDuration"),
    scripts: share("ScriptDuration"),
    layout: share("LayoutDuration", "RecalcStyleDuration"),
  };
}

/** From one frame of a page to the next, for so long. ms */
export function watchGaps(page: Page, ms: number): Promise<number[]> {
  return page.evaluate(readGaps, ms);
}

/** Runs in the page. */
async function readGaps(ms: number): Promise<number[]> {
  const gaps: number[] = [];
  let last = await new Promise(requestAnimationFrame);
  const end = last + ms;
  while (last < end) {
    const now = await new Promise(requestAnimationFrame);
    gaps.push(now - last);
    last = now;
  }
  return gaps;
}
