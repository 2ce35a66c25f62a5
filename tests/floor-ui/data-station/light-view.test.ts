import { formatCode } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { createTablet } from "./support/tablet.ts";
import { cardOf, viewOf } from "./support/views.ts";

const code = (bundle: number) => formatCode({ order: 118, bundle });
const LIGHT = "/api/v1/stations/S01?bundles=false";
const WHOLE = "/api/v1/stations/S01";

describe("the bundles of the line", () => {
  const lineBundles = [cardOf({ code: code(118) })];

  it("[H15] are asked for at first, after an act, and once a minute at rest", async () => {
    const tablet = createTablet();
    const { model } = tablet.open();
    await tablet.pass(1000);
    await tablet.pass(61_000, 1000);
    const atRest = [...tablet.floor.asked];
    await model.scan(code(117), "scan");
    await tablet.pass(2000);
    const afterAct = tablet.floor.asked.slice(atRest.length);

    expect(atRest).toEqual([WHOLE, LIGHT, LIGHT, LIGHT, WHOLE]);
    expect(new Set(afterAct)).toEqual(new Set([WHOLE]));
  });

  it("[H15] stay as they were told when a view comes without them", async () => {
    const tablet = createTablet();
    tablet.floor.setView(() => viewOf({ lineBundles }));
    const { model } = tablet.open();
    await tablet.pass(1000);

    tablet.floor.setView(() => viewOf({ serverTime: 17_000 }));
    await tablet.pass(17_000, 1000);

    expect(tablet.floor.asked.at(-1)).toBe(LIGHT);
    expect(model.view.value).toEqual(viewOf({ serverTime: 17_000, lineBundles }));
  });
});
