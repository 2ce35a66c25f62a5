import { describe, expect, it } from "vitest";
import { startCounter } from "../support/workshop.ts";
import { MORNING, openFloor, STEPS } from "./floor-http.ts";

const MINUTE = 60_000;
/** As late as a moment may be: the last hour of the year 9999. */
const LAST_HOUR = Date.parse("9999-12-31T23:00:00Z");
const MACHINE_STEPS = {
  ...STEPS,
  operations: STEPS.operations.map((step) =>
    step.code === "10" ? { ...step, countedBy: "machine" as const } : step,
  ),
};
const WITH_COUNTER = {
  routing: MACHINE_STEPS,
  stations: {
    S01: { operation: "10", device: "esp-01" },
    S02: { operation: "20" },
    S03: { operation: "30" },
    S04: { operation: "40" },
  },
};

describe("what acts declare", () => {
  it("[Y6] is in the hours, on the board and in the counts, and a line puts out what leaves its last station", async () => {
    const floor = await openFloor();
    const [code = ""] = floor.codes;
    for (const station of ["S01", "S02", "S03", "S04"]) await floor.work(station, code, 50);

    const board = await floor.store.readBoard(floor.deps.now());

    expect(await floor.counts()).toEqual({ S01: 50, S02: 50, S03: 50, S04: 50 });
    expect(board.stations.map(({ pieces }) => pieces)).toEqual([50, 50, 50, 50]);
    expect(board.lines.map(({ pieces }) => pieces)).toEqual([50]);
  });

  it("[Y6] counts a deduced operation at the station that does it", async () => {
    const floor = await openFloor();
    const [code = ""] = floor.codes;

    const told = await floor.scan("S02", code);

    expect(told).toMatchObject({ accepted: true, code: "scan-accepted-deduced-one" });
    expect(await floor.counts()).toEqual({ S01: 50 });
  });

  it("[Y6] takes what was not good off what the machine counted", async () => {
    const floor = await openFloor(WITH_COUNTER);
    const { sewn } = startCounter("esp-01", MORNING);
    const [code = ""] = floor.codes;
    await floor.scan("S01", code);
    await floor.record(
      sewn("2026-11-23T08:09:00+01:00", 25),
      sewn("2026-11-23T08:20:00+01:00", 25),
    );
    floor.setNow("2026-11-23T08:21:00+01:00");

    await floor.finish("S01", code, { good: 47, rework: 2, scrap: 1 });

    expect(await floor.counts()).toEqual({ S01: 47 });
  });

  it("[Y6] counts another operation of a station beside its own, never twice out of the line", async () => {
    const floor = await openFloor({
      stations: {
        S01: { operation: "10" },
        S02: { operation: "20" },
        S04: { operation: "40", operations: ["30"] },
      },
    });
    const [code = ""] = floor.codes;
    for (const station of ["S01", "S02", "S04", "S04"]) await floor.work(station, code, 50);

    const board = await floor.store.readBoard(floor.deps.now());

    expect(await floor.counts()).toEqual({ S01: 50, S02: 50, S04: 100 });
    expect(board.lines.map(({ pieces }) => pieces)).toEqual([50]);
  });

  it("[Y18] counts by hand what a person says of an hour, until it is undone", async () => {
    const floor = await openFloor();
    const told = await floor.act("/counts", "S01", handCount({ pieces: 30 }));

    expect(told).toMatchObject({ status: 200, message: "30\u00a0pièces notées à la main." });
    expect(await floor.counts()).toEqual({ S01: 30 });
    await floor.act("/undos", "S01", { undoes: "by-hand-of-8", origin: "hand" });
    expect(await floor.counts()).toEqual({});
  });

  it("[Y2] refuses a count by hand of an hour that has not begun, however far away", async () => {
    const floor = await openFloor();
    const hours = [floor.deps.now() + 3_600_000, Date.parse("2036-11-23T08:00:00Z"), LAST_HOUR];
    const told = [];

    for (const [index, hour] of hours.entries()) {
      const count = { ...handCount({ pieces: 30 }), hour, key: `hour-to-come-${index}` };
      told.push(await floor.act("/counts", "S01", count));
    }

    expect(told.map(({ status, code }) => [status, code])).toEqual(
      hours.map(() => [409, "count-too-soon"]),
    );
    expect(await floor.counts()).toEqual({});
  });

  it("[Y18] keeps corrections apart on the bundle, and counts them", async () => {
    const floor = await openFloor(WITH_COUNTER);
    const [code = ""] = floor.codes;
    await floor.scan("S01", code);

    const told = await floor.act("/corrections", "S01", { pieces: -2, code });

    expect(told).toMatchObject({
      status: 200,
      message: "La correction est notée à part\u00a0: −2.",
    });
    expect(await floor.counts()).toEqual({ S01: -2 });
    expect((await floor.station("S01")).open).toMatchObject([{ corrected: -2 }]);
  });
});

