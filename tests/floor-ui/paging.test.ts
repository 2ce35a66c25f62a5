import { describe, expect, it } from "vitest";
import { pageAt, pagesOf } from "../../floor-ui/src/pages/wall/paging.ts";

function lines(...counts: number[]) {
  return counts.map((count, line) => ({
    lineId: `L${line + 1}`,
    stationIds: Array.from({ length: count }, (_, index) => `L${line + 1}-S${index + 1}`),
  }));
}

/** Stations per page, `4+4` for two lines on one page. */
function told(...counts: number[]) {
  return pagesOf(lines(...counts)).map((page) =>
    page.map(({ stationIds }) => stationIds.length).join("+"),
  );
}

describe("paging", () => {
  it("[W8] puts a line of up to 16 stations on one page", () => {
    expect([told(1), told(12), told(16)]).toEqual([["1"], ["12"], ["16"]]);
  });

  it("[W8] shows every station of a long line once, in parts of one length and one shape", () => {
    const pages = pagesOf(lines(500)).map((page) => page[0]!);
    expect(new Set(pages.flatMap(({ stationIds }) => stationIds)).size).toBe(500);
    expect(new Set(pages.map(({ shape }) => `${shape.columns}x${shape.rows}`)).size).toBe(1);
    expect(told(17)).toEqual(["9", "8"]);
  });

  it("[W8] lets small lines share a page when all fit, else gives each its own", () => {
    expect([told(4, 4, 4), told(4, 8), told(4, 4, 4, 4), told(5, 12), told(20, 3)]).toEqual([
      ["4+4+4"],
      ["4+8"],
      ["4", "4", "4", "4"],
      ["5", "12"],
      ["10", "10", "3"],
    ]);
  });

  it("[W8] turns every 20 s by the server's time, and stays on the first before it is known", () => {
    const turns = [0, 19_999, 20_000, 40_000, 60_000].map((now) => pageAt(now, 3));
    expect([turns, pageAt(null, 3), pageAt(40_000, 1)]).toEqual([[0, 0, 1, 2, 0], 0, 0]);
  });
});
