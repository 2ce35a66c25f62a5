import { createTimeline, type Plan, type Presence, parseDay } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { createCounts } from "../../../server/src/reports/counts.ts";
import { lineOf, planOf } from "../../server/api/support/workshop.ts";

const DAY = parseDay("2026-11-23") ?? 0;

/** Attended minutes of L1 on the day under some plans, until a moment. */
function attended(
  plans: readonly [from: string, plan: Plan][],
  until: string,
  presences: readonly Presence[] = [],
): number {
  const versions = plans.map(([from, plan]) => ({ from: Date.parse(from), plan }));
  const { versions: sorted } = createTimeline(versions);
  const read = { clock: 1, cells: [], plans: sorted, presences };
  const { lines } = createCounts(read, { day: DAY, now: Date.parse(until) });
  return lines.find(({ lineId }) => lineId === "L1")?.attendedMinutes ?? Number.NaN;
}

function withOperators(operators: number, calendar = planOf().calendar): Plan {
  return planOf({ calendar, lines: [lineOf({ operators })] });
}

describe("attended minutes", () => {
  it("[X2] are operators times working minutes elapsed, breaks removed", () => {
    const plans: [string, Plan][] = [["2026-11-01T00:00:00Z", withOperators(2.5)]];

    expect(attended(plans, "2026-11-23T07:59:00+01:00")).toBe(0);
    expect(attended(plans, "2026-11-23T08:10:00+01:00")).toBe(25);
    expect(attended(plans, "2026-11-23T12:30:00+01:00")).toBe(600);
    expect(attended(plans, "2026-11-23T17:00:00+01:00")).toBe(1_200);
    expect(attended(plans, "2026-12-31T00:00:00+01:00")).toBe(1_200);
  });

  it("[X2] follow a plan that changes within the day", () => {
    const plans: [string, Plan][] = [
      ["2026-11-01T00:00:00Z", withOperators(2)],
      ["2026-11-23T14:00:00+01:00", withOperators(3)],
      ["2026-11-23T15:30:00+01:00", planOf({ lines: [] })],
    ];

    expect(attended(plans, "2026-11-23T14:30:00+01:00")).toBe(2 * 300 + 3 * 30);
    expect(attended(plans, "2026-11-24T00:00:00+01:00")).toBe(2 * 300 + 3 * 90);
  });

  it("[X2] count no minute of a plan that was not in force yet", () => {
    const plans: [string, Plan][] = [["2026-11-23T10:00:00+01:00", withOperators(1)]];

    expect(attended(plans, "2026-11-23T17:00:00+01:00")).toBe(6 * 60);
  });

  it("[X2] follow working hours that change within the day", () => {
    const shifts = [{ days: [1], from: "07:00", to: "20:00" }];
    const plans: [string, Plan][] = [
      ["2026-11-01T00:00:00Z", withOperators(1)],
      ["2026-11-23T15:00:00+01:00", withOperators(1, { shifts })],
    ];

    expect(attended(plans, "2026-11-24T00:00:00+01:00")).toBe(6 * 60 + 5 * 60);
  });
});

describe("attended minutes by badge", () => {
  const at = (time: string): number => Date.parse(`2026-11-23T${time}:00+01:00`);
  const plans: [string, Plan][] = [["2026-11-01T00:00:00Z", withOperators(7)]];
  const seen = (from: string, to: string, stationId = "S01"): Presence => ({
    stationId,
    from: at(from),
    to: at(to),
    heads: 1,
  });

  it("[X8] are those of everybody on the line, from badge in to badge out, breaks removed", () => {
    const presences = [
      seen("07:50", "10:00"),
      seen("11:30", "13:30"),
      seen("09:00", "10:00", "S99"),
    ];
    expect(attended(plans, "2026-11-24T00:00:00+01:00", presences)).toBe(120 + 30 + 30);
    expect(attended(plans, "2026-11-23T09:00:00+01:00", presences)).toBe(60);
  });

  it("[X8] follow the plan on a day without a badge, and while nobody has badged in", () => {
    expect(attended(plans, "2026-11-23T09:00:00+01:00", [])).toBe(7 * 60);
    const later = [seen("09:30", "17:00")];
    expect(attended(plans, "2026-11-23T09:00:00+01:00", later)).toBe(7 * 60);
    const before = [
      {
        ...{ stationId: "S01", heads: 1 },
        ...{ from: at("08:00") - 86_400_000, to: at("17:00") - 86_400_000 },
      },
    ];
    expect(attended(plans, "2026-11-23T09:00:00+01:00", before)).toBe(7 * 60);
  });
});

describe("lines of a day", () => {
  it("[X1] are those of plans in force on it: neither before the night shift's end nor after the next midnight", () => {
    const night = { shifts: [{ days: [7], from: "22:00", to: "05:00" }] };
    const only = (id: string) => planOf({ calendar: night, lines: [lineOf({ id })] });
    const versions = [
      { from: Date.parse("2026-11-01T00:00:00Z"), plan: only("before") },
      { from: Date.parse("2026-11-23T05:00:00+01:00"), plan: only("morning") },
      { from: Date.parse("2026-11-23T18:00:00+01:00"), plan: only("evening") },
      { from: Date.parse("2026-11-24T00:00:00+01:00"), plan: only("after") },
    ];
    const { lines } = createCounts(
      { clock: 1, cells: [], plans: versions, presences: [] },
      { day: DAY, now: Date.parse("2026-11-25T00:00:00Z") },
    );

    expect(lines.map(({ lineId }) => lineId)).toEqual(["morning", "evening"]);
  });
});
