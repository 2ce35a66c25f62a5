import { describe, expect, it } from "vitest";
import {
  cookiesOf,
  createIdentify,
  SCREEN_COOKIE,
  SESSION_COOKIE,
} from "../../../../server/src/api/access/identify.ts";
import type { Principal } from "../../../../server/src/api/access/principal.ts";
import { senderFor } from "../../../../server/src/api/access/station-keys.ts";
import { knownSpeakers } from "./roles.ts";

const ADMIN_TOKEN = "an-admin-token-of-tests";
const SIGNED_IN = new Map([
  [SESSION_COOKIE, "supervisor"],
  [SCREEN_COOKIE, "wall"],
]);

const identify = createIdentify({
  adminToken: ADMIN_TOKEN,
  host: "0.0.0.0",
  stations: { stationOf: (key) => Promise.resolve(key === "key-of-S01" ? "S01" : null) },
  credentials: knownSpeakers(),
});

const STATION: Principal = { kind: "station", stationId: "S01", id: null };

describe("who speaks", () => {
  it("[RO6] is told by what the request shows before what the browser keeps", async () => {
    const ask = (authorization: string | undefined) =>
      identify({ authorization, cookies: SIGNED_IN });

    expect(await ask("Bearer key-of-S01")).toEqual(STATION);
    expect(await ask(`bearer ${ADMIN_TOKEN}`)).toEqual({ kind: "admin-token" });
    expect(await ask("Bearer nobody's")).toBeNull();
    expect(await ask(undefined)).toMatchObject({ kind: "account", role: "supervisor" });
  });

  it("[RO6] is the screen where the session is over, and nobody where that is ended too", async () => {
    const ask = (session: string, screen: string) =>
      identify({
        authorization: undefined,
        cookies: cookiesOf(`${SESSION_COOKIE}=${session}; ${SCREEN_COOKIE}=${screen}`),
      });

    expect(await ask("over", "wall")).toEqual({ kind: "wall", id: "screen-wall" });
    expect(await ask("over", "ended")).toEqual({ kind: "anonymous" });
  });

  it("[RO6] a station's key writes for its station alone, a supervisor for each", () => {
    const supervisor = { kind: "account", id: "a", role: "supervisor", sessionId: "s" } as const;

    expect(senderFor(STATION, "S01")).toBe("station");
    expect(senderFor(STATION, "S02")).toBe("station-key-foreign");
    expect(senderFor({ kind: "wall", id: "w" }, "S01")).toBe("station-key-foreign");
    expect(senderFor(supervisor, "S02")).toBe("supervisor");
  });
});

describe("cookies", () => {
  it("[RO6] are read by name, the first of two, whatever they are called", () => {
    expect([...cookiesOf("a=1; __proto__=2; a=3;b=x=y; =5; c")]).toEqual([
      ["a", "1"],
      ["__proto__", "2"],
      ["b", "x=y"],
    ]);
    expect(cookiesOf(undefined).size).toBe(0);
  });
});
