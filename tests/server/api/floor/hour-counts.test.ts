import { describe, expect, it } from "vitest";
import { openHttp, type TestHttp, TOKEN } from "../support/open-http.ts";
import { planOf } from "../support/workshop.ts";

const EIGHT = Date.parse("2026-11-23T08:00:00+01:00");
const PLAN = planOf({
  lines: [
    {
      id: "L1",
      name: "Ligne 1",
      stations: [{ id: "S01", name: "Poste 1", operation: "Plis", standardMinutes: 0.5 }],
    },
  ],
});
const EMPTY = planOf({
  lines: [
    {
      id: "L1",
      name: "Ligne 1",
      stations: [{ id: "S02", name: "Poste 2", operation: "Ourlet", standardMinutes: 0.5 }],
    },
  ],
});

async function countOf(http: TestHttp, hour: number) {
  const body = { key: `count-of-${hour}`, stationId: "S01", hour, pieces: 30, reason: "Papier" };
  const answer = await http.ask("POST", "/api/v1/counts", { token: TOKEN, body });
  return [answer.status, answer.json] as const;
}

async function pieces(http: TestHttp) {
  const { stations } = (await http.get("/api/v1/counts")).json as {
    stations: { stationId: string; pieces: number }[];
  };
  return stations.map(({ stationId, pieces: made }) => [stationId, made]);
}

describe("a count by hand of an hour in which the plan changed", () => {
  it("[Y19] the hour in which the first plan was sent counts under that plan", async () => {
    const http = await openHttp("2026-11-23T09:30:00+01:00");
    await http.putPlan(PLAN, "2026-11-23T08:23:00+01:00");

    expect(await countOf(http, EIGHT)).toMatchObject([200, { code: "count-accepted" }]);
    expect(await pieces(http)).toEqual([["S01", 30]]);
  });

  it("[Y19] a station that came or left within the hour counts all the same", async () => {
    const http = await openHttp("2026-11-23T10:30:00+01:00");
    await http.putPlan(EMPTY, "2026-11-20T08:00:00+01:00");
    await http.putPlan(PLAN, "2026-11-23T08:40:00+01:00");
    await http.putPlan(EMPTY, "2026-11-23T08:50:00+01:00");

    for (const at of [EIGHT, EIGHT + 59 * 60_000])
      expect(await countOf(http, at)).toMatchObject([200, { code: "count-accepted" }]);
    expect(await pieces(http)).toContainEqual(["S01", 60]);
  });

  it("[Y19] an hour without the station is refused with a sentence for a desk", async () => {
    const http = await openHttp("2026-11-23T09:30:00+01:00");
    await http.putPlan(PLAN, "2026-11-23T08:23:00+01:00");

    expect(await countOf(http, EIGHT - 1)).toMatchObject([
      409,
      {
        code: "count-no-station",
        message:
          "Le plan n’avait pas ce poste à cette heure-là. Choisissez une autre heure, ou envoyez un plan qui vaut depuis plus tôt.",
      },
    ]);
    expect(await pieces(http)).toEqual([["S01", 0]]);
  });
});
