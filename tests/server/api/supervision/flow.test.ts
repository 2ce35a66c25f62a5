import { type Board, flowOf, type LineFlow, type PlanLine } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { type FloorHttp, openFloor, STEPS } from "../floor/floor-http.ts";
import { planOf } from "../support/workshop.ts";

const MINUTE = 60_000;

async function flow(floor: FloorHttp): Promise<LineFlow | undefined> {
  const { lines } = await floor.send<{ lines: LineFlow[] }>("GET", "/flow?line=L1");
  return lines[0];
}

async function board(floor: FloorHttp): Promise<Board> {
  return await floor.send<Board>("GET", "/board");
}

/** Bundles and pieces before each operation. */
async function piles(floor: FloorHttp) {
  const { lines } = await board(floor);
  return lines[0]?.flow.map(({ operation, bundles, pieces }) => [operation, bundles, pieces]);
}

describe("what waits on a line", () => {
  it("[WP2] follows bundles from one operation to the next, and what is open is no pile", async () => {
    const floor = await openFloor();
    const [first = "", second = ""] = floor.codes;
    await floor.work("S01", first, 50);
    await floor.scan("S01", second);

    const { lines, stations } = await board(floor);

    const now = floor.deps.now();
    const none = { bundles: 0, pieces: 0, since: null, isEntry: false, openPieces: 0 };
    expect(lines[0]?.flow).toEqual([
      {
        operation: "10",
        stationIds: ["S01"],
        ...none,
        bundles: 2,
        pieces: 100,
        since: expect.any(Number),
        isEntry: true,
        openPieces: 50,
      },
      { operation: "20", stationIds: ["S02"], ...none, bundles: 1, pieces: 50, since: now },
      { operation: "30", stationIds: ["S03"], ...none },
      { operation: "40", stationIds: ["S04"], ...none },
    ]);
    expect(stations.map(({ waiting }) => waiting)).toEqual([
      { bundles: 2, pieces: 100 },
      { bundles: 1, pieces: 50 },
      { bundles: 0, pieces: 0 },
      { bundles: 0, pieces: 0 },
    ]);
  });

  it("[WP2] counts only orders that are released or running, on the lines that may sew them", async () => {
    const floor = await openFloor({ state: "prepared" });
    expect(await piles(floor)).toEqual([]);
    await floor.send("PATCH", `/orders/${floor.orderId}`, { state: "released" });
    expect(await piles(floor)).toEqual([
      ["10", 4, 200],
      ["20", 0, 0],
      ["30", 0, 0],
      ["40", 0, 0],
    ]);
    const stations = [{ id: "S11", name: "Poste 11", operation: "20", standardMinutes: 0.5 }];
    const lines = [
      { id: "L1", name: "Ligne 1", stations: [{ ...stations[0], id: "S02" }] },
      { id: "L2", name: "Ligne 2", stations },
    ] as PlanLine[];
    await floor.putPlan(planOf({ lines, devices: [] }), "2026-11-21T00:00:00Z");
    await floor.send("PATCH", `/orders/${floor.orderId}`, { lines: ["L2"] });
    expect((await board(floor)).lines.map(({ flow }) => flow.length)).toEqual([0, 1]);
  });

  it("[WP2] counts parts that come together once, and bundles of operations done besides", async () => {
    const operation = { machine: "Piqueuse", standardMinutes: 0.5, countedBy: "scan" } as const;
    const floor = await openFloor({
      stations: { S01: { operation: "10", operations: ["20"] }, S02: { operation: "30" } },
      routing: {
        parts: [
          { code: "front", label: { fr: "Devant" } },
          { code: "back", label: { fr: "Dos" } },
        ],
        operations: [
          { ...operation, code: "10", label: { fr: "Devant" }, after: [], part: "front" },
          { ...operation, code: "20", label: { fr: "Dos" }, after: [], part: "back" },
          {
            ...operation,
            code: "30",
            label: { fr: "Assembler" },
            after: ["10", "20"],
            joins: ["front", "back"],
          },
        ],
      },
      pieces: 50,
    });
    const [front = "", back = ""] = floor.codes;
    expect(await piles(floor)).toEqual([
      ["10", 2, 100],
      ["30", 0, 0],
    ]);
    await floor.work("S01", front, 50);
    await floor.work("S01", back, 50);
    expect(await piles(floor)).toEqual([
      ["10", 0, 0],
      ["30", 2, 50],
    ]);
  });

  it("[WP4] is nothing where no bundles are under way", async () => {
    const floor = await openFloor({ pieces: 50, stations: { S01: { operation: "Plier" } } });
    const { lines, stations } = await board(floor);
    expect([lines[0]?.flow, stations[0]?.waiting]).toEqual([[], null]);
    expect(await flow(floor)).toMatchObject({ bottleneck: null, wip: null, leadTimeHours: null });
  });

  it("[WP5] is of the orders that are open or were worked on the line today", async () => {
    const floor = await openFloor();
    const [code = ""] = floor.codes;
    const named = [{ orderId: floor.orderId, name: "Polo", pieces: 200 }];
    const orders = async () => (await board(floor)).lines[0]?.orders;
    expect(await orders()).toEqual([]);
    await floor.scan("S01", code);
    expect(await orders()).toEqual(named);
    await floor.finish("S01", code, { good: 50 });
    expect(await orders()).toEqual(named);
    floor.setNow("2026-11-24T08:00:00+01:00");
    expect(await orders()).toEqual([]);
  });
});

describe("the flow of a line", () => {
  it("[WP10] is what the formulas make of the board", async () => {
    const floor = await openFloor();
    for (const code of floor.codes.slice(0, 3)) await floor.work("S01", code, 50);
    floor.setNow(floor.deps.now() + 40 * MINUTE);

    const told = await flow(floor);

    const { lines, stations, windows } = await board(floor);
    const [line] = lines;
    expect(told).toEqual(line && flowOf(line, stations, { now: floor.deps.now(), windows }));
    expect(told).toMatchObject({
      bottleneck: { operation: "20", stationId: "S02", by: "waits" },
      balanceEfficiency: 1,
      wip: 150,
      leadTimeHours: null,
    });
  });
});

describe("the routing of a line's orders", () => {
  it("[WP6] moves the bottleneck on with the pile", async () => {
    const floor = await openFloor({ routing: STEPS });
    for (const code of floor.codes.slice(0, 3)) await floor.work("S01", code, 50);
    for (const code of floor.codes.slice(0, 3)) await floor.work("S02", code, 50);
    expect((await flow(floor))?.bottleneck).toEqual({
      operation: "30",
      stationId: "S03",
      by: "waits",
    });
  });
});
