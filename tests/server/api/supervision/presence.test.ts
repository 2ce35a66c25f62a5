import { describe, expect, it } from "vitest";
import { ADMIN, openPeople } from "./people-http.ts";

const FLEUR = { operatorId: "fleur", name: "Fleur", pictogram: null };
const LUC = { operatorId: "luc", name: "Luc", pictogram: null };

function quarterOf(at: number): number {
  return at - (at % 900_000);
}

describe("presence", () => {
  it("[PS9] tells who is at each station, who is sent there, who is free and who is away", async () => {
    const floor = await openPeople();
    await floor.badge("fleur", "S01");
    await floor.put("/postings", { operatorId: "luc", stationId: "S02" });
    const before = await floor.presence();
    await floor.put("/absences", { operatorId: "luc", isAbsent: true });
    const after = await floor.presence();

    const since = quarterOf(floor.deps.now());
    expect(before.stations.slice(0, 2)).toEqual([
      {
        stationId: "S01",
        lineId: "L1",
        people: [{ ...FLEUR, assignmentId: expect.any(String), since }],
        expected: [],
      },
      { stationId: "S02", lineId: "L1", people: [], expected: [LUC] },
    ]);
    expect(before.free).toEqual([
      {
        ...{ operatorId: "noa", name: "Noa", pictogram: null },
        operations: ["40"],
        stationId: null,
        known: ["S04"],
        suggestion: { stationId: "S04", reason: "empty" },
      },
    ]);
    expect(before.absent).toEqual([]);
    expect(after.absent).toEqual([LUC]);
    expect(after.stations[1]?.expected).toEqual([]);
  });

  it("[PR13] tells since when somebody is at a station to a quarter of an hour: no shorter gap can be told from it", async () => {
    const floor = await openPeople();
    const sinceOf = async () =>
      (await floor.presence()).stations.flatMap(({ people }) => people.map(({ since }) => since));
    floor.setNow("2026-11-23T11:32:00+01:00");
    await floor.badge("fleur", "S01");
    const before = await sinceOf();

    floor.setNow("2026-11-23T11:41:00+01:00");
    await floor.badge("fleur", "S02");

    expect(before).toEqual([Date.parse("2026-11-23T11:30:00+01:00")]);
    expect(await sinceOf()).toEqual(before);
  });

  it("[PS8] suggests the station before which most waits", async () => {
    const floor = await openPeople();
    for (const code of floor.codes) await floor.work("S01", code, 50);
    await floor.badge("fleur", "S01");

    const { free } = await floor.presence();

    expect(free.map(({ operatorId, suggestion }) => [operatorId, suggestion])).toEqual([
      ["luc", { stationId: "S02", reason: "bottleneck" }],
      ["noa", { stationId: "S04", reason: "empty" }],
    ]);
  });

  it("[PS10] counts nobody as free outside their own hours", async () => {
    const floor = await openPeople();
    const pattern = [{ days: [1, 2], from: "08:00", to: "12:00" }];
    await floor.send("PUT", "/operators/noa", { pseudonym: "Noa", badge: 414, pattern });
    const ids = async () => (await floor.presence()).free.map(({ operatorId }) => operatorId);

    expect(await ids()).toEqual(["fleur", "luc", "noa"]);
    floor.setNow("2026-11-23T12:00:00+01:00");
    expect(await ids()).toEqual(["fleur", "luc"]);
    floor.setNow("2026-11-22T10:00:00+01:00");
    expect(await ids()).toEqual([]);
  });

  it("[PS10] counts as free whoever is told that nothing is theirs to do where they are", async () => {
    const floor = await openPeople();
    await floor.badge("luc", "S01");
    await floor.badge("noa", "S04");
    const spare = async () =>
      (await floor.presence()).free.flatMap(({ operatorId, stationId }) =>
        stationId === null ? [] : [[operatorId, stationId]],
      );
    floor.setNow("2026-11-23T09:00:00+01:00");
    expect(await spare()).toEqual([]);

    const { order, tasks } = await floor.line();
    const all = { operatorId: "fleur", tasks: tasks.map(({ id }) => id) };
    const people = [all, { operatorId: "luc", tasks: [] }];
    const told = await floor.put("/balance/line?line=L1", { orderId: order?.orderId, people });
    expect(told.status).toBe(200);
    expect(await spare()).toEqual([["luc", "S01"]]);

    floor.setNow("2026-11-23T10:00:00+01:00");
    await floor.put("/postings", { operatorId: "luc", stationId: "S02" });
    expect(await spare()).toEqual([]);
    await floor.put("/postings", { operatorId: "luc", stationId: null });
    expect(await spare()).toEqual([["luc", "S01"]]);
    floor.setNow("2026-11-23T11:00:00+01:00");
    await floor.badge("luc", "S02");
    expect(await spare()).toEqual([]);
  });

  it("[PS11] takes somebody who badges in after an absence for come back", async () => {
    const floor = await openPeople();
    await floor.badge("luc", "S01");
    floor.setNow("2026-11-23T09:00:00+01:00");
    await floor.put("/absences", { operatorId: "luc", isAbsent: true });
    const away = await floor.presence();
    floor.setNow("2026-11-23T10:00:00+01:00");
    await floor.badge("luc", "S02");
    const back = await floor.presence();

    expect(away.stations[0]?.people).toEqual([]);
    expect(away.absent).toEqual([LUC]);
    expect(back.stations[1]?.people).toMatchObject([LUC]);
    expect(back.absent).toEqual([]);
  });

  it("[PS12] is read and written with the admin token only", async () => {
    const floor = await openPeople();
    const body = { operatorId: "luc", stationId: null };

    expect((await floor.get("/api/v1/presence")).status).toBe(401);
    expect((await floor.get("/api/v1/balance/line?line=L1")).status).toBe(401);
    expect((await floor.ask("PUT", "/api/v1/postings", { body })).status).toBe(401);
    expect((await floor.ask("PUT", "/api/v1/absences", { body })).status).toBe(401);
    expect((await floor.ask("PUT", "/api/v1/balance/line?line=L1", { body })).status).toBe(401);
  });

  it("[PS12] of a line that the plan does not have is refused", async () => {
    const floor = await openPeople();

    expect(await floor.get("/api/v1/presence?line=L9", ADMIN)).toMatchObject({
      status: 422,
      json: { code: "line-unknown" },
    });
  });
});

