import type { Board, QualityRow } from "@trame/shared";
import { describe, expect, it } from "vitest";
import type { InspectionsRead } from "../../../../server/src/store/supervision/quality-read.ts";
import { type FloorHttp, openFloor, STEPS } from "../floor/floor-http.ts";

/** The last of the four operations inspects. */
const INSPECTED = {
  ...STEPS,
  operations: STEPS.operations.map((operation) =>
    operation.code === "40" ? { ...operation, inspects: true } : operation,
  ),
};
const TWO_INSPECTORS = Object.fromEntries(
  ["10", "20", "30", "40", "40"].map((operation, index) => [`S0${index + 1}`, { operation }]),
);
const NONE = { good: 0, rework: 0, second: 0, scrap: 0 };
const SKIPPED = { defect: "skipped-stitch", operation: "20", pieces: 2 };

/** A floor with a bundle that has come to the inspector. */
async function atInspector() {
  const floor = await openFloor({ routing: INSPECTED });
  const [code = ""] = floor.codes;
  for (const stationId of ["S01", "S02", "S03"]) await floor.work(stationId, code, 50);
  await floor.scan("S04", code);
  return { floor, code };
}

async function quality(floor: FloorHttp): Promise<QualityRow | null | undefined> {
  return (await floor.send<Board>("GET", "/board")).lines[0]?.quality;
}

async function inspections(floor: FloorHttp, query = ""): Promise<InspectionsRead> {
  return await floor.send("GET", `/inspections${query}`);
}

describe("an inspection of a bundle", () => {
  it("[QI3] finishes it: its pieces move once, whatever is sent again", async () => {
    const { floor, code } = await atInspector();
    const body = { ...NONE, code, key: "inspection-1", good: 46, rework: 4, defects: [SKIPPED] };

    const first = await floor.act("/inspections", "S04", body);
    const again = await floor.act("/inspections", "S04", body);

    expect([first.code, again]).toEqual(["finish-accepted", first]);
    expect((await floor.bundle(code)).state).toMatchObject({ good: 46, rework: 4, inProgress: 0 });
    expect(await floor.counts()).toEqual({ S01: 50, S02: 50, S03: 50, S04: 46 });
    const twice = await floor.act("/inspections", "S04", { ...body, key: "inspection-2" });
    expect([twice.accepted, twice.status]).toEqual([false, 409]);
  });

  it("[QI2] counts pieces when they are first looked at, not when they come back", async () => {
    const { floor, code } = await atInspector();
    await floor.finish("S04", code, { good: 46, rework: 4, defects: [SKIPPED] });
    const before = await quality(floor);
    const repaired = await floor.finish("S04", code, { good: 4, repaired: true });

    expect(repaired.accepted).toBe(true);
    expect(before).toEqual({
      inspected: 50,
      goodFirst: 46,
      defects: 4,
      top: [{ defect: "skipped-stitch", pieces: 2 }],
    });
    expect(await quality(floor)).toEqual(before);
  });

  it("[QI2] leaves with its undo, and counts nothing where nobody inspects", async () => {
    const { floor, code } = await atInspector();
    expect(await quality(floor)).toBeNull();
    await floor.finish("S04", code, { key: "inspection-1", good: 50 });
    expect(await quality(floor)).toMatchObject({ inspected: 50 });
    await floor.act("/undos", "S04", { undoes: "inspection-1" });
    expect([await quality(floor), (await inspections(floor)).inspections]).toEqual([null, []]);
  });

  it("[QI7] is on the board as the API tells it where a tablet without the network was there before, of a bundle in conflict", async () => {
    const floor = await openFloor({ routing: INSPECTED, stations: TWO_INSPECTORS });
    const [code = ""] = floor.codes;
    for (const stationId of ["S01", "S02", "S03"]) await floor.work(stationId, code, 50);
    const offline = { at: floor.deps.now(), offline: true };
    await floor.finish("S01", code, { good: 50, ...offline });
    await floor.scan("S04", code);
    await floor.finish("S04", code, { good: 50 });
    expect(await quality(floor)).toMatchObject({ inspected: 50 });
    await floor.finish("S05", code, { good: 40, scrap: 10, ...offline });
    const { lines } = await inspections(floor);
    expect([await quality(floor), lines]).toMatchObject([null, [{ inspected: 0 }]]);
  });

  it("[QI7] is told by line and day, as on the board, with the operation at fault and the photo", async () => {
    const { floor, code } = await atInspector();
    const photo = "a".repeat(64);
    const defects = [SKIPPED, { defect: "stain", operation: null, pieces: 1 }];
    await floor.act("/inspections", "S04", {
      ...{ ...NONE, code, key: "inspection-1", good: 46, rework: 3, scrap: 1 },
      ...{ defects, photo },
    });

    const told = await inspections(floor, "?line=L1");

    const {
      lineId: _,
      dhu: __,
      firstPassYield: ___,
      byOperation: ____,
      ...row
    } = told.lines[0] ?? ({} as (typeof told.lines)[number]);
    expect(row).toEqual(await quality(floor));
    expect(told.lines).toEqual([
      {
        lineId: "L1",
        inspected: 50,
        goodFirst: 46,
        defects: 4,
        dhu: 8,
        firstPassYield: 0.92,
        top: [
          { defect: "skipped-stitch", pieces: 2 },
          { defect: "stain", pieces: 1 },
        ],
        byOperation: [
          { operation: "Étape 20", pieces: 2 },
          { operation: null, pieces: 1 },
        ],
      },
    ]);
    expect(told.inspections).toEqual([
      {
        key: "inspection-1",
        at: floor.deps.now(),
        lineId: "L1",
        stationId: "S04",
        code,
        good: 46,
        rework: 3,
        second: 0,
        scrap: 1,
        defects,
        photo,
      },
    ]);
    expect((await inspections(floor, "?day=2026-11-22")).lines).toMatchObject([
      { inspected: 0, dhu: null, firstPassYield: null },
    ]);
  });
});

