import { describe, expect, it } from "vitest";
import { openHttp, TOKEN } from "./support/open-http.ts";
import { planOf, planOfStations, SECRET, startCounter } from "./support/workshop.ts";

const URL = "/api/v1/plan";

describe("plan", () => {
  it("[A5] before the first plan there is none, and the answer says what to do", async () => {
    const http = await openHttp();

    expect(await http.get(URL)).toMatchObject({
      status: 404,
      json: {
        code: "plan-none",
        message:
          "Aucun plan n’est en vigueur à ce moment\u00a0: envoyez-en un avec PUT /api/v1/plan.",
      },
    });
  });

  it("[A5] a plan holds from its moment to the next one's, and is read as of any moment", async () => {
    const http = await openHttp("2026-11-23T11:35:00+01:00");
    const morning = planOf();
    const noon = planOf({ workshop: { name: "Atelier de Lons", timeZone: "Europe/Paris" } });
    await http.putPlan(morning, "2026-11-23T06:00:00Z");

    const put = await http.ask("PUT", `${URL}?from=2026-11-23T12:00:00+01:00`, {
      token: TOKEN,
      body: noon,
    });

    expect(put).toMatchObject({
      status: 200,
      json: { from: "2026-11-23T11:00:00.000Z", plan: noon },
    });
    const at = async (moment: string) => (await http.get(`${URL}?at=${moment}`)).json;
    expect((await http.get(URL)).json).toEqual(morning);
    expect(await at("2026-11-23T10:59:59Z")).toEqual(morning);
    expect(await at("2026-11-23T11:00:00Z")).toEqual(noon);
    expect(await at("2026-11-23T05:59:59Z")).toMatchObject({ code: "plan-none" });
  });

  it("[A5] without a moment a plan holds from now on", async () => {
    const http = await openHttp("2026-11-23T11:35:00+01:00");

    const put = await http.ask("PUT", URL, { token: TOKEN, body: planOf() });

    expect(put.json).toEqual({ from: "2026-11-23T10:35:00.000Z", plan: planOf() });
  });

  it("[SL7] a plan that would hold from before what is kept is refused, and says from which day on one may", async () => {
    const http = await openHttp("2026-11-23T11:35:00+01:00");
    await http.putPlan(planOf(), "2026-11-23T06:00:00Z");
    const counter = startCounter("esp-01", "2026-11-23T11:30:00+01:00");
    await http.record(counter.sewn("2026-11-23T11:31:00+01:00", 1));
    while ((await http.store.purgeStep(Date.parse("2027-03-15T20:00:00Z"))).isMore);
    const put = (from: string) =>
      http.ask("PUT", `${URL}?from=${from}`, { token: TOKEN, body: planOf() });

    const refused = await put("2026-12-17T22:59:59Z");

    expect(refused).toMatchObject({ status: 422, json: { code: "plan-sealed" } });
    expect(refused.json).toMatchObject({
      message:
        "Les relevés d’avant le 2026-12-18 ont été effacés\u00a0: un plan peut valoir à partir de ce jour, pas avant.",
    });
    expect((await put("2026-12-17T23:00:00Z")).status).toBe(200);
  });

  it("[A6] a plan whose shape is wrong is refused whole, with each fault and its place", async () => {
    const http = await openHttp();
    const [line] = planOf().lines;
    const body = {
      ...planOf(),
      lines: [{ ...line, target: "900", stations: [{ id: "S 1", name: "Poste 1" }] }],
      "a/b": 1,
    };

    const answer = await http.ask("PUT", URL, { token: TOKEN, body });

    expect(answer.status).toBe(422);
    expect(answer.json).toEqual({
      code: "plan-invalid",
      message: "Le plan n’est pas pris\u00a0: il y a 5\u00a0points à corriger.",
      faults: [
        {
          code: "value-unknown",
          message: "«\u00a0a/b\u00a0» n’existe pas ici\u00a0: retirez-le ou corrigez son nom.",
          path: "/a~1b",
        },
        {
          code: "value-not-whole",
          message: "Il faut ici un nombre entier, sans guillemets.",
          path: "/lines/0/target",
        },
        {
          code: "value-missing",
          message: "Il manque «\u00a0operation\u00a0».",
          path: "/lines/0/stations/0/operation",
        },
        {
          code: "value-missing",
          message: "Il manque «\u00a0standardMinutes\u00a0».",
          path: "/lines/0/stations/0/standardMinutes",
        },
        {
          code: "id-malformed",
          message:
            "Un identifiant n’a que des lettres sans accent, des chiffres et . _\u00a0: - (pas d’espace).",
          path: "/lines/0/stations/0/id",
        },
      ],
    });
    expect(await http.get(URL)).toMatchObject({ status: 404 });
  });

  it.each([
    "atelier/",
    "/atelier",
    "a//b",
    "a/+/b",
    "#",
    "prise 4",
    "prisé",
    "a$&b",
    `${"a/".repeat(14)}a`,
  ])("[T1] a plan with %j as a Tasmota topic is refused", async (topic) => {
    const http = await openHttp();
    const body = { ...planOf(), devices: [{ id: "esp-01", make: "tasmota", topic }] };

    expect((await http.ask("PUT", URL, { token: TOKEN, body })).json).toMatchObject({
      faults: [{ code: "topic-malformed", path: "/devices/0/topic" }],
    });
  });

  it.each(["tasmota_9CF9D1", "lons/prise-4", `${"a/".repeat(13)}a`])(
    "[T1] a plan with %j as a Tasmota topic is taken",
    async (topic) => {
      const http = await openHttp();
      const body = { ...planOf(), devices: [{ id: "esp-01", make: "tasmota", topic }] };

      expect(await http.ask("PUT", URL, { token: TOKEN, body })).toMatchObject({ status: 200 });
    },
  );

  it("[A6] a plan that makes no sense is refused whole, in English when asked", async () => {
    const http = await openHttp();
    const body = planOfStations([{ device: "esp-01" }, { device: "esp-01" }, { device: "esp-09" }]);

    const answer = await http.ask("PUT", URL, { token: TOKEN, body, language: "en" });

    expect(answer.status).toBe(422);
    expect(answer.json).toEqual({
      code: "plan-invalid",
      message: "The plan was not taken: 2 things to mend.",
      faults: [
        {
          code: "device-unknown",
          message: "This counter is not in the plan’s list “devices”: add it there.",
          path: "/lines/0/stations/2/device",
        },
        {
          code: "counter-taken",
          message: "This channel of this counter already belongs to another station.",
          path: "/lines/0/stations/1/device",
        },
      ],
    });
  });

  it("[A6] a moment without an offset, or that is none, is refused", async () => {
    const http = await openHttp();
    const asked = [
      ["PUT", "from", "hier"],
      ["PUT", "from", "2026-11-23T06:00:00"],
      ["GET", "at", "2026-13-01T00:00:00Z"],
    ] as const;

    for (const [method, name, value] of asked) {
      const body = method === "PUT" ? { body: planOf() } : {};
      const ask = { token: TOKEN, ...body };
      expect(await http.ask(method, `${URL}?${name}=${value}`, ask)).toMatchObject({
        status: 422,
        json: {
          code: "moment-invalid",
          message: `«\u00a0${value}\u00a0» n’est pas un moment\u00a0: écrivez-le avec son décalage, comme 2026-11-23T06:00:00Z ou 2026-11-23T07:00:00+01:00.`,
          path: `/${name}`,
        },
      });
    }
  });

  it("[A6] a body that is no object is a plan with one fault", async () => {
    const http = await openHttp();
    const fault = { code: "value-not-object", path: "" };

    for (const body of ["[]", "null", ""]) {
      const answer = await http.ask("PUT", URL, { token: TOKEN, body });
      expect(answer).toMatchObject({ status: 422, json: { faults: [fault] } });
    }
  });

  it("[A7] a secret is in no answer, no log and not in the store, and keeps being the device's", async () => {
    const http = await openHttp("2026-11-23T11:35:00+01:00");
    const withSecret = planOf({ devices: [{ id: "esp-01", secret: SECRET }] });

    const put = await http.ask("PUT", URL, { token: TOKEN, body: withSecret });
    const first = await http.store.secret("esp-01");
    await http.putPlan(planOf(), "2026-11-23T12:00:00+01:00");

    expect(put.json).toMatchObject({ plan: planOf() });
    expect(first?.hash.byteLength).toBe(32);
    expect(await http.store.secret("esp-01")).toEqual(first);
    const devices = await http.get("/api/v1/devices");
    const plans = await http.store.plans();
    for (const text of [put.text, devices.text, JSON.stringify(plans), http.logged.join()]) {
      expect(text).not.toContain(SECRET);
    }
  });

  it("[A7] a plan that is refused leaves the secrets as they were", async () => {
    const http = await openHttp();
    const body = planOf({ lines: [], devices: [{ id: "e", secret: SECRET }, { id: "e" }] });

    const answer = await http.ask("PUT", URL, { token: TOKEN, body });

    expect(answer.status).toBe(422);
    expect(answer.text).not.toContain(SECRET);
    expect(await http.store.secret("e")).toBeNull();
  });

  it("[A5] a plan dated back moves what was counted since", async () => {
    const http = await openHttp("2026-11-23T11:35:00+01:00");
    await http.putPlan(planOfStations([{}, { device: "esp-02" }]), "2026-11-01T00:00:00Z");
    const counter = startCounter("esp-01", "2026-11-23T07:50:00+01:00");
    await http.record(counter.sewn("2026-11-23T09:30:00+01:00", 50));
    await http.record(counter.sewn("2026-11-23T10:30:00+01:00", 30));

    const swapped = planOfStations([{ device: "esp-02" }, { device: "esp-01" }]);
    await http.putPlan(swapped, "2026-11-23T10:00:00+01:00");
    await http.settled();

    const { stations } = (await http.get("/api/v1/counts")).json as Counted;
    expect(stations.map(({ pieces }) => pieces)).toEqual([50, 30]);
  });
});

interface Counted {
  readonly stations: readonly { readonly pieces: number }[];
}