describe("a machine's pieces", () => {
  it("[Y8] belong to the bundle scanned last that is still open, also when they are told late", async () => {
    const floor = await openFloor(WITH_COUNTER);
    const { sewn } = startCounter("esp-01", MORNING);
    const [first = "", second = ""] = floor.codes;
    const start = floor.deps.now();
    const late = [
      sewn("2026-11-23T08:05:00+01:00", 12),
      sewn("2026-11-23T08:15:00+01:00", 9),
      sewn("2026-11-23T08:25:00+01:00", 7),
    ];
    await floor.scan("S01", first);
    floor.setNow(start + 10 * MINUTE);
    await floor.scan("S01", second);
    floor.setNow(start + 20 * MINUTE);
    await floor.finish("S01", second, { good: 9, scrap: 41 });
    floor.setNow(start + 30 * MINUTE);
    expect(made(await floor.station("S01"))).toEqual([[first, null]]);

    await floor.record(...late);

    expect(made(await floor.station("S01"))).toEqual([[first, 19]]);
    const { facts } = await floor.send<{ facts: { kind: string; pieces: number }[] }>(
      "GET",
      `/bundles/${second}/story`,
    );
    expect(facts.filter(({ kind }) => kind === "machine")).toMatchObject([{ pieces: 9 }]);
  });

  it("[Y16] that differ from what was declared are listed for the supervisor, in either direction, test stitches apart", async () => {
    const floor = await openFloor(WITH_COUNTER);
    const { sewn } = startCounter("esp-01", MORNING);
    const [first = "", second = "", third = ""] = floor.codes;
    const start = floor.deps.now();
    for (const [index, code] of [first, second, third].entries()) {
      floor.setNow(start + index * 20 * MINUTE + 1);
      await floor.scan("S01", code);
      floor.setNow(start + index * 20 * MINUTE + 19 * MINUTE);
      if (code === first) {
        await floor.act("/corrections", "S01", { code, pieces: -1 });
      }
      await floor.finish("S01", code, { good: 50 });
    }
    await floor.record(
      sewn("2026-11-23T08:10:00+01:00", 51),
      sewn("2026-11-23T08:30:00+01:00", 48),
      sewn("2026-11-23T08:50:00+01:00", 53),
    );

    const { day, differences } = await floor.send<{ day: string; differences: object[] }>(
      "GET",
      "/differences",
    );

    expect(day).toBe("2026-11-23");
    expect(differences).toMatchObject([
      {
        bundle: second,
        stationId: "S01",
        operation: "10",
        operationLabel: { fr: "Étape 10", en: "Step 10" },
        machine: 48,
        corrected: 0,
        declared: 50,
      },
      { bundle: third, stationId: "S01", operation: "10", machine: 53, declared: 50 },
    ]);
  });
});

describe("a counter that has never spoken", () => {
  it("[Y8] has made nobody knows how many pieces, and no difference", async () => {
    const floor = await openFloor(WITH_COUNTER);
    const [first = "", second = ""] = floor.codes;
    await floor.work("S01", first, 50);
    await floor.scan("S01", second);

    expect(made(await floor.station("S01"))).toEqual([[second, null]]);
    expect(await floor.send("GET", "/differences")).toMatchObject({ differences: [] });
    const { facts } = await floor.send<{ facts: { kind: string }[] }>(
      "GET",
      `/bundles/${first}/story`,
    );
    expect(facts.filter(({ kind }) => kind === "machine")).toEqual([]);
  });
});

function made({ open }: { open: readonly { code: string; machinePieces: number | null }[] }) {
  return open.map(({ code, machinePieces }) => [code, machinePieces]);
}

function handCount({ pieces }: { pieces: number }) {
  const hour = Date.parse(MORNING) + 5 * MINUTE;
  const nothing = { at: undefined, sentAt: undefined, origin: undefined };
  return { key: "by-hand-of-8", hour, pieces, reason: "Compteur en panne", ...nothing };
}
