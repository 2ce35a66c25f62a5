import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeChanges } from "../../../floor-ui/src/data/settings/merge.ts";
import { mergePlans } from "../../../floor-ui/src/data/settings/merge-plans.ts";
import {
  addStation,
  changeStation,
  moveStation,
  removeStation,
  stationIds,
  stationOf,
} from "../../../floor-ui/src/data/settings/plan-edits.ts";
import { planOfStations } from "../../server/api/support/workshop.ts";

const BASE = planOfStations([{ operation: "Surjet" }, { operation: "Ourlet" }]);

describe("changes of two people", () => {
  it("[SE5] what only one of the two touched stays as they left it", () => {
    const mine = changeStation(BASE, "S01", { name: "Poste A" });
    const theirs = changeStation(changeStation(BASE, "S01", { standardMinutes: 0.6 }), "S02", {
      name: "Poste B",
    });

    const merged = mergePlans({ base: BASE, mine, theirs });

    expect(merged.lines[0]?.stations).toEqual([
      { ...stationOf(BASE, "S01"), name: "Poste A", standardMinutes: 0.6 },
      { ...stationOf(BASE, "S02"), name: "Poste B" },
    ]);
  });

  it("[SE5] where both touched the same it is as this person wants it", () => {
    const mine = changeStation(BASE, "S01", { name: "À moi" });
    const theirs = changeStation(BASE, "S01", { name: "À eux" });

    expect(stationOf(mergePlans({ base: BASE, mine, theirs }), "S01")?.name).toBe("À moi");
  });

  it("[SE5] two stations that two people add at once are two stations", () => {
    const mine = addStation(BASE, "L1", { name: "Poste à moi" });
    const theirs = addStation(BASE, "L1", { name: "Poste à eux" });

    const merged = mergePlans({ base: BASE, mine, theirs });

    expect(merged.lines[0]?.stations.map(({ id, name }) => [id, name])).toEqual([
      ["S01", "Poste 1"],
      ["S02", "Poste 2"],
      ["S03", "Poste à eux"],
      ["S04", "Poste à moi"],
    ]);
  });

  it("[SE5] what one takes away is gone, and what one moves is moved", () => {
    const theirs = removeStation(addStation(BASE, "L1", { name: "Poste 3" }), "S01");
    const mine = moveStation(addStation(BASE, "L1", { name: "Poste 4" }), "S02", -1);

    const merged = mergePlans({ base: BASE, mine, theirs });

    expect(stationIds(merged).toSorted()).toEqual(["S02", "S03", "S04"]);
  });

  it("[SE5] without a change of mine it is theirs, without one of theirs it is mine", () => {
    const value = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(value, value, (base, other) => {
        expect(mergeChanges({ base, mine: base, theirs: other })).toEqual(other);
        expect(mergeChanges({ base, mine: other, theirs: base })).toEqual(other);
        expect(mergeChanges({ base, mine: other, theirs: other })).toEqual(other);
      }),
      { numRuns: 200 },
    );
  });
});
