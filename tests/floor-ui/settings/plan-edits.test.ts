import { findPlanFaults, type Plan } from "@trame/shared";
import { describe, expect, it } from "vitest";
import {
  addDevice,
  addLine,
  addStation,
  bindDevice,
  changeStation,
  moveLine,
  moveStation,
  removeDevice,
  removeLine,
  removeStation,
  setThreshold,
  stationIds,
  stationOf,
} from "../../../floor-ui/src/data/settings/plan-edits.ts";
import { planOfStations } from "../../server/api/support/workshop.ts";

const OPERATIONS = [{ operation: "Surjet" }, { operation: "Ourlet" }, { operation: "Contrôle" }];

function plan(): Plan {
  return planOfStations(OPERATIONS);
}

describe("edits of a plan", () => {
  it("[SE6] lines and stations are added under the next free id, and nothing else moves", () => {
    const added = addStation(addLine(plan(), "Ligne 2"), "L2", { name: "Poste 4" });

    expect(added.lines.map(({ id, stations }) => [id, stations.length])).toEqual([
      ["L1", 3],
      ["L2", 1],
    ]);
    expect(stationIds(added)).toEqual(["S01", "S02", "S03", "S04"]);
    expect(added.lines[0]).toEqual(plan().lines[0]);
    expect(findPlanFaults(added)).toEqual([]);
  });

  it("[SE6] stations and lines move by one place, and not beyond the ends", () => {
    const two = addLine(plan(), "Ligne 2");
    const order = (of: Plan) => of.lines[0]?.stations.map(({ id }) => id);

    expect(order(moveStation(plan(), "S01", 1))).toEqual(["S02", "S01", "S03"]);
    expect(order(moveStation(plan(), "S01", -1))).toEqual(["S01", "S02", "S03"]);
    expect(order(moveStation(plan(), "S03", 1))).toEqual(["S01", "S02", "S03"]);
    expect(moveLine(two, "L2", -1).lines.map(({ id }) => id)).toEqual(["L2", "L1"]);
  });

  it("[SE6] a counter that is given to another station leaves the one that had it", () => {
    const bound = bindDevice(plan(), "S01", "esp-02");

    expect(stationOf(bound, "S01")?.device).toBe("esp-02");
    expect(stationOf(bound, "S02")).not.toHaveProperty("device");
    expect(findPlanFaults(bound)).toEqual([]);
    expect(stationOf(bindDevice(plan(), "S01", null), "S01")).not.toHaveProperty("device");
  });

  it("[SE6] a counter is admitted once, and leaves with what it was bound to freed", () => {
    const admitted = addDevice(addDevice(plan(), { id: "esp-09" }), { id: "esp-09", secret: "x" });

    expect(admitted.devices.filter(({ id }) => id === "esp-09")).toEqual([
      { id: "esp-09", secret: "x" },
    ]);
    expect(findPlanFaults(removeDevice(plan(), "esp-02"))).toEqual([]);
  });

  it("[SE6] a threshold follows its operation when that is renamed, and goes with its last station", () => {
    const set = setThreshold(plan(), "Ourlet", { waitMinutes: 4, explainMinutes: null });

    const renamed = changeStation(set, "S02", { operation: "Ourlet bas" });

    expect(renamed.thresholds).toEqual([{ operation: "Ourlet bas", waitMinutes: 4 }]);
    expect(removeStation(set, "S02")).not.toHaveProperty("thresholds");
    expect(removeLine(set, "L1")).not.toHaveProperty("thresholds");
    const unset = { waitMinutes: null, explainMinutes: null };
    expect(setThreshold(set, "Ourlet", unset)).not.toHaveProperty("thresholds");
  });

  it("[SE6] a field of null is taken away, others stay", () => {
    const station = stationOf(changeStation(plan(), "S01", { minStitches: null }), "S01");

    expect(station).toEqual({
      id: "S01",
      name: "Poste 1",
      operation: "Surjet",
      standardMinutes: 0.42,
      device: "esp-01",
      trimsPerPiece: 4,
    });
  });
});
