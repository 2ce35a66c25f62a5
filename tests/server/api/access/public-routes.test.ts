import { describe, expect, it } from "vitest";
import { ROUTE_PERMISSIONS } from "../../../../server/src/api/access/route-permissions.ts";
import { openHttp, type TestHttp, TOKEN } from "../support/open-http.ts";
import { lineOf, planOf, stationOf } from "../support/workshop.ts";
import { openToAll, SPEAKERS, type Speaker } from "./roles.ts";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** What the gate lets everybody through to. */
const PUBLIC = [...ROUTE_PERMISSIONS].flatMap(([route, needed]) => {
  const [method = "GET", url = ""] = route.split(" ");
  return needed === "public" ? [{ route, method: method as Method, url }] : [];
});

/** Of one's own account: whoever else asks is told to sign in, or that it takes an account. */
const OWN: Readonly<Record<string, object | null>> = {
  "GET /api/v1/sessions": null,
  "DELETE /api/v1/sessions/:id": null,
  "POST /api/v1/accounts/me/password": { old: "x", new: "x" },
  "POST /api/v1/accounts/me/totp": { password: "x" },
  "DELETE /api/v1/accounts/me/totp": { password: "x" },
};

/** Of everybody's sessions, for whoever manages access. */
const MANAGED = ["GET /api/v1/sessions", "DELETE /api/v1/sessions/:id"];

/** Words that are in the store alone. */
const PLANTED = ["Atelier-planté", "Ligne-plantée", "Poste-planté", "Personne-plantée"] as const;

async function plant(http: TestHttp): Promise<TestHttp> {
  const [name, line, station, pseudonym] = PLANTED;
  const stations = [stationOf({ name: station })];
  const lines = [lineOf({ name: line, stations })];
  const { timeZone } = planOf().workshop;
  await http.putPlan(planOf({ workshop: { name, timeZone }, lines }), "2026-11-01T00:00:00Z");
  await http.ask("POST", "/api/v1/operators", { token: TOKEN, body: { id: "luc", pseudonym } });
  return http;
}

/** Public routes that tell a speaker one of the planted words. */
async function tellingTo(http: TestHttp, headers: Record<string, string>): Promise<string[]> {
  const telling: string[] = [];
  for (const { route, method, url } of PUBLIC) {
    const asked = url.replaceAll(/:\w+|\*/g, "x");
    const { text } = await http.ask(method, asked, {
      headers,
      ...(method !== "GET" && { body: {} }),
    });
    if (PLANTED.some((word) => text.includes(word))) telling.push(route);
  }
  return telling;
}

/** What the routes of one's own account answer to somebody: whether they are asked to sign in, or told that it takes an account. */
async function ownFor({ name, headers }: Speaker): Promise<Record<string, string>> {
  const http = await openToAll();
  const answers: Record<string, string> = {};
  for (const [route, body] of Object.entries(OWN)) {
    const [method = "GET", url = ""] = route.split(" ");
    const asked = url.replaceAll(/:\w+/g, "x");
    const { json } = await http.ask(method as Method, asked, { headers, ...(body && { body }) });
    const code = String(Object(json).code);
    answers[route] = ["token-missing", "account-only"].includes(code) ? code : "let in";
  }
  expect(Object.keys(answers), name).toHaveLength(5);
  return answers;
}

function wantedFor({ name, permissions }: Speaker): Record<string, string> {
  const isAccount = ["supervisor", "manager", "administrator"].includes(name);
  const isUnknown = ["nobody", "a secret that nobody has"].includes(name);
  const refused = isUnknown ? "token-missing" : "account-only";
  return Object.fromEntries(
    Object.keys(OWN).map((route) => {
      const manages = permissions.has("access.manage") && MANAGED.includes(route);
      return [route, isAccount || manages ? "let in" : refused];
    }),
  );
}

describe("routes that everybody is let through to", () => {
  it.for(SPEAKERS)(
    "[RO3] of one's own account let in $name only as whom they are",
    async (speaker) => {
      expect(await ownFor(speaker)).toEqual(wantedFor(speaker));
    },
  );

  it("[RO3] [RO4] tell nobody a word of the workshop, its floor or its people", async () => {
    const http = await plant(await openToAll());
    expect(await tellingTo(http, {})).toEqual([]);
  });

  it("[RO3] control: each planted word is told where somebody may read it", async () => {
    const http = await plant(await openHttp());
    const asked = ["/api/v1/plan", "/api/v1/operators"].map((url) =>
      http.get(url, { token: TOKEN }),
    );
    const texts = (await Promise.all(asked)).map(({ text }) => text).join();
    expect(PLANTED.filter((word) => !texts.includes(word))).toEqual([]);
  });
});