describe("a sending", () => {
  it("[PS13] holds for today, until somebody says otherwise", async () => {
    const floor = await openPeople();
    const at = async () =>
      (await floor.presence()).stations
        .filter(({ expected }) => expected.length > 0)
        .map(({ stationId }) => stationId);

    const told = await floor.put("/postings", { operatorId: "luc", stationId: "S02" });
    expect(told).toMatchObject({
      status: 200,
      json: { day: "2026-11-23", operatorId: "luc", stationId: "S02" },
    });
    expect(await at()).toEqual(["S02"]);
    await floor.put("/postings", { operatorId: "luc", stationId: "S03" });
    expect(await at()).toEqual(["S03"]);
    await floor.put("/postings", { operatorId: "luc", stationId: null });
    expect(await at()).toEqual([]);
    await floor.put("/postings", { operatorId: "luc", stationId: "S01" });
    floor.setNow("2026-11-24T08:00:00+01:00");
    expect(await at()).toEqual([]);
  });

  it.each([
    [{ operatorId: "eve", stationId: "S01" }, 404, "operator-unknown"],
    [{ operatorId: "luc", stationId: "S99" }, 422, "posting-station-unknown"],
    [{ operatorId: "noa", stationId: "S01" }, 409, "posting-absent"],
  ])("[PS13] %j is refused with what to do", async (body, status, code) => {
    const floor = await openPeople();
    await floor.put("/absences", { operatorId: "noa", isAbsent: true });

    expect(await floor.put("/postings", body)).toMatchObject({ status, json: { code } });
  });
});

describe("an absence", () => {
  it("[PS11] is noted for a day to come, and taken back", async () => {
    const floor = await openPeople();
    const absent = async () => (await floor.presence()).absent.map(({ name }) => name);
    const tuesday = { operatorId: "luc", day: "2026-11-24" };
    await floor.put("/absences", { ...tuesday, isAbsent: true });

    expect(await absent()).toEqual([]);
    floor.setNow("2026-11-24T08:00:00+01:00");
    expect(await absent()).toEqual(["Luc"]);
    await floor.put("/absences", { operatorId: "luc", isAbsent: false });
    expect(await absent()).toEqual([]);
  });

  it.each([
    [{ operatorId: "luc", day: "2026-11-22" }, 422, "absence-past"],
    [{ operatorId: "luc", day: "2062-11-24" }, 422, "absence-far"],
    [{ operatorId: "luc", day: "hier" }, 422, "day-invalid"],
    [{ operatorId: "eve" }, 404, "operator-unknown"],
  ])("[PS11] %j is refused with what to do", async (body, status, code) => {
    const floor = await openPeople();

    expect(await floor.put("/absences", { ...body, isAbsent: true })).toMatchObject({
      status,
      json: { code },
    });
  });
});
