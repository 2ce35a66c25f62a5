import type { ReportScope } from "@trame/shared";
import { describe, expect, it } from "vitest";
import {
  exportPath,
  pagePath,
  readScope,
  reportPath,
  shiftScope,
  spanKind,
  spanOf,
} from "../../../floor-ui/src/pages/manage/day-scope.ts";

const TODAY = "2026-03-16";
const ALL = { lineId: null, orderId: null, styleId: null };
const days = (from: string, to = from): ReportScope => ({ from, to, ...ALL });

describe("scope of a report", () => {
  it("[MD1] is today where the address names no day, or one that the calendar does not have", () => {
    const addresses = [{}, { day: "2026-02-30" }, { day: "hier" }, { from: "", to: "x" }];
    expect(addresses.map((query) => readScope(query, TODAY))).toEqual(
      addresses.map(() => days(TODAY)),
    );
  });

  it("[MD1] is the days of the address, the earlier first, 400 at most", () => {
    expect(readScope({ day: "2026-03-13" }, TODAY)).toEqual(days("2026-03-13"));
    expect(readScope({ from: "2026-03-09", to: "2026-03-02" }, TODAY)).toEqual(
      days("2026-03-02", "2026-03-09"),
    );
    expect(readScope({ from: "2020-01-01", to: TODAY }, TODAY)).toEqual(days("2025-02-10", TODAY));
  });

  it("[MD1] begins twelve weeks back for an order or a style without days", () => {
    expect(readScope({ order: "2026-118" }, TODAY)).toEqual({
      ...days("2025-12-23", TODAY),
      orderId: "2026-118",
    });
  });

  it.each([
    ["day", days(TODAY), "/manage?day=2026-03-16"],
    ["week", days("2026-03-16", "2026-03-22"), "/manage/period?from=2026-03-16&to=2026-03-22"],
    ["month", days("2026-02-01", "2026-02-28"), "/manage/period?from=2026-02-01&to=2026-02-28"],
    ["dates", days("2026-02-02", "2026-02-28"), "/manage/period?from=2026-02-02&to=2026-02-28"],
  ] as const)("[MD1] tells a %s, and its address leads back to it", (kind, scope, path) => {
    expect(spanKind(scope)).toBe(kind);
    expect(pagePath(scope)).toBe(path);
    const query = Object.fromEntries(new URL(path, "http://localhost").searchParams);
    expect(readScope(query, "2020-01-01")).toEqual(scope);
  });

  it("[MD1] goes a day, a week, a month or as many days on and back", () => {
    const spans = [
      days("2024-03-01"),
      days("2026-03-16", "2026-03-22"),
      days("2024-03-01", "2024-03-31"),
      days("2026-03-03", "2026-03-05"),
    ];
    expect(spans.map((scope) => shiftScope(scope, -1))).toEqual([
      days("2024-02-29"),
      days("2026-03-09", "2026-03-15"),
      days("2024-02-01", "2024-02-29"),
      days("2026-02-28", "2026-03-02"),
    ]);
    expect(spans.map((scope) => shiftScope(shiftScope(scope, -1), 1))).toEqual(spans);
  });

  it("[MD1] keeps what it is narrowed to, in another span too, and asks the server for it", () => {
    const order = { ...days("2026-03-18"), orderId: "2026-118" };
    const week = spanOf(order, "week");
    expect(pagePath(week)).toBe("/manage/period?from=2026-03-16&to=2026-03-22&order=2026-118");
    expect(reportPath(week)).toBe(
      "/api/v1/reports/production?from=2026-03-16&to=2026-03-22&order=2026-118",
    );
    expect(exportPath(week, { format: "xlsx", lang: "fr" })).toBe(
      "/api/v1/exports/production?from=2026-03-16&to=2026-03-22&order=2026-118&format=xlsx&lang=fr",
    );
    const ofStyle = { ...week, orderId: null, lineId: "L1", styleId: "MASQUE" };
    expect(exportPath(ofStyle, { format: "csv", lang: "fr" })).toBe(
      "/api/v1/exports/production?from=2026-03-16&to=2026-03-22&line=L1&style=MASQUE&format=csv&lang=fr",
    );
  });
});
