import { describe, expect, it } from "vitest";
import { openHttp, type TestHttp, TOKEN } from "../support/open-http.ts";
import { planOf } from "../support/workshop.ts";

const URL = "/api/v1/calendar";
const SHIFT = {
  days: [1, 2, 3, 4, 5],
  from: "08:00",
  to: "17:00",
  breaks: [{ from: "12:00", to: "13:00" }],
};

interface CalendarJson {
  readonly days: {
    day: string;
    kind: string;
    label: { fr: string } | null;
    windows: { from: number; to: number }[];
    shifts: { from: number; to: number }[];
  }[];
}

async function openWithPlan(): Promise<TestHttp> {
  const http = await openHttp("2026-11-23T11:35:00+01:00");
  await http.putPlan(planOf(), "2026-01-01T00:00:00Z");
  return http;
}

async function daysOf(http: TestHttp, query = ""): Promise<CalendarJson["days"]> {
  return ((await http.get(URL + query)).json as CalendarJson).days;
}

describe("calendar", () => {
  it("[K13] tells of the current month what each day is", async () => {
    const http = await openWithPlan();

    const answer = await http.get(URL);

    const { days, ...head } = answer.json as CalendarJson;
    expect(head).toEqual({
      timeZone: "Europe/Paris",
      shifts: [SHIFT],
      holidays: null,
      exceptions: [],
    });
    expect(days.map(({ day }) => day.slice(0, 7))).toEqual(Array(30).fill("2026-11"));
    expect(days.find(({ day }) => day === "2026-11-24")).toEqual({
      day: "2026-11-24",
      kind: "working",
      label: null,
      windows: [
        { from: Date.parse("2026-11-24T07:00Z"), to: Date.parse("2026-11-24T11:00Z") },
        { from: Date.parse("2026-11-24T12:00Z"), to: Date.parse("2026-11-24T16:00Z") },
      ],
      shifts: [{ from: Date.parse("2026-11-24T07:00Z"), to: Date.parse("2026-11-24T16:00Z") }],
    });
  });

  it("[K14] names the holidays before the first plan, and says of other days that there was none", async () => {
    const http = await openHttp("2026-11-23T11:35:00+01:00");
    const calendar = { shifts: [SHIFT], holidays: "FR" } as const;
    await http.putPlan(planOf({ calendar: calendar as never }), "2026-11-16T00:00:00Z");

    const days = await daysOf(http, "?from=2026-11-10&to=2026-11-17");

    const noPlan = "off Aucun plan n’était en vigueur 0";
    expect(
      days.map(({ kind, label, windows }) => `${kind} ${label?.fr} ${windows.length}`),
    ).toEqual([
      noPlan,
      "holiday Armistice 1918 0",
      ...Array(4).fill(noPlan),
      "working undefined 2",
      "working undefined 2",
    ]);
  });

  it("[K13] is replaced from now on, and the rest of the plan stays", async () => {
    const http = await openWithPlan();
    const exceptions = [
      { day: "2026-12-05", label: "Livraison", shifts: [{ from: "08:00", to: "12:00" }] },
    ];
    const body = { shifts: [SHIFT], holidays: "FR-ALS", exceptions };

    const put = await http.ask("PUT", URL, { token: TOKEN, body });

    expect(put).toMatchObject({ status: 200, json: { holidays: "FR-ALS", exceptions } });
    const days = await daysOf(http, "?from=2026-12-04&to=2026-12-26");
    const told = days.map(({ day, kind, label }) => `${day.slice(5)} ${kind} ${label?.fr ?? ""}`);
    expect([told[0], told[1], told[2], told.at(-1)]).toEqual([
      "12-04 working ",
      "12-05 exception Livraison",
      "12-06 off ",
      "12-26 holiday Saint-Étienne",
    ]);
    expect((await http.get("/api/v1/plan")).json).toEqual(planOf({ calendar: body as never }));
    const before = (await http.get("/api/v1/plan?at=2026-11-23T10:34:59Z")).json;
    expect(before).toEqual(planOf());
  });

  it("[K13] [K7] that makes today a day off closes the board, and no target is asked of it", async () => {
    const http = await openWithPlan();
    const exceptions = [{ day: "2026-11-23", label: "Inventaire", shifts: [] }];
    const from = "?from=2026-11-23T00:00:00Z";

    await http.ask("PUT", URL + from, { token: TOKEN, body: { shifts: [SHIFT], exceptions } });

    const board = (await http.get("/api/v1/board")).json;
    expect(board).toMatchObject({
      dayLabel: { fr: "Inventaire", en: "Inventaire" },
      windows: [],
      lines: [{ target: null, targetOrigin: null }],
    });
  });

  it.each([
    ["a working day", {}, null],
    ["a holiday", { holidays: "FR" }, { fr: "Armistice 1918", en: "Armistice 1918" }],
    [
      "one on which people work all the same",
      {
        holidays: "FR",
        exceptions: [
          { day: "2026-11-11", label: "Livraison", shifts: [{ from: "08:00", to: "12:00" }] },
        ],
      },
      null,
    ],
  ])("[K7] names %s on the board where nobody works", async (_day, calendar, dayLabel) => {
    const http = await openHttp("2026-11-11T10:00:00+01:00");
    const whole = { shifts: [SHIFT], ...calendar };
    await http.putPlan(planOf({ calendar: whole as never }), "2026-01-01T00:00:00Z");

    expect((await http.get("/api/v1/board")).json).toMatchObject({ dayLabel });
  });

  it("[K13] [K9] that is wrong is refused whole, with each fault, its place and its sentence", async () => {
    const http = await openWithPlan();
    const night = { from: "22:00", to: "08:01" };
    const exceptions = [
      { day: "2026-11-26", shifts: [night] },
      { day: "2026-11-31", shifts: [] },
    ];

    const put = await http.ask("PUT", URL, { token: TOKEN, body: { shifts: [SHIFT], exceptions } });

    expect(put).toMatchObject({
      status: 422,
      json: {
        code: "calendar-invalid",
        message: "Les horaires ne sont pas pris\u00a0: il y a 2\u00a0points à corriger.",
        faults: [
          {
            code: "exception-overlaps",
            path: "/exceptions/0/shifts/0",
            message:
              "Cet horaire exceptionnel en recouvre un de la veille ou du lendemain\u00a0: séparez-les, ou écrivez aussi ce jour-là comme exception.",
          },
          { code: "exception-day-invalid", path: "/exceptions/1/day" },
        ],
      },
    });
    const shape = await http.ask("PUT", URL, { token: TOKEN, body: { shifts: "8h" } });
    expect(shape).toMatchObject({
      status: 422,
      json: { faults: [{ code: "value-not-list", path: "/shifts" }] },
    });
    expect((await daysOf(http))[25]).toMatchObject({ kind: "working" });
  });

  it("[K13] [A2] is written with the admin token only", async () => {
    const http = await openWithPlan();

    expect(await http.ask("PUT", URL, { body: { shifts: [] } })).toMatchObject({ status: 401 });
    expect((await daysOf(http))[23]).toMatchObject({ kind: "working" });
  });

  it.each([
    ["?from=2026-02-30", "day-invalid", "/from"],
    ["?from=2026-11-02&to=2026-11-01", "range-reversed", "/to"],
    ["?from=2026-01-01&to=2027-02-05", "range-too-long", "/to"],
  ])("[K13] of %s is refused", async (query, code, path) => {
    const http = await openWithPlan();

    expect(await http.get(URL + query)).toMatchObject({ status: 422, json: { code, path } });
    expect(await daysOf(http, "?from=2026-01-01&to=2027-02-04")).toHaveLength(400);
  });

  it("[K13] before the first plan there is none", async () => {
    const http = await openHttp();

    expect(await http.get(URL)).toMatchObject({ status: 404, json: { code: "plan-none" } });
    const put = await http.ask("PUT", URL, { token: TOKEN, body: { shifts: [] } });
    expect(put).toMatchObject({ status: 404, json: { code: "plan-none" } });
  });
});
