import { describe, expect, it } from "vitest";
import type { MachineRead } from "../../../../server/src/store/supervision/machines-read.ts";
import { type FloorHttp, openFloor, TOKEN } from "../floor/floor-http.ts";
import { decide } from "../support/privacy.ts";
import { startCounter } from "../support/workshop.ts";

/** S01 counts stitches, S02 pieces alone, S03 has no counter. */
const STATIONS = {
  S01: { operation: "10", device: "esp-01" },
  S02: { operation: "20", device: "esp-02" },
  S03: { operation: "30" },
};

const on = (time: string, day = 23): string => `2026-11-${day}T${time}:00+01:00`;

async function machine(floor: FloorHttp, stationId = "S01"): Promise<MachineRead> {
  const { machines } = await floor.send<{ machines: MachineRead[] }>("GET", "/machines");
  const found = machines.find((each) => each.stationId === stationId);
  if (found === undefined) throw new Error(`no machine at ${stationId}`);
  return found;
}

async function needle(floor: FloorHttp, stationId = "S01") {
  return (await machine(floor, stationId)).upkeep.find(({ upkeep }) => upkeep === "needle");
}

function done(floor: FloorHttp, fields: object = {}, stationId = "S01") {
  const said = { upkeep: "needle", origin: "hand", ...fields };
  return floor.act(`/machines/${stationId}/upkeep`, stationId, said);
}

