import { describe, expect, it } from "vitest";
import { TOKEN } from "../support/open-http.ts";
import { refusalOf, signedIn } from "./browser.ts";
import { type Door, openDoor, START } from "./open-door.ts";

const DAY = 86_400_000;

function makeKey(http: Door, more: object = {}) {
  const body = {
    ...{ name: "Tableur", permissions: ["reports.read"], expiresAt: START + 30 * DAY },
    ...more,
  };
  return http.ask("POST", "/api/v1/api-keys", { token: TOKEN, body });
}

const me = async (http: Door, token: string) =>
  Object((await http.ask("GET", "/api/v1/me", { token })).json);

describe("the key of a program", () => {
  it("[AC10] may do what it was given, is shown once, and is kept as its digest", async () => {
    const http = await openDoor();

    const made = await makeKey(http);

    expect(made.status).toBe(201);
    const { key, apiKey } = Object(made.json);
    expect(key).toMatch(/^trame_[\w-]{43}$/);
    expect(await me(http, key)).toMatchObject({ kind: "api-key", permissions: ["reports.read"] });
    const refused = await http.ask("GET", "/api/v1/accounts", { token: key });
    expect(refusalOf(refused)).toEqual({ status: 403, code: "not-allowed" });
    const listed = await http.ask("GET", "/api/v1/api-keys", { token: TOKEN });
    expect(listed.json).toEqual({ apiKeys: [{ ...apiKey, usedOn: "2026-11-23" }] });
    const kept = JSON.stringify(http.ledger.access.readAccess().apiKeys);
    expect([listed.text, kept].some((text) => text.includes(key))).toBe(false);
  });

  it("[AC10] is of no use after its end, a changed sign, or its removal, and its sockets are told", async () => {
    const http = await openDoor();
    const revoked: string[] = [];
    http.access.credentials.onRevoked((id) => revoked.push(id));
    const { key, apiKey } = Object((await makeKey(http)).json);
    const other = Object((await makeKey(http)).json);
    expect((await me(http, `${key.slice(0, -1)}_`)).kind).toBe("anonymous");

    const url = `/api/v1/api-keys/${other.apiKey.id}`;
    expect((await http.ask("DELETE", url, { token: TOKEN })).status).toBe(204);
    expect((await me(http, other.key)).kind).toBe("anonymous");
    http.setNow(START + 30 * DAY - 1);
    expect((await me(http, key)).kind).toBe("api-key");
    http.setNow(START + 30 * DAY);
    expect((await me(http, key)).kind).toBe("anonymous");

    await http.access.sweep();
    await http.access.sweep();
    expect(revoked).toEqual([other.apiKey.id, apiKey.id]);
  });

  it("[AC10] ends within 400 days, and lets nobody in", async () => {
    const http = await openDoor();
    const codes = [
      await makeKey(http, { expiresAt: START + 400 * DAY }),
      await makeKey(http, { expiresAt: START + 400 * DAY + 1 }),
      await makeKey(http, { expiresAt: START }),
      await makeKey(http, { permissions: ["reports.read", "access.manage"] }),
      await makeKey(http, { permissions: ["reports.read", "screens.write"] }),
    ].map(refusalOf);
    expect(codes).toEqual([
      { status: 201, code: undefined },
      { status: 422, code: "api-key-expiry" },
      { status: 422, code: "api-key-expiry" },
      { status: 422, code: "api-key-permission" },
      { status: 422, code: "api-key-permission" },
    ]);
  });

  it("[AC10] that was given more by an older version has it no longer", async () => {
    const http = await openDoor();
    const { key } = Object((await makeKey(http)).json);
    const permissions = JSON.stringify(["reports.read", "screens.write", "access.manage"]);
    http.sqlite.prepare("UPDATE api_keys SET permissions = ?").run(permissions);

    const next = await http.restart();

    expect(await next.credentials.apiKey(key)).toMatchObject({ permissions: ["reports.read"] });
  });

  it("[AC10] is known after a new start, and the day of its last use is written once a day", async () => {
    const http = await openDoor();
    const { key } = Object((await makeKey(http)).json);
    const changes = () => http.sqlite.prepare("SELECT total_changes()").pluck().get();
    await me(http, key);
    const before = changes();
    await me(http, key);
    expect(changes()).toBe(before);

    const next = await http.restart();

    expect(await next.credentials.apiKey(key)).toMatchObject({ kind: "api-key" });
    expect(next.apiKeys.all()).toMatchObject([{ usedDay: Math.floor(START / DAY) }]);
  });

  it("[AC10] is made by nobody but whoever manages access", async () => {
    const http = await openDoor();
    const luc = await signedIn(http, { name: "Luc", role: "manager" });
    const body = { name: "k", permissions: ["reports.read"], expiresAt: START + DAY };
    const answer = await luc.ask("POST", "/api/v1/api-keys", body);
    expect(refusalOf(answer)).toEqual({ status: 403, code: "not-allowed" });
  });
});
