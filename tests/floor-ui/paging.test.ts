import { describe, expect, it } from "vitest";
import { type Page, pageAt, pagesOf, rotateMs } from "../../floor-ui/src/pages/wall/paging.ts";

function lines(...counts: number[]) {
  return counts.map((count, line) => ({
    lineId: `L${line + 1}`,
    stationIds: Array.from({ length: count }, (_, index) => `L${line + 1}-S${index + 1}`),
  }));
}

/** Stations per page, `4+4` for two lines on one page, `all 2` for the figures of two. */
function told(...counts: number[]) {
  return pagesOf(lines(...counts)).map(tell);
}

function tell(page: Page) {
  return page.kind === "overview"
    ? `all ${page.lineIds.length}`
    : page.parts.map(({ stationIds }) => stationIds.length).join("+");
}

describe("paging", () => {
  it("[W8] puts a line of up to 16 stations on one page", () => {
    expect([told(1), told(12), told(16)]).toEqual([["1"], ["12"], ["16"]]);
  });

  it("[W8] shows every station of a long line once, in parts of one length and one shape", () => {
    const pages = pagesOf(lines(500)).map((page) =>
      page.kind === "lines" ? page.parts[0]! : null!,
    );
    expect(new Set(pages.flatMap(({ stationIds }) => stationIds)).size).toBe(500);
    expect(new Set(pages.map(({ shape }) => `${shape.columns}x${shape.rows}`)).size).toBe(1);
    expect(told(17)).toEqual(["9", "8"]);
  });

  it("[W8] [W32] lets small lines share a page when all fit, else shows the figures of all, then each alone", () => {
    expect([told(4, 4, 4), told(4, 8), told(4, 4, 4, 4), told(5, 12), told(20, 3)]).toEqual([
      ["4+4+4"],
      ["4+8"],
      ["all 4", "4", "4", "4", "4"],
      ["all 2", "5", "12"],
      ["all 2", "10", "10", "3"],
    ]);
  });

  it("[W32] shows the figures of up to six lines on a page, evenly", () => {
    const counts = Array.from({ length: 7 }, () => 12);
    expect(told(...counts).slice(0, 3)).toEqual(["all 4", "all 3", "12"]);
  });

  it("[W32] turns small lines too where `?rotate` asks for it, and never without need", () => {
    const turning = [lines(4, 4), lines(4)].map((given) => pagesOf(given, true).map(tell));
    expect(turning).toEqual([["all 2", "4", "4"], ["4"]]);
  });

  it("[W32] takes the seconds of `?rotate` between 5 and 600, and nothing that is no number", () => {
    expect([undefined, "", "abc", "20", "1", "9999"].map(rotateMs)).toEqual([
      null,
      null,
      null,
      20_000,
      5_000,
      600_000,
    ]);
  });

  it("[W8] turns every 20 s by the server's time, and stays on the first before it is known", () => {
    const turns = [0, 19_999, 20_000, 40_000, 60_000].map((now) => pageAt(now, 3));
    expect([turns, pageAt(null, 3), pageAt(40_000, 1)]).toEqual([[0, 0, 1, 2, 0], 0, 0]);
    expect(pageAt(40_000, 3, 5_000)).toBe(2);
  });
});
