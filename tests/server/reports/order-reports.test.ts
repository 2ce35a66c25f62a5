import type { ProductionRow } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { orderReports } from "../../../server/src/reports/order-reports.ts";

function row(stationId: string | null, operation: string): ProductionRow {
  return {
    ...{ day: "2026-11-23", lineId: stationId === null ? null : "L1", stationId, operation },
    ...{ code: null, orderId: null, styleId: null, size: null, colour: null },
    ...{ standardMinutes: 0.5, isOutput: false, isLast: false },
    ...{ good: 1, rework: 0, second: 0, scrap: 0, attendedMinutes: 0, offStandardMinutes: 0 },
    origins: { machine: 1, scan: 0, hand: 0, deduced: 0, correction: 0 },
  };
}

describe("what no order explains", () => {
  it("[RP5] is told along the line, whatever letter its operations begin with", () => {
    const rows = [row(null, ""), row("S03", "Côtés"), row("S02", "Col"), row("S01", "Épaules")];
    const told = orderReports(rows, []).flatMap(({ operations }) => operations);
    expect(told.map(({ operation }) => operation)).toEqual(["Épaules", "Col", "Côtés", ""]);
  });
});
