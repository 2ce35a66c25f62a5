import { createTimeline, outputStations, type Plan } from "@trame/shared";
import { describe, expect, it } from "vitest";

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** A plan whose stations, in order, have these devices. */
function planOf(
  devices: readonly (string | null)[],
  shifts: Plan["calendar"]["shifts"] = [],
): Plan {
  const stations = devices.map((device, i) => ({
    id: `S${i + 1}`,
    name: `Poste ${i + 1}`,
    operation: i === 0 ? "Assembler" : "Finir",
    standardMinutes: 0.5,
    ...(device !== null && { device }),
  }));
  return {
    workshop: { name: "Atelier", timeZone: "Europe/Paris" },
    calendar: { shifts },
    lines: [{ id: "L1", name: "Ligne 1", stations }],
    devices: [],
  };
}

describe("a timeline", () => {
  it("[N1] knows for each moment the plan in force, whatever the order in which they were recorded", () => {
    const [first, second] = [planOf(["a"]), planOf(["b"])];
    const timeline = createTimeline([
      { from: 200, plan: second },
      { from: 100, plan: first },
    ]);

    expect([99, 100, 199, 200].map((at) => timeline.planAt(at))).toEqual([
      null,
      first,
      first,
      second,
    ]);
  });

  it("[N3] binds a counter to its station half open, and before the first plan to none", () => {
    const timeline = createTimeline([
      { from: 100, plan: planOf(["a", null]) },
      { from: 200, plan: planOf([null, "a"]) },
    ]);
    const stationAt = (at: number) => timeline.bindingAt("a", "C1", at).place?.stationId ?? null;

    expect([99, 100, 199, 200].map(stationAt)).toEqual([null, "S1", "S1", "S2"]);
    expect(timeline.bindingAt("a", "C2", 150).place).toBeNull();
  });

  it("[N4] remembers since when a counter has been at its station without a gap", () => {
    const timeline = createTimeline([
      { from: 100, plan: planOf(["a"]) },
      { from: 200, plan: planOf(["a", "b"]) },
      { from: 300, plan: planOf([null]) },
      { from: 400, plan: planOf(["a"]) },
    ]);

    expect([250, 450].map((at) => timeline.bindingAt("a", "C1", at).boundSince)).toEqual([
      100, 400,
    ]);
  });

  it("[N1] lets each plan make the hours of its own time only", () => {
    const shift = (from: string, to: string) => [{ days: EVERY_DAY, from, to }];
    const timeline = createTimeline([
      { from: Date.parse("2026-11-01T00:00Z"), plan: planOf([], shift("08:00", "12:00")) },
      { from: Date.parse("2026-11-23T09:00Z"), plan: planOf([], shift("09:00", "17:00")) },
    ]);

    const windows = timeline.windowsOf(Date.parse("2026-11-23") / 86_400_000);

    expect(windows).toEqual([
      { from: Date.parse("2026-11-23T07:00Z"), to: Date.parse("2026-11-23T16:00Z") },
    ]);
  });
});

describe("a line", () => {
  it("[N7] puts out what leaves the stations of its last operation, side by side", () => {
    const plan = planOf(["a", "b", "c"]);

    expect(outputStations(plan.lines[0]!).map((station) => station.id)).toEqual(["S2", "S3"]);
    const timeline = createTimeline([{ from: 0, plan }]);
    const isOutput = (device: string) => timeline.bindingAt(device, "C1", 1).place?.isOutput;
    expect(["a", "b", "c"].map(isOutput)).toEqual([false, true, true]);
  });
});
