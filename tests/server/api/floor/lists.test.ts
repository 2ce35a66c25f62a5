import { describe, expect, it } from "vitest";
import { BundleStateSchema } from "../../../../server/src/api/routes/floor/card-schemas.ts";
import { openFloor } from "./floor-http.ts";

const MINUTE = 60_000;

describe("a station", () => {
  it("[Y17] is shown the bundle that waits for it longest, and those of its line", async () => {
    const floor = await openFloor();
    const [first = "", second = "", third = ""] = floor.codes;
    for (const code of [second, first]) {
      floor.setNow(floor.deps.now() + MINUTE);
      await floor.work("S01", code, 50);
    }
    await floor.scan("S01", third);

    const station = await floor.station("S02");

    expect(station.next?.code).toBe(second);
    expect(station.open).toEqual([]);
    expect(station.lineBundles.map(({ code }) => code).toSorted()).toEqual(floor.codes.toSorted());
    expect(station.defects.length).toBeGreaterThan(5);
    expect(station.undoMinutes).toBe(10);
  });

  it("[Y17] is shown without the bundles of its line when that is asked", async () => {
    const floor = await openFloor();
    const whole = await floor.station("S01");

    const light = await floor.station("S01?bundles=false");

    expect(whole.lineBundles).toHaveLength(4);
    expect(light).toMatchObject({ station: whole.station, next: whole.next, lineBundles: [] });
  });

  it("[Y17] is shown first what waits of the order that goes first", async () => {
    const floor = await openFloor();
    const urgent = await floor.send<{ id: string }>("POST", "/orders", {
      customer: "Hôpital",
      dueOn: "2026-11-24",
      priority: 1,
      state: "released",
      styles: [{ styleId: "POLO", quantities: [{ size: "L", colour: "Bleu", pieces: 10 }] }],
    });
    floor.setNow(floor.deps.now() + MINUTE);
    const lots = [{ size: "L", colour: "Bleu", shade: 1, pieces: 10 }];
    await floor.send("POST", `/orders/${urgent.id}/cuttings`, {
      key: "cutting-2",
      styleId: "POLO",
      bundleSize: 10,
      lots,
    });

    expect((await floor.station("S01")).next).toMatchObject({ orderId: urgent.id, size: "L" });
  });

  it("[Y16] lists what was left open overnight, and goes on with it", async () => {
    const floor = await openFloor();
    const [code = ""] = floor.codes;
    const list = () => floor.send<{ bundles: object[] }>("GET", "/carried-over");
    await floor.scan("S01", code);
    expect((await list()).bundles).toEqual([]);

    floor.setNow("2026-11-24T08:05:00+01:00");

    expect((await list()).bundles).toMatchObject([
      { bundle: { code }, operation: "10", stationId: "S01" },
    ]);
    expect((await floor.station("S01")).open).toMatchObject([{ code, isCarriedOver: true }]);
    expect(await floor.finish("S01", code, { good: 50 })).toMatchObject({ accepted: true });
    expect((await list()).bundles).toEqual([]);
    expect(await floor.counts()).toEqual({ S01: 50 });
  });
});

describe("a bundle outside", () => {
  it("[Y16] is on its slip until it is back, and shown as away", async () => {
    const floor = await openFloor();
    const [first = "", second = ""] = floor.codes;
    const codes = [first, second];
    const slip = { slipId: "BL-7", partner: "Atelier Dole", codes };
    const list = () => floor.send<{ slips: object[] }>("GET", "/slips");

    const told = await floor.act("/dispatches", "S01", slip);
    const scanned = await floor.scan("S01", first);
    const outside = await floor.send<{ bundles: object[] }>("GET", "/bundles?state=outside");
    await floor.act("/returns", "S01", { ...back(first), good: 48, scrap: 2 });

    expect(told).toMatchObject({ status: 200, code: "dispatch-accepted" });
    expect(scanned).toMatchObject({ status: 409, code: "scan-outside" });
    expect(scanned.message).toContain("Atelier Dole");
    expect(outside.bundles).toMatchObject([{ code: first }, { code: second }]);
    expect((await list()).slips).toMatchObject([
      {
        slipId: "BL-7",
        partner: "Atelier Dole",
        bundles: [
          { code: first, away: 0 },
          { code: second, away: 50 },
        ],
      },
    ]);
  });

  it("[Y16] goes with all others of its slip, or none does", async () => {
    const floor = await openFloor();
    const [first = "", second = ""] = floor.codes;
    const slip = { slipId: "BL-7", partner: "Atelier Dole", codes: [first, second] };
    await floor.act("/dispatches", "S01", { ...slip, slipId: "BL-6", codes: [second] });

    const told = await floor.act("/dispatches", "S01", slip);

    expect(told).toMatchObject({ status: 409, code: "scan-outside" });
    expect(
      (await floor.send<{ bundles: [] }>("GET", "/bundles?state=outside")).bundles,
    ).toHaveLength(1);
  });
});