describe("a machine", () => {
  it("[MC1] counts its stitches from the moment of the act on, to the sample", async () => {
    const floor = await openFloor({ stations: STATIONS });
    const { sewn } = startCounter("esp-01", on("08:00"));
    await floor.record(sewn(on("08:10"), 10), sewn(on("08:20"), 20), sewn(on("08:40"), 40));
    floor.setNow(on("08:30"));
    await done(floor);
    floor.setNow(on("10:00"));
    expect((await needle(floor))?.stitches).toBe(40 * 240);
    await floor.record(sewn(on("09:10"), 5));
    // 40 pieces after 8:30 of the hour of the act, 5 in the next; a piece is 240 stitches.
    expect(await needle(floor)).toEqual({
      upkeep: "needle",
      doneAt: Date.parse(on("08:30")),
      stitches: 45 * 240,
      hours: 1.5,
      days: 0,
      measure: "stitches",
      limit: { stitches: 480_000 },
      share: (45 * 240) / 480_000,
      isDue: false,
    });
    expect(await machine(floor)).toMatchObject({
      name: "Poste S01",
      lineId: "L1",
      machineType: "Piqueuse plate",
      stitches: 75 * 240,
    });
  });

  it("[MC1] counts a late sample of before the act to before it", async () => {
    const floor = await openFloor({ stations: STATIONS });
    const { sewn } = startCounter("esp-01", on("08:00"));
    const early = sewn(on("08:20"), 20);
    const late = sewn(on("08:40"), 40);
    floor.setNow(on("08:30"));
    await done(floor);
    floor.setNow(on("09:00"));
    await floor.record(late);
    await floor.record({
      ...early,
      received: Date.parse(on("08:59")),
      message: { ...early.message, up: 59 * 60_000 },
    });
    await floor.settled();
    expect((await needle(floor))?.stitches).toBe(40 * 240);
  });

  it("[MC2] without stitches counts hours, without a counter working days", async () => {
    const floor = await openFloor({ stations: STATIONS });
    const { sewn } = startCounter("esp-02", on("08:00"));
    const bare = ["08:10", "08:50", "11:10"].map((time) => {
      const { message, ...entry } = sewn(on(time), 3);
      const samples = message.samples.map((sample) => ({ ...sample, stitches: null, trims: null }));
      return { ...entry, message: { ...message, samples } };
    });
    await floor.record(...bare);
    floor.setNow(on("09:00", 26));
    await done(floor, { at: Date.parse(on("09:00")), sentAt: Date.parse(on("09:00", 26)) }, "S03");
    expect(await machine(floor, "S02")).toMatchObject({
      stitches: null,
      upkeep: [
        { upkeep: "needle", measure: "hours", hours: 2, limit: { hours: 8 }, share: 0.25 },
        {},
        {},
      ],
    });
    // Done on Monday; Tuesday, Wednesday and Thursday began since.
    expect(await needle(floor, "S03")).toMatchObject({
      measure: "days",
      days: 3,
      stitches: null,
      hours: null,
      share: 3,
      isDue: true,
    });
  });

  it("[PR7] tells no stitch of its own where stations are not told, and its upkeep to a quarter", async () => {
    const floor = await openFloor({ stations: STATIONS });
    const { sewn } = startCounter("esp-01", on("08:00"));
    const limits = await floor.send<object>("GET", "/settings/upkeep");
    const own = { ...limits, needle: { stitches: 10_000, hours: 8, days: 1 } };
    await floor.send("PUT", "/settings/upkeep", own);
    await floor.record(sewn(on("08:10"), 10), sewn(on("08:20"), 20));
    floor.setNow(on("08:30"));
    const told = [await machine(floor), await needle(floor)];
    expect(told).toMatchObject([{ stitches: 7_200 }, { stitches: 7_200, share: 0.72 }]);
    await decide(floor, { stationFigures: false });
    expect([await machine(floor), await needle(floor)]).toMatchObject([
      { stitches: null },
      { stitches: 5_000, hours: null, share: 0.5, isDue: false },
    ]);
    await floor.record(sewn(on("08:28"), 1));
    expect(await needle(floor)).toMatchObject({ stitches: 5_000, share: 0.5 });
  });

  it("[MC3] is due when the workshop's limit is reached", async () => {
    const floor = await openFloor({ stations: STATIONS });
    const { sewn } = startCounter("esp-01", on("08:00"));
    const limits = await floor.send<Record<string, object>>("GET", "/settings/upkeep");
    const own = { ...limits, needle: { stitches: 2_400, hours: 8, days: 1 } };
    expect(await floor.send("PUT", "/settings/upkeep", own)).toEqual(own);
    await floor.record(sewn(on("08:10"), 9));
    expect(await needle(floor)).toMatchObject({ share: 0.9, isDue: false });
    await floor.record(sewn(on("08:20"), 1));
    expect(await needle(floor)).toMatchObject({ share: 1, isDue: true });
  });

  it("[MC4] goes on from the act before when the last one is undone", async () => {
    const floor = await openFloor({ stations: STATIONS });
    const { sewn } = startCounter("esp-01", on("08:00"));
    await floor.record(sewn(on("08:10"), 10));
    expect(await needle(floor)).toMatchObject({ doneAt: null, stitches: 2_400 });
    floor.setNow(on("08:15"));
    await done(floor, { key: "a-new-needle" });
    expect((await needle(floor))?.stitches).toBe(0);
    await floor.act("/undos", "S01", { undoes: "a-new-needle" });
    expect(await needle(floor)).toMatchObject({ doneAt: null, stitches: 2_400 });
  });

  it("[MC5] keeps the later of two, though it was told first", async () => {
    const floor = await openFloor({ stations: STATIONS });
    floor.setNow(on("10:00"));
    const sentAt = floor.deps.now();
    await done(floor, { at: Date.parse(on("09:30")), sentAt, offline: true });
    await done(floor, { at: Date.parse(on("08:30")), sentAt, offline: true });
    expect((await needle(floor))?.doneAt).toBe(Date.parse(on("09:30")));
  });

  it("[MC4] is looked after by its own station's key, and in its own name", async () => {
    const floor = await openFloor({ stations: STATIONS });
    const { key } = await floor.send<{ key: string }>("POST", "/stations/S02/key");
    const body = { upkeep: "oil", origin: "hand" };
    expect([
      (await floor.act("/machines/S01/upkeep", "S01", { ...body, token: key })).status,
      (await floor.act("/machines/S02/upkeep", "S01", { ...body, token: TOKEN })).code,
      (await floor.act("/machines/S02/upkeep", "S02", { ...body, token: key })).code,
    ]).toEqual([403, "id-mismatch", "upkeep-accepted"]);
  });
});
