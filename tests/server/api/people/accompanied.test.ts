import { PRIVACY } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { knownSpeakers } from "../access/roles.ts";
import { openHttp, TOKEN } from "../support/open-http.ts";
import { describedRoutes } from "./described.ts";

const ACCOMPANIED = {
  ...PRIVACY,
  ...{ mode: "accompanied", since: "2026-11-20", reason: "Accord du CSE" },
  ...{ consultation: { body: "CSE", date: "2026-11-02" }, supervisorId: "chef-1" },
};

/** Two people, and two supervisors who are signed in by the name of their account. */
async function open(setting: object = ACCOMPANIED) {
  const http = await openHttp("2026-11-23T09:00:00+01:00", {
    credentials: {
      ...knownSpeakers(),
      session: (id) =>
        Promise.resolve({ kind: "account", id, role: "supervisor", sessionId: `of-${id}` }),
    },
  });
  for (const id of ["luc", "noa"])
    await http.ask("POST", "/api/v1/operators", { token: TOKEN, body: { id, pseudonym: id } });
  await http.store.putSetting("privacy", JSON.stringify(setting), http.deps.now());
  const see = (account: string, id = "luc") =>
    http.get(`/api/v1/people/${id}/accompanied`, {
      headers: { cookie: `trame-session=${account}` },
    });
  const looksAt = async (id: string) =>
    (await http.store.reports.readOwnData(id, http.deps.now()))?.looks.filter(
      ({ what }) => what === "accompanied",
    );
  return { http, see, looksAt };
}

describe("accompanying somebody", () => {
  it("[PD11] is for the named supervisor alone, one person at a time, each look on record", async () => {
    const { http, see, looksAt } = await open();
    const told = await see("chef-1");
    expect([told.status, told.json]).toEqual([
      200,
      { operatorId: "luc", name: "luc", pictogram: null, progress: [] },
    ]);
    await see("chef-1");
    const at = http.deps.now();
    const look = { about: "luc", what: "accompanied", by: "account:chef-1", at, name: null };
    expect([await looksAt("luc"), await looksAt("noa")]).toEqual([[look, look], []]);
  });

  it("[PD11] is refused to whoever else, in every other mode, and leaves no look", async () => {
    const { http, see, looksAt } = await open();
    const token = await http.get("/api/v1/people/luc/accompanied", { token: TOKEN });
    expect([(await see("chef-2")).status, token.status]).toEqual([403, 403]);
    for (const mode of ["team", "own"]) {
      const setting = JSON.stringify({ ...ACCOMPANIED, mode });
      await http.store.putSetting("privacy", setting, http.deps.now());
      expect(await see("chef-1")).toMatchObject({ status: 403, json: { code: "accompanied-off" } });
    }
    expect(await looksAt("luc")).toEqual([]);
  });

  it("[PD11] says beforehand to whom it is open, and of nobody else", async () => {
    const { http } = await open();
    const asks = async (account: string) => {
      const headers = { cookie: `trame-session=${account}` };
      return (await http.get("/api/v1/people/accompanied", { headers })).json;
    };
    expect([await asks("chef-1"), await asks("chef-2")]).toEqual([
      { isOn: true, isYours: true, by: null },
      { isOn: true, isYours: false, by: null },
    ]);
    const setting = JSON.stringify({ ...ACCOMPANIED, mode: "own" });
    await http.store.putSetting("privacy", setting, http.deps.now());
    expect(await asks("chef-1")).toEqual({ isOn: false, isYours: false, by: null });
  });

  it("[PD11] tells whole days: no route about one person has a moment of theirs", async () => {
    const { http } = await open();
    const routes = await describedRoutes(http);
    const fields = routes.find(({ path }) => path.endsWith("/accompanied"))?.personFields;
    expect(fields?.join(" ")).not.toMatch(/\b(at|from|to|since|minutes|idle)\b/);
    const { text } = await http.get("/api/openapi.json");
    const { paths } = JSON.parse(text);
    const answer = JSON.stringify(paths["/api/v1/people/{id}/accompanied"].get.responses[200]);
    expect(answer).toContain("daysWorked");
    expect(answer).not.toMatch(/"(at|from|to|since|hour|minutes|idle\w*)":/);
  });
});
