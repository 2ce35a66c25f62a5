import { readdirSync, rmSync, statSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { NAMES_KEY_FILE, openNameVault } from "../../../../server/src/people/name-vault.ts";
import { openHttp, TOKEN } from "../support/open-http.ts";
import { describedRoutes } from "./described.ts";
import { LUC, openOwn } from "./own-http.ts";

const NAME = "Lucien Delaunay-Prévost";

async function openFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "trame-names-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

describe("civil names", () => {
  it("[PD12] are told on request alone, each time on record, and to nobody at a station", async () => {
    const floor = await openOwn();
    await floor.desk("PUT", "/people/luc/name", { civilName: ` ${NAME} ` });
    const { json } = await floor.desk("GET", "/people/names");
    expect(json).toEqual({ names: [{ operatorId: "luc", civilName: NAME }], unreadable: 0 });
    await floor.desk("GET", "/people/names");
    const { text } = await floor.own("own-data", { badge: LUC });
    const told = JSON.parse(text);
    expect([told.person.hasName, text.includes("Delaunay")]).toEqual([true, false]);
    expect(told.looks.filter((look: { what: string }) => look.what === "names")).toHaveLength(2);
    expect((await floor.desk("PUT", "/people/luc/name", { civilName: null })).json).toEqual({
      hasName: false,
    });
    expect((await floor.desk("GET", "/people/names")).json).toEqual({ names: [], unreadable: 0 });
  });

  it("[PD12] stand in nothing else that the server tells, and not in its files", async () => {
    const floor = await openOwn();
    await floor.desk("PUT", "/people/luc/name", { civilName: NAME });
    const routes = (await describedRoutes(floor)).filter(({ method }) => method === "GET");
    for (const { path } of routes) {
      const address = path.replaceAll(/\{\w+\}/g, "luc");
      const { text } = await floor.get(address, { token: floor.deps.adminToken });
      expect(text.includes("Delaunay"), address).toBe(path === "/api/v1/people/names");
    }
  });
});

describe("the key of the names", () => {
  it("[PD13] is shown once, and only where there is one", async () => {
    const floor = await openOwn();
    const show = () => floor.desk("POST", "/people/names/key/show");
    expect(Object((await show()).json).code).toBe("names-key-missing");
    await floor.desk("PUT", "/people/luc/name", { civilName: NAME });
    const { json } = await show();
    expect(json).toEqual({ key: expect.stringMatching(/^([0-9A-F]{4} ){16}[0-9A-F]{4}$/) });
    expect(Object((await show()).json).code).toBe("names-key-shown");
    expect((await floor.desk("GET", "/people/names/key")).json).toEqual({
      ...{ hasKey: true, isShown: true },
    });
  });

  it("[PD13] opens the names of a restored machine once it is put back, and no other key does", async () => {
    const [first, other] = [await openFolder(), await openFolder()];
    const before = openNameVault(first);
    const sealed = before.seal("luc", NAME);
    const key = before.show() ?? "";
    expect(statSync(join(first, NAMES_KEY_FILE)).mode & 0o777).toBe(0o600);
    rmSync(join(first, NAMES_KEY_FILE));

    const restored = openNameVault(first);
    const proof = { operatorId: "luc", sealed };
    const foreign = openNameVault(other);
    foreign.seal("noa", "Noa");
    expect([restored.hasKey, restored.open("luc", sealed)]).toEqual([false, null]);
    expect(foreign.open("luc", sealed)).toBeNull();
    expect(restored.restore(foreign.show() ?? "", proof)).toBe(false);
    expect(restored.restore(key.replace(/.$/, key.endsWith("0") ? "1" : "0"), proof)).toBe(false);
    expect(readdirSync(first)).toEqual([]);
    expect(restored.restore(key.toLowerCase().replaceAll(" ", ""), proof)).toBe(true);
    expect([restored.open("luc", sealed), restored.open("noa", sealed)]).toEqual([NAME, null]);
    expect(openNameVault(first).open("luc", sealed)).toBe(NAME);
  });

  it("[PD13] is not made a second time over names that the first one sealed", async () => {
    const folder = await openFolder();
    const http = await openHttp(undefined, { names: openNameVault(folder) });
    const token = TOKEN;
    for (const id of ["luc", "noa"])
      await http.ask("POST", "/api/v1/operators", { token, body: { id, pseudonym: id } });
    const put = (id: string) =>
      http.ask("PUT", `/api/v1/people/${id}/name`, { token, body: { civilName: NAME } });
    await put("luc");
    const { key } = (await http.ask("POST", "/api/v1/people/names/key/show", { token })).json as {
      key: string;
    };
    rmSync(join(folder, NAMES_KEY_FILE));
    expect(await put("noa")).toMatchObject({ status: 409, json: { code: "names-key-missing" } });
    const names = () => http.get("/api/v1/people/names", { token });
    expect((await names()).json).toEqual({ names: [], unreadable: 1 });
    const restore = await http.ask("PUT", "/api/v1/people/names/key", { token, body: { key } });
    expect(restore.json).toEqual({ hasKey: true, isShown: true });
    expect((await names()).json).toMatchObject({ unreadable: 0 });
  });
});
