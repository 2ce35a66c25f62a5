import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarChanges } from "../../../floor-ui/src/data/settings/calendar-changes.ts";
import { planChanges } from "../../../floor-ui/src/data/settings/plan-changes.ts";
import {
  addLine,
  addStation,
  bindDevice,
  changeLine,
  changeStation,
  moveStation,
  removeLine,
  removeStation,
  setThreshold,
} from "../../../floor-ui/src/data/settings/plan-edits.ts";
import { planOf, planOfStations } from "../../server/api/support/workshop.ts";

const PLAN = planOfStations([{ operation: "Surjet" }, { operation: "Ourlet" }]);

describe("changes of a plan", () => {
  it("[SE6] nothing changed is nothing to tell, whatever the order of the fields", () => {
    const { devices, ...rest } = structuredClone(PLAN);

    expect(planChanges(PLAN, { devices, ...rest })).toEqual([]);
  });

  it("[SE6] a counter that moves to another station is told at both", () => {
    expect(planChanges(PLAN, bindDevice(PLAN, "S01", "esp-02"))).toEqual([
      { kind: "station-counter", station: "Poste 1", before: "esp-01", after: "esp-02" },
      { kind: "station-counter", station: "Poste 2", before: "esp-02", after: null },
    ]);
  });

  it("[SE6] each kind of change is told once", () => {
    const changed = [
      changeStation(PLAN, "S01", { name: "Poste A", standardMinutes: 0.5, minStitches: null }),
      changeLine(PLAN, "L1", { name: "Îlot A", operators: 2.5 }),
      moveStation(PLAN, "S01", 1),
      removeStation(PLAN, "S02"),
      addStation(PLAN, "L1", { name: "Poste 3", operation: "Contrôle" }),
      setThreshold(PLAN, "Surjet", { waitMinutes: 3, explainMinutes: 8 }),
      { ...PLAN, workshop: { name: "Autre", timeZone: "Europe/Brussels" } },
      { ...PLAN, calendar: { shifts: [] } },
    ].map((after) => planChanges(PLAN, after).map(({ kind }) => kind));

    expect(changed).toEqual([
      ["station-renamed", "station-minutes", "station-stitches"],
      ["line-renamed", "line-operators"],
      ["stations-order"],
      ["station-removed"],
      ["station-added"],
      ["threshold-wait", "threshold-explain"],
      ["workshop", "zone"],
      ["calendar"],
    ]);
  });

  it("[SE6] a line that goes takes its stations along in one sentence, one that comes brings them", () => {
    const two = addStation(addLine(PLAN, "Ligne 2"), "L2", { name: "Poste 3" });

    expect(planChanges(two, removeLine(two, "L1"))).toEqual([
      { kind: "line-removed", line: "Ligne 1", stations: 2 },
    ]);
    expect(planChanges(PLAN, two).map(({ kind }) => kind)).toEqual(["line-added", "station-added"]);
  });

  it("[SE6] two plans of which nothing is told say the same", () => {
    const names = fc.constantFrom("Poste 1", "Poste 2", "Poste X");
    const edits = fc.record({
      name: names,
      standardMinutes: fc.constantFrom(0.42, 0.5),
      minStitches: fc.constantFrom(40, null),
      operations: fc.constantFrom<string[] | null>(null, ["Biais"]),
      row: fc.constantFrom(null, 1),
      column: fc.constantFrom(null, 2),
    });
    fc.assert(
      fc.property(edits, edits, (a, b) => {
        const [one, other] = [a, b].map((changes) => changeStation(PLAN, "S01", changes));
        const told = planChanges(one!, other!).length;
        expect(told === 0).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
      { numRuns: 100 },
    );
  });
});

describe("changes of a calendar", () => {
  const { calendar } = planOf();
  const week = (days: number[], from = "08:00", to = "17:00") => ({ days, from, to, breaks: [] });

  it("[SE6] weekdays that change alike are told together, with their hours before and after", () => {
    const before = { shifts: [week([1, 2, 3, 4, 5])] };
    const after = { shifts: [week([1, 2, 3, 4]), week([5], "08:00", "12:00")] };

    expect(calendarChanges(before, after)).toEqual([
      {
        kind: "hours",
        days: [5],
        before: [{ from: "08:00", to: "17:00", breaks: [] }],
        after: [{ from: "08:00", to: "12:00", breaks: [] }],
      },
    ]);
    // The same hours, written otherwise, are no change.
    const split = { shifts: [week([1, 2]), week([3, 4, 5])] };
    expect(calendarChanges(before, split)).toEqual([]);
  });

  it("[SE6] holidays and days that are different are told", () => {
    const bridge = { day: "2027-05-07", label: "Pont", shifts: [] };
    const after = { ...calendar, holidays: "FR" as const, exceptions: [bridge] };

    expect(calendarChanges(calendar, after)).toEqual([
      { kind: "holidays", before: null, after: "FR" },
      { kind: "exception-added", exception: bridge },
    ]);
    expect(calendarChanges(after, calendar).map(({ kind }) => kind)).toEqual([
      "holidays",
      "exception-removed",
    ]);
  });
});
