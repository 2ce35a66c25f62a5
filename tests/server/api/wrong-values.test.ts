import { describe, expect, it } from "vitest";
import { openHttp, type TestHttp, TOKEN } from "./support/open-http.ts";
import { planOf } from "./support/workshop.ts";

const HEAD = { key: "a-key-of-the-test", at: 0, sentAt: 0, origin: "hand" };
const TARGET = { ...HEAD, lineId: "L1", day: "2026-11-23", pieces: null };

/** What is said of a body: `path: sentence`, each fault or the only one. */
async function told(
  http: TestHttp,
  ...[method, url, body]: readonly ["PUT" | "POST", string, object]
) {
  const { json } = await http.ask(method, `/api/v1${url}`, { token: TOKEN, body });
  const { faults = [json] } = json as { faults?: unknown[] };
  return (faults as { path: string; message: string }[]).map(
    ({ path, message }) => `${path}: ${message}`,
  );
}

describe("a wrong value", () => {
  it("[A19] that is one of a few is told which there are", async () => {
    const http = await openHttp();
    const plan = planOf();
    const calendar = { ...plan.calendar, holidays: "DE" };
    const cause = { code: "needle", class: "thread", label: { fr: "Aiguille", en: "Needle" } };

    expect(await told(http, "PUT", "/plan", { ...plan, calendar })).toEqual([
      '/calendar/holidays: Cette valeur n’est pas possible ici\u00a0: écrivez "FR" ou "FR-ALS".',
    ]);
    expect(await told(http, "POST", "/calls", { ...HEAD, stationId: "S01", call: "help" })).toEqual(
      [
        '/call: Cette valeur n’est pas possible ici\u00a0: écrivez "mechanic", "material", "quality" ou "supervisor".',
      ],
    );
    expect(
      await told(http, "POST", "/machines/S01/upkeep", { ...HEAD, stationId: "S01", upkeep: "x" }),
    ).toEqual([
      '/upkeep: Cette valeur n’est pas possible ici\u00a0: écrivez "needle", "oil" ou "service".',
    ]);
    expect(await told(http, "PUT", "/causes", { causes: [cause] })).toEqual([
      expect.stringContaining('"planned", "waiting", "machine"'),
    ]);
  });

  it("[A19] that is a day is told how one is written, a share how 80 % is", async () => {
    const http = await openHttp();
    const of = { efficiency: 80 };

    expect(await told(http, "PUT", "/targets", { ...TARGET, day: "24/12/2026", of })).toEqual([
      "/day: Une date s’écrit année-mois-jour, comme 2026-12-18.",
    ]);
    expect(await told(http, "PUT", "/targets", { ...TARGET, of })).toEqual([
      expect.stringMatching(/^\/of\/efficiency: .* au plus 3\. .* écrivez 0\.8 pour 80\s%\.$/),
    ]);
  });

  it("[A19] that is a moment said twice, or one beyond all years, is refused and no fault of the server", async () => {
    const http = await openHttp();
    await http.putPlan(planOf(), "2026-11-23T00:00:00+01:00");
    const status = async (method: "GET" | "PUT" | "POST", url: string, body?: object) =>
      (await http.ask(method, `/api/v1${url}`, { token: TOKEN, ...(body && { body }) })).status;
    const twice = "from=2026-12-01&from=2026-12-02";
    const count = { key: "a-key-of-the-test", stationId: "S01", pieces: 1, reason: "papier" };
    expect(await status("PUT", `/plan?${twice}`, planOf())).toBe(422);
    expect(await status("PUT", `/calendar?${twice}`, planOf().calendar)).toBe(422);
    expect(await status("GET", "/calendar?at=2026-12-01&at=2026-12-02")).toBe(422);
    expect(await status("POST", "/counts", { ...count, hour: 8_640_000_000_000_000 })).toBe(422);
    expect(await status("POST", "/counts", { ...count, hour: 253_402_300_799_999 })).not.toBe(500);
  });

  it("[F25] that is a part of a piece is refused, in a target by hand and in the plan's", async () => {
    const http = await openHttp();
    const { lines, ...plan } = planOf();
    const whole = "Il faut ici un nombre entier, sans guillemets.";

    expect(await told(http, "PUT", "/targets", { ...TARGET, pieces: 12.5 })).toEqual([
      `/pieces: ${whole}`,
    ]);
    const parted = lines.map((line) => ({ ...line, target: 12.5 }));
    expect(await told(http, "PUT", "/plan", { ...plan, lines: parted })).toEqual([
      `/lines/0/target: ${whole}`,
    ]);
  });

  it("[A19] in a choice between a thing and nothing is told where it is wrong", async () => {
    const http = await openHttp();

    expect(await told(http, "PUT", "/targets", { ...TARGET, of: { percent: 80 } })).toEqual([
      "/of/efficiency: Il manque «\u00a0efficiency\u00a0».",
    ]);
  });
});
