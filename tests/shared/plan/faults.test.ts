import { findPlanFaults, type Plan } from "@trame/shared";
import { describe, expect, it } from "vitest";

type Shifts = Plan["calendar"]["shifts"];

function planWith(changes: Partial<Plan>): Plan {
  return {
    workshop: { name: "Atelier", timeZone: "Europe/Paris" },
    calendar: { shifts: [] },
    lines: [],
    devices: [],
    ...changes,
  };
}

function station(id: string, more: Partial<Plan["lines"][number]["stations"][number]> = {}) {
  return { id, name: id, operation: "Assembler", standardMinutes: 0.5, ...more };
}

function line(id: string, stations: Plan["lines"][number]["stations"]) {
  return { id, name: id, stations };
}

function faultsOfShifts(...shifts: Shifts) {
  return findPlanFaults(planWith({ calendar: { shifts } }));
}

describe("a plan", () => {
  it("[N2] with nothing wrong is taken", () => {
    const plan = planWith({
      calendar: {
        shifts: [
          { days: [1, 2], from: "06:00", to: "14:00", breaks: [{ from: "10:00", to: "10:20" }] },
          { days: [1, 2], from: "14:00", to: "22:00" },
          { days: [1, 2], from: "22:00", to: "06:00", breaks: [{ from: "23:50", to: "00:10" }] },
        ],
      },
      lines: [
        line("L1", [
          station("S1", { device: "plug", counter: "C1" }),
          station("S2", { device: "plug", counter: "C2" }),
        ]),
      ],
      devices: [{ id: "plug", make: "tasmota" }],
    });

    expect(findPlanFaults(plan)).toEqual([]);
  });

  it("[N2] that names two things alike is refused where the second one stands", () => {
    const plan = planWith({
      lines: [line("L1", [station("S1")]), line("L1", [station("S1")])],
      devices: [{ id: "d" }, { id: "d" }],
    });

    expect(findPlanFaults(plan)).toEqual([
      { code: "id-duplicate", path: "/lines/1/id" },
      { code: "id-duplicate", path: "/lines/1/stations/0/id" },
      { code: "id-duplicate", path: "/devices/1/id" },
    ]);
  });

  it("[N2] that binds what it does not list, or one channel twice, is refused", () => {
    const plan = planWith({
      lines: [
        line("L1", [
          station("S1", { device: "d" }),
          station("S2", { device: "d", counter: "C1" }),
          station("S3", { device: "constructor" }),
        ]),
      ],
      devices: [{ id: "d" }],
    });

    expect(findPlanFaults(plan)).toEqual([
      { code: "device-unknown", path: "/lines/0/stations/2/device" },
      { code: "counter-taken", path: "/lines/0/stations/1/device" },
    ]);
  });

  it("[N2] that waits for a counter of ours on a channel where none speaks is refused", () => {
    const stations = [
      station("S1", { device: "ours", counter: "C2" }),
      station("S2", { device: "plug", counter: "C2" }),
      station("S3", { device: "ours", counter: "C1" }),
    ];
    const devices: Plan["devices"] = [{ id: "ours" }, { id: "plug", make: "tasmota" }];

    expect(findPlanFaults(planWith({ lines: [line("L1", stations)], devices }))).toEqual([
      { code: "counter-unknown", path: "/lines/0/stations/0/counter" },
    ]);
  });

  it("[N2] in which one counter would hear what another is asked is refused", () => {
    const topics = ["lons", "lons/prise-4", "lons-2", "jura/prise-4", "jura/prise-5"];
    const devices = topics.map((topic, n) => ({ id: `p${n}`, make: "tasmota" as const, topic }));

    expect(findPlanFaults(planWith({ devices }))).toEqual([
      { code: "topic-taken", path: "/devices/1/topic" },
    ]);
  });

  it("[N8] with two stations of a line on one spot, or with half a spot, is refused", () => {
    const plan = planWith({
      lines: [
        line("L1", [
          station("S1", { row: 1, column: 2 }),
          station("S2", { row: 2, column: 1 }),
          station("S3", { row: 1, column: 2 }),
          station("S4", { row: 3 }),
          station("S5", { column: 3 }),
          station("S6"),
        ]),
        line("L2", [station("S7", { row: 1, column: 2 })]),
      ],
    });

    expect(findPlanFaults(plan)).toEqual([
      { code: "spot-taken", path: "/lines/0/stations/2/row" },
      { code: "spot-incomplete", path: "/lines/0/stations/3/column" },
      { code: "spot-incomplete", path: "/lines/0/stations/4/row" },
    ]);
  });

  it("[N9] with a threshold that would do nothing, or comes twice, is refused", () => {
    const operations = ["Surjet"];
    const plan = planWith({
      lines: [line("L1", [station("S1"), station("S2", { operation: "PIQ", operations })])],
      thresholds: [
        { operation: "Assembler", waitMinutes: 3 },
        { operation: "PIQ" },
        { operation: "assembler", explainMinutes: 8 },
        { operation: "Surjet", explainMinutes: 8 },
        { operation: "Assembler", explainMinutes: 8 },
      ],
    });

    expect(findPlanFaults(plan)).toEqual([
      { code: "threshold-empty", path: "/thresholds/1" },
      { code: "threshold-unknown", path: "/thresholds/2/operation" },
      { code: "threshold-unknown", path: "/thresholds/3/operation" },
      { code: "threshold-duplicate", path: "/thresholds/4/operation" },
    ]);
  });

  it("[N2] with a zone that nobody knows, or one topic twice, is refused", () => {
    const plan = planWith({
      workshop: { name: "Atelier", timeZone: "Europe/Lons" },
      devices: [
        { id: "a", make: "tasmota" },
        { id: "b", make: "tasmota", topic: "a" },
      ],
    });

    expect(findPlanFaults(plan)).toEqual([
      { code: "zone-unknown", path: "/workshop/timeZone" },
      { code: "topic-taken", path: "/devices/1/topic" },
    ]);
  });

  it("[N2] whose shifts overlap is refused, around midnight and around the week's end too", () => {
    const overlap = [{ code: "shifts-overlap", path: "/calendar/shifts/1" }];
    const night = { days: [7], from: "22:00", to: "06:00" };

    expect(faultsOfShifts(night, { days: [1], from: "05:59", to: "08:00" })).toEqual(overlap);
    expect(faultsOfShifts(night, { days: [1], from: "06:00", to: "08:00" })).toEqual([]);
    expect(
      faultsOfShifts(
        { days: [1], from: "08:00", to: "17:00" },
        { days: [1], from: "16:00", to: "18:00" },
      ),
    ).toEqual(overlap);
    expect(faultsOfShifts({ days: [1, 2], from: "06:00", to: "06:00" })).toEqual([]);
  });

  it("[N2] with a break outside its shift, or a day named twice, is refused", () => {
    const shift = {
      days: [1, 1],
      from: "08:00",
      to: "17:00",
      breaks: [{ from: "16:30", to: "17:30" }],
    };

    expect(faultsOfShifts(shift)).toEqual([
      { code: "day-duplicate", path: "/calendar/shifts/0/days" },
      { code: "break-outside-shift", path: "/calendar/shifts/0/breaks/0" },
    ]);
  });
});
