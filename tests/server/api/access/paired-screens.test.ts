import { describe, expect, it } from "vitest";
import { TOKEN } from "../support/open-http.ts";
import { planOf } from "../support/workshop.ts";
import { type Browser, openBrowser, refusalOf, signedIn, whoIs } from "./browser.ts";
import { type Door, openDoor, START } from "./open-door.ts";

const MINUTE = 60_000;

/** A screen asks to be let in. */
async function opened(screen: Browser, kind: "wall" | "station") {
  const answer = await screen.ask("POST", "/api/v1/screens/pairings", { kind });
  const { code, secret, expiresAt } = Object(answer.json);
  return { status: answer.status, code: String(code), secret: String(secret), expiresAt };
}

const claim = (screen: Browser, secret: string) =>
  screen.ask("POST", "/api/v1/screens/claim", { secret });

const accept = (http: Door, code: string, body: object) =>
  http.ask("POST", `/api/v1/screens/pairings/${code}/accept`, { token: TOKEN, body });

describe("a wall", () => {
  it("[AC12] shows a code, is let in by whoever reads it, and is known by a cookie from then on", async () => {
    const http = await openDoor();
    const [wall, ana] = [
      openBrowser(http, { from: "192.168.1.40" }),
      await signedIn(http, { name: "Ana", role: "supervisor" }),
    ];
    const { code, secret, expiresAt } = await opened(wall, "wall");
    expect([code.length, expiresAt - START]).toEqual([6, 10 * MINUTE]);
    expect((await claim(wall, secret)).status).toBe(202);
    const typed = `${code.slice(0, 3)} ${code.slice(3)}`.toLowerCase();
    const url = `/api/v1/screens/pairings/${encodeURIComponent(typed)}`;
    expect((await ana.ask("GET", url)).json).toEqual({
      ...{ kind: "wall", expiresAt, isAccepted: false },
    });

    const accepted = await ana.ask("POST", `${url}/accept`, { name: "Mur de la ligne 1" });

    expect(accepted.status).toBe(201);
    const claimed = await claim(wall, secret);
    expect([claimed.status, claimed.json]).toEqual([
      200,
      { kind: "wall", name: "Mur de la ligne 1" },
    ]);
    expect(String(claimed.headers["set-cookie"]).replace(/=[\w-]{43};/, "=…;")).toBe(
      "trame-screen=…; Path=/; Max-Age=34560000; HttpOnly; SameSite=Strict",
    );
    const { json: me, headers } = await wall.ask("GET", "/api/v1/me");
    expect(me).toMatchObject({
      kind: "wall",
      name: "Mur de la ligne 1",
      permissions: ["board.read"],
    });
    // Browsers keep no cookie for more than 400 days: a wall gets its own again.
    expect(String(headers["set-cookie"])).toContain(
      `trame-screen=${wall.cookies.get("trame-screen")}`,
    );
  });

  it("[AC12] is ended at once, and nothing that it keeps lets it in again", async () => {
    const http = await openDoor();
    const wall = openBrowser(http);
    const { code, secret } = await opened(wall, "wall");
    const { id } = Object((await accept(http, code, { name: "Mur" })).json);
    await claim(wall, secret);
    const revoked: string[] = [];
    http.access.credentials.onRevoked((of) => revoked.push(of));

    const answer = await http.ask("DELETE", `/api/v1/screens/${id}`, { token: TOKEN });

    expect([answer.status, revoked]).toEqual([204, [id]]);
    expect([await whoIs(wall), (await claim(wall, secret)).status]).toEqual(["local", 404]);
    expect(http.ledger.access.readAccess().screens).toEqual([]);
  });

  it("[AC12] that lost the answer asks again, and what it was sent before is of no use", async () => {
    const http = await openDoor();
    const [wall, thief] = [openBrowser(http), openBrowser(http)];
    const { code, secret } = await opened(wall, "wall");
    await accept(http, code, { name: "Mur" });
    await claim(thief, secret);

    await claim(wall, secret);

    expect([await whoIs(wall), await whoIs(thief)]).toEqual(["wall", "local"]);
    const next = await http.restart();
    const token = wall.cookies.get("trame-screen") ?? "";
    expect(await next.credentials.screen(token)).toMatchObject({ kind: "wall" });
  });
});

describe("the tablet of a station", () => {
  it("[AC12] gets a key of its own for a station of the plan", async () => {
    const http = await openDoor({ plan: planOf() });
    const tablet = openBrowser(http);
    const { code, secret } = await opened(tablet, "station");
    const refused = await accept(http, code, { name: "Tablette", stationId: "S99" });
    expect(refusalOf(refused)).toEqual({ status: 422, code: "pairing-station" });

    const accepted = await accept(http, code, { name: "Tablette", stationId: "S01" });

    const { id } = Object(accepted.json);
    const { json: claimed } = await claim(tablet, secret);
    const { key, ...rest } = Object(claimed);
    expect(rest).toEqual({ kind: "station", name: "Tablette", stationId: "S01" });
    const { json: me } = await http.ask("GET", "/api/v1/me", { token: key });
    expect(me).toMatchObject({ kind: "station", name: "Tablette" });
    expect(await http.access.credentials.screen(key)).toEqual({
      ...{ kind: "station", id, stationId: "S01" },
    });
    expect(tablet.cookies.size).toBe(0);
  });
});

describe("pairing", () => {
  it("[AC12] ends after ten minutes, and is accepted once", async () => {
    const http = await openDoor();
    const [first, second] = [openBrowser(http), openBrowser(http)];
    const one = await opened(first, "wall");
    const other = await opened(second, "wall");
    const twice = [
      await accept(http, one.code, { name: "Mur" }),
      await accept(http, one.code, { name: "Encore" }),
    ];
    expect(twice.map(refusalOf)).toEqual([
      { status: 201, code: undefined },
      { status: 409, code: "pairing-accepted" },
    ]);
    http.setNow(START + 10 * MINUTE);
    expect(refusalOf(await accept(http, other.code, { name: "Mur" }))).toEqual({
      status: 404,
      code: "pairing-unknown",
    });
    expect((await claim(first, one.secret)).status).toBe(404);
  });

  it("[AC12] is open to twenty screens, and one device does not take the place of the others", async () => {
    const http = await openDoor();
    const hog = openBrowser(http, { from: "192.168.1.66" });
    for (let tries = 0; tries < 50; tries++) expect((await opened(hog, "wall")).status).toBe(201);
    const statuses = [];
    for (let screen = 0; screen < 18; screen++) {
      statuses.push(
        (await opened(openBrowser(http, { from: `192.168.2.${screen}` }), "wall")).status,
      );
    }
    expect([statuses.filter((s) => s === 201).length, statuses.at(-1)]).toEqual([16, 429]);
  });

  it("[AC12] codes are guessed no faster than passwords, and not without the right to accept", async () => {
    const http = await openDoor();
    const look = (token: string | null) =>
      http.ask("GET", "/api/v1/screens/pairings/AAAAAA", { token });
    expect((await look(null)).status).toBe(401);
    const statuses = [];
    for (let tries = 0; tries < 4; tries++) statuses.push((await look(TOKEN)).status);
    expect(statuses).toEqual([404, 404, 404, 429]);
  });
});
