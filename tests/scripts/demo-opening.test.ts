import { loadScenario } from "@trame/firmware-sim";
import { expect, it } from "vitest";

/** Minutes of the shift in which a demo opens: four hours after a quarter of an hour began, and while it is looked at. */
const OPENING = { from: 240, to: 256 };

it.each(["lons", "uniformes"])(
  "[M18] a demo of %s that opens does not wait for a counter that is out of reach",
  async (id) => {
    const { incidents } = await loadScenario(id);
    const away = incidents.filter(
      ({ kind, afterMinutes, minutes }) =>
        ["offline", "power-cut"].includes(kind) &&
        afterMinutes < OPENING.to &&
        afterMinutes + minutes > OPENING.from,
    );
    expect(away).toEqual([]);
  },
);
