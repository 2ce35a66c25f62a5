import { describe, expect, it } from "vitest";
import { openHttp } from "./support/open-http.ts";
import { lineOf, planOf, planOfStations, startCounter, stationOf } from "./support/workshop.ts";

const URL = "/api/v1/counts";

describe("counts of a day", () => {
  it("[X1] a line and its stations are told with their clock hours and their efficiency", async () => {
    const http = await openHttp("2026-11-23T11:35:00+01:00");
    await http.putPlan(planOf(), "2026-11-23T06:00:00Z");
    const { sewn } = startCounter("esp-01", "2026-11-23T07:30:00+01:00");
    await http.record(sewn("2026-11-23T08:59:59.999+01:00", 108));
    await http.record(
      sewn("2026-11-23T09:30:00+01:00", 130),
      sewn("2026-11-23T10:45:00+01:00", 121),
    );
    await http.record(sewn("2026-11-23T11:34:00+01:00", 72));

    expect(await http.get(`${URL}?day=2026-11-23`)).toMatchObject({
      status: 200,
      json: {
        day: "2026-11-23",
        lines: [
          {
            lineId: "L1",
            pieces: 431,
            earnedMinutes: 181.02,
            attendedMinutes: 215,
            efficiency: 0.8419534883720931,
          },
        ],
        stations: [
          {
            stationId: "S01",
            pieces: 431,
            stitches: 103_440,
            trims: 1_724,
            hours: [
              { hour: "2026-11-23T08:00:00+01:00", pieces: 108 },
              { hour: "2026-11-23T09:00:00+01:00", pieces: 130 },
              { hour: "2026-11-23T10:00:00+01:00", pieces: 121 },
              { hour: "2026-11-23T11:00:00+01:00", pieces: 72 },
            ],
          },
        ],
      },
    });
  });

  it.each(["9999-12-31", "1999-12-31", "2026-02-30"])(
    "[K6] of a day that is none, or of another age, are refused: %s",
    async (day) => {
      const http = await openHttp();
      const refused = { status: 422, json: { code: "day-invalid", path: "/day" } };
      expect(await http.get(`${URL}?day=${day}`)).toMatchObject(refused);
      expect(await http.get(`/api/v1/exports/daily?day=${day}`)).toMatchObject(refused);
    },
  );

  it.each(["2000-01-01", "2199-12-31"])("[K6] are told of the edges too: %s", async (day) => {
    const http = await openHttp();
    await http.putPlan(planOf(), "2026-11-23T06:00:00Z");
    expect(await http.get(`${URL}?day=${day}`)).toMatchObject({ status: 200, json: { day } });
    const daily = await http.get(`/api/v1/exports/daily?day=${day}`);
    expect(daily.status).toBe(200);
  });

  it("[X1] without a day they are today's, and nothing counted yet is a 0 with no efficiency", async () => {
    const http = await openHttp("2026-11-23T07:00:00+01:00");
    await http.putPlan(planOf(), "2026-11-01T00:00:00Z");

    expect((await http.get(URL)).json).toEqual({
      day: "2026-11-23",
      lines: [{ lineId: "L1", pieces: 0, earnedMinutes: 0, attendedMinutes: 0, efficiency: null }],
      stations: [{ stationId: "S01", pieces: 0, stitches: 0, trims: 0, hours: [] }],
    });
  });

  it("[X1] before the first plan there is nothing to tell", async () => {
    const http = await openHttp("2026-11-23T07:00:00+01:00");

    expect((await http.get(URL)).json).toEqual({ day: "2026-11-23", lines: [], stations: [] });
  });

  it("[X1] output is what leaves the last operation; every station earns", async () => {
    const http = await openHttp("2026-11-23T10:00:00+01:00");
    const plan = planOfStations([
      { operation: "Surfiler", standardMinutes: 0.5 },
      { operation: "Piquer", standardMinutes: 1 },
      { operation: "Piquer", standardMinutes: 1 },
    ]);
    await http.putPlan(plan, "2026-11-01T00:00:00Z");
    const began = "2026-11-23T08:00:00+01:00";
    for (const [index, pieces] of [70, 30, 20].entries()) {
      const { sewn } = startCounter(`esp-0${index + 1}`, began);
      await http.record(sewn("2026-11-23T09:30:00+01:00", pieces));
    }

    const { lines } = (await http.get(URL)).json as { lines: unknown };

    expect(lines).toEqual([
      {
        lineId: "L1",
        pieces: 50,
        earnedMinutes: 85,
        attendedMinutes: 120,
        efficiency: 85 / 120,
      },
    ]);
  });

  it("[X1] a line that the plan took away at noon is listed with what it has made", async () => {
    const http = await openHttp("2026-11-23T16:00:00+01:00");
    await http.putPlan(planOf(), "2026-11-01T00:00:00Z");
    const moved = lineOf({ id: "L2", name: "Ligne 2", stations: [stationOf({ id: "S02" })] });
    await http.putPlan(planOf({ lines: [moved] }), "2026-11-23T12:00:00+01:00");
    const { sewn } = startCounter("esp-01", "2026-11-23T08:00:00+01:00");
    await http.record(sewn("2026-11-23T09:00:00+01:00", 60), sewn("2026-11-23T14:00:00+01:00", 90));

    expect((await http.get(URL)).json).toMatchObject({
      lines: [
        { lineId: "L1", pieces: 60, attendedMinutes: 240 },
        { lineId: "L2", pieces: 90, attendedMinutes: 180 },
      ],
      stations: [
        { stationId: "S01", pieces: 60 },
        { stationId: "S02", pieces: 90 },
      ],
    });
  });

  it("[X6] a night shift belongs to the day on which it began", async () => {
    const http = await openHttp("2026-11-24T08:00:00+01:00");
    const shifts = [{ days: [1, 2, 3, 4, 5], from: "21:00", to: "05:00" }];
    await http.putPlan(planOf({ calendar: { shifts } }), "2026-11-01T00:00:00Z");
    const { sewn } = startCounter("esp-01", "2026-11-23T20:50:00+01:00");
    await http.record(
      sewn("2026-11-23T22:30:00+01:00", 50),
      sewn("2026-11-24T04:30:00+01:00", 150),
    );

    expect((await http.get(`${URL}?day=2026-11-23`)).json).toMatchObject({
      lines: [{ pieces: 200, attendedMinutes: 480 }],
      stations: [
        {
          hours: [
            { hour: "2026-11-23T22:00:00+01:00", pieces: 50 },
            { hour: "2026-11-24T04:00:00+01:00", pieces: 150 },
          ],
        },
      ],
    });
    expect((await http.get(`${URL}?day=2026-11-24`)).json).toMatchObject({
      lines: [{ pieces: 0, attendedMinutes: 0 }],
    });
  });

  it("[X4] the hour that comes twice in autumn is two hours", async () => {
    const http = await openHttp("2026-10-25T08:00:00+01:00");
    const shifts = [{ days: [7], from: "00:00", to: "08:00" }];
    await http.putPlan(planOf({ calendar: { shifts } }), "2026-10-01T00:00:00Z");
    const { sewn } = startCounter("esp-01", "2026-10-25T00:00:00+02:00");
    await http.record(sewn("2026-10-25T02:30:00+02:00", 40), sewn("2026-10-25T02:30:00+01:00", 50));

    expect((await http.get(URL)).json).toMatchObject({
      day: "2026-10-25",
      lines: [{ pieces: 90, attendedMinutes: 540 }],
      stations: [
        {
          hours: [
            { hour: "2026-10-25T02:00:00+02:00", pieces: 40 },
            { hour: "2026-10-25T02:00:00+01:00", pieces: 50 },
          ],
        },
      ],
    });
  });

  it("[A3] what is no day is refused, in the language asked for", async () => {
    const http = await openHttp();
    const code = "day-invalid";

    expect(await http.get(`${URL}?day=2026-02-30`)).toMatchObject({
      status: 422,
      json: {
        code,
        message: "«\u00a02026-02-30\u00a0» n’est pas un jour\u00a0: écrivez-le comme 2026-11-23.",
        path: "/day",
      },
    });
    expect(await http.get(`${URL}?day=23/11/2026`, { language: "en" })).toMatchObject({
      status: 422,
      json: {
        code,
        message: "“23/11/2026” is not a day: write it like 2026-11-23.",
        path: "/day",
      },
    });
  });
});
