import { describe, expect, it } from "vitest";
import { openHttp, type TestHttp, TOKEN } from "../support/open-http.ts";
import { lineOf, planOf, stationOf } from "../support/workshop.ts";

const MORNING = "2026-11-23T06:00:00Z";
const PLAN = "/api/v1/plan";
const LATER = { ...planOf(), workshop: { name: "Atelier du Jura", timeZone: "Europe/Paris" } };
const TWO_STATIONS = planOf({
  lines: [
    lineOf({
      stations: [stationOf(), { ...stationOf({ id: "S02" }), device: undefined } as never],
    }),
  ],
});

async function openShop(): Promise<TestHttp> {
  const http = await openHttp("2026-11-23T11:35:00+01:00");
  await http.putPlan(planOf(), MORNING);
  return http;
}

async function tagOf(http: TestHttp, url: string): Promise<string> {
  return String((await http.get(url, { token: TOKEN })).headers["etag"]);
}

function put(http: TestHttp, url: string, ask: { tag?: string; name?: string; body: object }) {
  const { tag, name = "if-match", body } = ask;
  const headers = tag === undefined ? {} : { [name]: tag };
  return http.ask("PUT", url, { token: TOKEN, headers, body });
}

const ADDRESSES = [
  ["/api/v1/plan", planOf(), LATER],
  ["/api/v1/calendar", { shifts: [] }, { shifts: [{ days: [1], from: "08:00", to: "12:00" }] }],
  [
    "/api/v1/causes",
    { causes: [{ code: "fil", class: "machine", label: { fr: "Fil", en: "Thread" } }] },
    { causes: null },
  ],
  [
    "/api/v1/settings/defects",
    { defects: [{ code: "trou", label: { fr: "Trou" } }] },
    { defects: null },
  ],
  ["/api/v1/settings/deduce-limit", { limit: 1 }, { limit: 3 }],
  [
    "/api/v1/settings/calls",
    { escalateAfterMinutes: 4, isHeard: true },
    { escalateAfterMinutes: 9, isHeard: false },
  ],
  [
    "/api/v1/settings/to-follow",
    { waitMinutes: 10, repairMinutes: 20, outsideDays: 3 },
    { waitMinutes: 11, repairMinutes: 20, outsideDays: 3 },
  ],
  [
    "/api/v1/settings/quality",
    { mostDhu: 2, leastFirstPass: 0.98 },
    { mostDhu: 5, leastFirstPass: 0.9 },
  ],
  ["/api/v1/settings/screens", { language: "en" }, { language: "fr" }],
  ["/api/v1/settings/pairing-code", { code: "poste-du-fond" }, { code: "poste-de-devant" }],
] as const;

describe("versions", () => {
  it("[SE1] of two that read a thing and write it, the second is told, whatever it is", async () => {
    const http = await openShop();
    for (const [url, a, b] of ADDRESSES) {
      const first = await put(http, url, { body: a });
      expect(first.status, first.text).toBe(200);
      const tag = await tagOf(http, url);
      expect(tag).toBe(first.headers["etag"]);

      const one = await put(http, url, { tag, body: b });
      const other = await put(http, url, { tag, body: a });

      expect(one.status, url).toBe(200);
      expect(other, url).toMatchObject({ status: 412, json: { code: "changed-meanwhile" } });
      expect(await tagOf(http, url)).toBe(one.headers["etag"]);
      // Having looked again, they write.
      const again = await put(http, url, { tag: String(one.headers["etag"]), body: a });
      expect(again.status, url).toBe(200);
    }
  });

  it("[SE1] the sentence says that nothing was overwritten, and what to do", async () => {
    const http = await openShop();

    const { json } = await put(http, PLAN, { tag: '"old"', body: LATER });

    expect(json).toEqual({
      code: "changed-meanwhile",
      message:
        "Quelqu’un a enregistré autre chose entre-temps\u00a0: rien n’a été écrasé. Regardez ce qui a changé, puis recommencez.",
    });
  });

  it("[SE1] who names no version writes over what is there, as before", async () => {
    const http = await openShop();

    expect((await put(http, PLAN, { body: TWO_STATIONS })).status).toBe(200);
    expect((await put(http, PLAN, { body: LATER })).status).toBe(200);
    expect((await http.get(PLAN)).json).toEqual(LATER);
  });

  it("[SE1] of two that write at once with one version, exactly one is taken", async () => {
    const http = await openShop();
    const tag = await tagOf(http, PLAN);

    const answers = await Promise.all(
      [TWO_STATIONS, LATER].map((body) => put(http, PLAN, { tag, body })),
    );

    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    const taken = answers.findIndex(({ status }) => status === 200);
    expect((await http.get(PLAN)).json).toEqual([TWO_STATIONS, LATER][taken]);
  });

  it("[SE1] a later plan has a version of its own, and a change of today's leaves it", async () => {
    const http = await openShop();
    const day = "2026-12-01";
    const ahead = await tagOf(http, `${PLAN}?at=${day}`);
    await put(http, `${PLAN}?from=${day}`, { tag: ahead, body: LATER });
    const later = await tagOf(http, `${PLAN}?at=${day}`);

    const today = await put(http, PLAN, { tag: await tagOf(http, PLAN), body: TWO_STATIONS });

    expect(today.status).toBe(200);
    expect(await tagOf(http, `${PLAN}?at=${day}`)).toBe(later);
    expect(later).not.toBe(ahead);
  });

  it("[SE2] a calendar and the stations are changed by two people at once, without a quarrel", async () => {
    const http = await openShop();
    const hours = await tagOf(http, "/api/v1/calendar");
    await put(http, PLAN, { tag: await tagOf(http, PLAN), body: TWO_STATIONS });

    const answer = await put(http, "/api/v1/calendar", { tag: hours, body: { shifts: [] } });

    expect(answer.status).toBe(200);
    expect((await http.get(PLAN)).json).toEqual({ ...TWO_STATIONS, calendar: { shifts: [] } });
  });

  it("[SE1] the first plan is written once where nobody wants to write over one", async () => {
    const http = await openHttp();
    const first = { tag: "*", name: "if-none-match", body: planOf() };

    expect((await put(http, PLAN, { tag: '"x"', body: planOf() })).status).toBe(412);
    expect((await put(http, PLAN, first)).status).toBe(200);
    expect((await put(http, PLAN, first)).status).toBe(412);
  });

  it("[SE4] a day stands for its first moment in the workshop's zone", async () => {
    const http = await openShop();

    const put1 = await put(http, `${PLAN}?from=2026-12-01`, { body: LATER });

    expect(put1.json).toMatchObject({ from: "2026-11-30T23:00:00.000Z" });
    expect((await http.get(`${PLAN}?at=2026-11-30`)).json).toEqual(planOf());
    expect((await http.get(`${PLAN}?at=2026-12-01`)).json).toEqual(LATER);
    expect((await http.get("/api/v1/plan/versions")).json).toEqual({
      now: Date.parse("2026-11-23T10:35:00Z"),
      froms: [Date.parse(MORNING), Date.parse("2026-11-30T23:00:00Z")],
    });
    expect(await http.get(`${PLAN}?at=2026-02-31`)).toMatchObject({
      status: 422,
      json: { code: "moment-invalid", path: "/at" },
    });
  });
});