describe("a sample", () => {
  it("[QI4] counts for its line and moves no piece", async () => {
    const { floor, code } = await atInspector();
    const sample = { ...NONE, key: "the-sample", good: 9, rework: 1, orderId: floor.orderId };
    const told = await floor.act("/inspections", "S02", sample);

    expect(told).toMatchObject({ accepted: true, code: "inspection-accepted" });
    expect(await quality(floor)).toMatchObject({ inspected: 10, goodFirst: 9, defects: 1 });
    expect((await inspections(floor)).inspections).toMatchObject([{ code: null, good: 9 }]);
    expect((await floor.bundle(code)).state).toMatchObject({ good: 0, inProgress: 50 });
    await floor.act("/undos", "S02", { undoes: "the-sample" });
    expect(await quality(floor)).toBeNull();
  });

  it("[QI4] without a piece, of an unknown order or station is refused, and kept if it was made without the network", async () => {
    const { floor } = await atInspector();
    const codes = [];
    for (const [stationId, fields] of [
      ["S04", NONE],
      ["S04", { ...NONE, good: 1, orderId: "2020-1" }],
      ["S99", { ...NONE, good: 1 }],
      ["S04", { ...NONE, offline: true }],
      ["S99", { ...NONE, good: 1, offline: true }],
    ] as const) {
      const { code, accepted } = await floor.act("/inspections", stationId, fields);
      codes.push([code, accepted]);
    }
    expect(codes).toEqual([
      ["inspection-empty", false],
      ["order-unknown", false],
      ["station-unknown", false],
      ["act-kept", true],
      ["act-kept", true],
    ]);
    expect(await quality(floor)).toBeNull();
  });

  it("[QI4] takes the key of its own station, and no other", async () => {
    const { floor } = await atInspector();
    const { key } = await floor.send<{ key: string }>("POST", "/stations/S04/key");
    const sample = { ...NONE, good: 1, token: key };
    const own = await floor.act("/inspections", "S04", sample);
    const other = await floor.act("/inspections", "S03", sample);
    expect([own.status, other.status]).toEqual([200, 403]);
  });
});