describe("a bundle's story", () => {
  it("[Y15] has what was scanned, refused, split, undone and deduced, in order", async () => {
    const floor = await openFloor();
    const [code = ""] = floor.codes;
    const step = () => floor.setNow(floor.deps.now() + MINUTE);
    await floor.scan("S04", code);
    step();
    await floor.scan("S01", code, { key: "first-scan-of-it" });
    step();
    await floor.act("/undos", "S01", { undoes: "first-scan-of-it" });
    step();
    const split = await floor.act("/splits", "S01", { code, pieces: 20, origin: "hand" });
    step();
    await floor.scan("S02", code);

    const { facts } = await floor.send<{ facts: Record<string, unknown>[] }>(
      "GET",
      `/bundles/${code}/story`,
    );

    expect(split).toMatchObject({ status: 200, newCodes: [expect.stringMatching(/^1-5-/)] });
    expect(
      facts.map(({ kind, origin, isAccepted, isUndone }) => [kind, origin, isAccepted, isUndone]),
    ).toEqual([
      ["ticket", "hand", true, false],
      ["cut", "hand", true, false],
      ["scan", "scan", false, false],
      ["scan", "scan", true, true],
      ["undo", "scan", true, false],
      ["split", "hand", true, false],
      ["scan", "scan", true, false],
      ["deduced", "deduced", true, false],
    ]);
  });

  it("[Y15] tells where the bundle is in the words of its schema, and none of the fold's own", async () => {
    const floor = await openFloor();
    const [code = ""] = floor.codes;
    await floor.work("S01", code, 50);
    const { properties } = BundleStateSchema;

    const { state } = await floor.bundle(code);

    expect(Object.keys(state).toSorted()).toEqual(Object.keys(properties).toSorted());
    expect(Object.keys(state.operations[0] ?? {}).toSorted()).toEqual(
      Object.keys(properties.operations.items.properties).toSorted(),
    );
  });

  it("[Y15] is that of the bundle whichever of its tickets names it, and of none for others", async () => {
    const floor = await openFloor();
    const { status } = await floor.get("/api/v1/bundles/9-9-B/story");

    expect(status).toBe(404);
  });
});

describe("an order", () => {
  it("[Y13] runs with its first scan, and is done when all of it is out", async () => {
    const floor = await openFloor({ state: "released", pieces: 50 });
    const [code = ""] = floor.codes;
    const state = async () =>
      (await floor.send<{ state: string }>("GET", `/orders/${floor.orderId}`)).state;
    expect(await state()).toBe("released");
    await floor.scan("S01", code);
    expect(await state()).toBe("running");
    await floor.finish("S01", code, { good: 50 });
    for (const station of ["S02", "S03"]) await floor.work(station, code, 50);
    await floor.scan("S04", code);
    expect(await state()).toBe("running");

    await floor.finish("S04", code, { good: 50, key: "the-very-last-one" });
    expect(await state()).toBe("done");
    await floor.act("/undos", "S04", { undoes: "the-very-last-one" });
    expect(await state()).toBe("running");
  });

  it("[Y13] that is not released has no bundle to scan", async () => {
    const floor = await openFloor({ state: "prepared" });
    const [code = ""] = floor.codes;

    expect(await floor.scan("S01", code)).toMatchObject({ code: "scan-order-not-released" });
  });
});

function back(code: string) {
  return { slipId: "BL-7", code, good: 0, rework: 0, second: 0, scrap: 0 };
}
