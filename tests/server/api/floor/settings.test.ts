import { DEFECTS } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { openFloor, TOKEN } from "./floor-http.ts";

const LIMIT = "/api/v1/settings/deduce-limit";
const LIST = "/api/v1/settings/defects";
const OWN = [
  { code: "maille-coulee", label: { fr: "Maille coulée", en: "Laddered stitch" } },
  { code: "autre", label: { fr: "Autre" } },
];

describe("what a workshop sets for its stations", () => {
  it("[A21] the limit is 2, then what was set, for what is judged from then on", async () => {
    const floor = await openFloor();
    const [first = "", second = ""] = floor.codes;
    const put = (limit: unknown) => floor.ask("PUT", LIMIT, { token: TOKEN, body: { limit } });

    expect((await floor.get(LIMIT, { token: TOKEN })).json).toEqual({ limit: 2 });
    expect(await floor.scan("S03", first)).toMatchObject({ accepted: true });
    expect((await put(1)).json).toEqual({ limit: 1 });
    expect((await floor.get(LIMIT, { token: TOKEN })).json).toEqual({ limit: 1 });
    expect(await floor.scan("S03", second)).toMatchObject({ status: 409, code: "scan-not-yet" });
    expect(await floor.bundle(first)).toMatchObject({ openAt: "S03", state: { conflicts: [] } });
  });

  it.each([-1, 11, 1.5, "3", null])(
    "[A21] %j is no limit, and the one before stays",
    async (limit) => {
      const floor = await openFloor();

      const answer = await floor.ask("PUT", LIMIT, { token: TOKEN, body: { limit } });

      expect(answer).toMatchObject({ status: 422, json: { path: "/limit" } });
      expect((await floor.get(LIMIT, { token: TOKEN })).json).toEqual({ limit: 2 });
    },
  );

  it("[A22] stations show the workshop's own defects, and the usual ones after null", async () => {
    const floor = await openFloor();
    const put = (defects: unknown) => floor.ask("PUT", LIST, { token: TOKEN, body: { defects } });

    expect((await put(OWN)).json).toEqual({ defects: OWN, isUsual: false });
    expect((await floor.station("S01")).defects).toEqual(OWN);
    expect((await put(null)).json).toEqual({ defects: DEFECTS, isUsual: true });
    expect((await floor.station("S01")).defects).toEqual(DEFECTS);
  });

  it("[A22] a list with a code twice, or with nothing in it, changes nothing", async () => {
    const floor = await openFloor();
    const put = (defects: unknown) => floor.ask("PUT", LIST, { token: TOKEN, body: { defects } });

    expect(await put([...OWN, OWN[0]])).toMatchObject({
      status: 422,
      json: { code: "defect-duplicate", path: "/defects/2/code" },
    });
    expect((await put([])).status).toBe(422);
    expect((await floor.get(LIST, { token: TOKEN })).json).toMatchObject({ isUsual: true });
  });
});
