import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { watchGaps } from "../../scripts/bench/frame-watch.ts";
import { largeBoard } from "./support/made-up-board.ts";
import { type Opened, useWalls } from "./support/walls.ts";

const { open } = useWalls();

/** As long as it takes until all stations are looked at again. */
const ROUND_MS = 1_000;
/** Frames of a wall that nobody sees stutter, of those of an empty page. */
const SMOOTH = 0.5;
const board = largeBoard(500, 500);

/** A wall of 500 stations on one line. */
async function openLarge(): Promise<Opened> {
  const opened = await open("/wall/L1", { board });
  await opened.page.locator(".cell article").first().waitFor();
  return opened;
}

/** Fifty facts a second, each a patch of its station and its line, until it is told to stop. */
function sew({ server }: Opened): () => void {
  let facts = 0;
  const timer = setInterval(() => {
    facts += 1;
    const row = board.stations[facts % board.stations.length]!;
    const line = board.lines[0]!;
    // The strip tells this hour's pieces too: « Rythme tenu, 11 h : 70 pièces sur 70 ».
    const hours = line.hours.map(({ hour, pieces }) => ({ hour, pieces: pieces + facts }));
    server.patch({
      stations: [{ ...row, pieces: (row.pieces ?? 0) + facts }],
      lines: [{ ...line, hours, pieces: line.pieces + facts }],
    });
  }, 20);
  return () => clearInterval(timer);
}

/**
 * Frames of a page at work, of those of an empty page: the best of some rounds in which they take turns, the first smooth one at
 * the latest. Other work on the machine disturbs single rounds, and both pages alike.
 */
async function framesOfEmpty(opened: Opened, empty: Page, rounds: number): Promise<number> {
  let best = 0;
  for (let round = 0; round < rounds && best <= SMOOTH; round++) {
    await empty.bringToFront();
    const nothing = await watchGaps(empty, ROUND_MS);
    await opened.page.bringToFront();
    const stop = sew(opened);
    const wall = await watchGaps(opened.page, ROUND_MS).finally(stop);
    best = Math.max(best, wall.length / nothing.length);
  }
  return best;
}

describe("wall of 500 stations", () => {
  it("[W36] draws nearly as many frames as an empty page while 50 facts a second come in", async () => {
    const opened = await openLarge();
    const empty = await opened.page.context().newPage();
    expect(await framesOfEmpty(opened, empty, 4)).toBeGreaterThan(SMOOTH);
    expect(await opened.page.locator(".fait .n").innerText()).not.toBe("412");
  });

  it("[W36] would be seen to stutter if each fact took a tenth of a second (negative control)", async () => {
    const opened = await openLarge();
    await opened.page.evaluate(() => {
      new MutationObserver(() => {
        const end = performance.now() + 100;
        while (performance.now() < end);
      }).observe(document.querySelector(".left")!, { subtree: true, characterData: true });
    });
    const empty = await opened.page.context().newPage();
    // One round: in the next it would still be at the facts of this one.
    expect(await framesOfEmpty(opened, empty, 1)).toBeLessThan(SMOOTH);
  });

  it("[W36] looks at all stations once a second, not with every fact", async () => {
    const opened = await openLarge();
    await opened.page.evaluate(() => {
      const counted = { strip: 0, line: 0 };
      Object.assign(globalThis, { counted });
      const watch = (selector: string, key: "strip" | "line") =>
        new MutationObserver(() => {
          counted[key] += 1;
        }).observe(document.querySelector(selector)!, { subtree: true, characterData: true });
      watch(".left", "line");
      watch(".strip", "strip");
    });
    const stop = sew(opened);
    const counted = () =>
      opened.page.evaluate(
        () => (globalThis as unknown as { counted: { strip: number; line: number } }).counted,
      );
    const isSeen = async () => (await counted()).line > 30 && (await counted()).strip > 0;
    await expect.poll(isSeen, { timeout: 20_000 }).toBe(true);
    stop();
    const { strip, line } = await counted();
    expect(strip).toBeLessThan(line / 4);
  });
});
