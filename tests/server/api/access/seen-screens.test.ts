import { describe, expect, it } from "vitest";
import { TOKEN } from "../support/open-http.ts";
import { type Browser, openBrowser, refusalOf } from "./browser.ts";
import { type Door, openDoor, START } from "./open-door.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A wall that was let in; its id. */
async function pairedWall(http: Door, wall: Browser): Promise<string> {
  const asked = await wall.ask("POST", "/api/v1/screens/pairings", { kind: "wall" });
  const { code, secret } = Object(asked.json);
  const url = `/api/v1/screens/pairings/${code}/accept`;
  const made = await http.ask("POST", url, { token: TOKEN, body: { name: "Mur" } });
  await wall.ask("POST", "/api/v1/screens/claim", { secret });
  return Object(made.json).id;
}

/** When the one screen was last there, ms after the start; told and stored. */
async function seen(http: Door) {
  const { json } = await http.ask("GET", "/api/v1/screens", { token: TOKEN });
  const at = Object(json).screens[0].seenAt;
  const stored = http.ledger.access.readAccess().screens[0]?.seenAt ?? null;
  return [at, stored].map((moment) => (moment === null ? null : moment - START));
}

describe("when a screen was last there", () => {
  it("[AC20] is when it asked last, kept at most once an hour and without moving the log's clock", async () => {
    const http = await openDoor();
    const wall = openBrowser(http);
    await pairedWall(http, wall);
    expect(await seen(http)).toEqual([null, null]);
    const clock = http.ledger.clock;

    const told = [];
    for (const at of [MINUTE, 2 * MINUTE, HOUR + MINUTE]) {
      http.setNow(START + at);
      await wall.ask("GET", "/api/v1/me");
      told.push(await seen(http));
    }

    expect(told).toEqual([
      [MINUTE, MINUTE],
      [2 * MINUTE, MINUTE],
      [HOUR + MINUTE, HOUR + MINUTE],
    ]);
    expect(http.ledger.clock).toBe(clock);
  });

  it("[AC20] is now as long as it is connected, though it asks for nothing", async () => {
    const http = await openDoor();
    const id = await pairedWall(http, openBrowser(http));
    const leave = http.access.screens.watch(id);
    http.setNow(START + 5 * HOUR);
    await http.access.sweep();
    expect(await seen(http)).toEqual([5 * HOUR, 5 * HOUR]);

    leave();
    http.setNow(START + 9 * HOUR);

    expect(await seen(http)).toEqual([5 * HOUR, 5 * HOUR]);
    expect((await http.restart()).screens.all()[0]?.seenAt).toBe(START + 5 * HOUR);
  });
});

describe("a screen that was taken out", () => {
  it("[AC21] is told so, over a new start too, and one that nobody knows is not", async () => {
    const http = await openDoor({ host: "0.0.0.0" });
    const [wall, stranger] = [
      openBrowser(http),
      openBrowser(http, { cookies: { "trame-screen": "guessed" } }),
    ];
    const id = await pairedWall(http, wall);
    const token = wall.cookies.get("trame-screen") ?? "";
    const told = async (browser: Browser) => {
      const [me, list] = [
        await browser.ask("GET", "/api/v1/me"),
        await browser.ask("GET", "/api/v1/screens"),
      ];
      return { isRevoked: Object(me.json).screenRevoked, ...refusalOf(list) };
    };
    expect(await told(wall)).toMatchObject({ isRevoked: false, status: 403 });

    await http.ask("DELETE", `/api/v1/screens/${id}`, { token: TOKEN });

    expect(await told(wall)).toEqual({ isRevoked: true, status: 401, code: "screen-revoked" });
    const shown = await http.ask("GET", "/api/v1/screens", { token });
    expect(refusalOf(shown)).toEqual({ status: 401, code: "screen-revoked" });
    expect(await told(stranger)).toMatchObject({ isRevoked: false, code: "token-missing" });
    const next = await http.restart();
    expect([next.screens.isRemoved(token), next.screens.isRemoved("guessed")]).toEqual([
      true,
      false,
    ]);
  });
});
