import { describe, expect, it } from "vitest";
import { TOKEN } from "../support/open-http.ts";
import { openBrowser, PASSWORD, refusalOf, signedIn, whoIs } from "./browser.ts";
import { type Door, openDoor, START } from "./open-door.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ANA = { name: "Ana", role: "supervisor" } as const;
const BOSS = { name: "Boss", role: "administrator" } as const;

/** Sessions that were told to be over, from now on. */
function told(http: Door): string[] {
  const ids: string[] = [];
  http.access.credentials.onRevoked((id) => ids.push(id));
  return ids;
}

function sessionIds(http: Door): string[] {
  return http.access.sessions.all().map(({ id }) => id);
}

describe("a session", () => {
  it.each([
    { isShared: true, idle: 20 * MINUTE, longest: 10 * HOUR },
    { isShared: false, idle: 12 * HOUR, longest: 7 * 24 * HOUR },
  ])("[AC6] ends when it was unused for its time: shared $isShared", async ({ isShared, idle }) => {
    const http = await openDoor();
    const ana = await signedIn(http, ANA, { isShared });
    http.setNow(START + idle - 1);
    expect(await whoIs(ana)).toBe("account");
    http.setNow(START + 2 * idle - 2);
    expect(await whoIs(ana)).toBe("account");
    http.setNow(START + 3 * idle - 2);
    expect(await whoIs(ana)).toBe("local");
    expect(http.ledger.access.readAccess().sessions).toEqual([]);
  });

  it.each([
    { isShared: true, step: 15 * MINUTE, longest: 10 * HOUR },
    { isShared: false, step: 8 * HOUR, longest: 7 * 24 * HOUR },
  ])(
    "[AC6] ends however much it is used: shared $isShared",
    async ({ isShared, step, longest }) => {
      const http = await openDoor();
      const ana = await signedIn(http, ANA, { isShared });
      for (let passed = step; passed < longest; passed += step) {
        http.setNow(START + passed);
        expect(await whoIs(ana)).toBe("account");
      }
      http.setNow(START + longest);
      expect(await whoIs(ana)).toBe("local");
    },
  );

  it("[AC6] is told to be over, and gone from the store, without being asked for", async () => {
    const http = await openDoor();
    const ids = sessionIds(http);
    await signedIn(http, ANA);
    const revoked = told(http);
    http.setNow(START + 20 * MINUTE - 1);
    await http.access.sweep();
    expect([ids, revoked]).toEqual([[], []]);

    http.setNow(START + 20 * MINUTE);
    await http.access.sweep();

    expect([revoked.length, http.ledger.access.readAccess().sessions]).toEqual([1, []]);
  });

  it("[AC6] survives a new start, and is written at most once a minute", async () => {
    const http = await openDoor();
    const ana = await signedIn(http, ANA);
    const seenIn = () => http.ledger.access.readAccess().sessions.map((s) => s.seenAt - START);
    const seen = [];
    for (const at of [1_000, 59_999, 60_000, 60_001, 119_000]) {
      http.setNow(START + at);
      await whoIs(ana);
      seen.push(...seenIn());
    }
    expect(seen).toEqual([0, 0, 60_000, 60_000, 60_000]);

    const next = await http.restart();

    const token = ana.cookies.get("trame-session") ?? "";
    expect(await next.credentials.session(token)).toMatchObject({ kind: "account" });
    expect(await next.credentials.session(`${token}x`)).toBeNull();
  });

  it("[AC6] moves no clock of the log: it is no news for any screen", async () => {
    const http = await openDoor();
    await signedIn(http, BOSS);
    const clock = () => http.ledger.clock;
    const before = clock();
    const browser = openBrowser(http);
    await browser.signIn("Boss", PASSWORD);
    http.setNow(START + 2 * MINUTE);
    await whoIs(browser);
    await browser.ask("DELETE", "/api/v1/sessions/current");
    expect(clock()).toBe(before);
  });

  it("[AC7] is over once it was signed out, also for who kept its cookie", async () => {
    const http = await openDoor();
    const ana = await signedIn(http, ANA);
    const revoked = told(http);
    const kept = openBrowser(http, { cookies: Object.fromEntries(ana.cookies) });

    const answer = await ana.ask("DELETE", "/api/v1/sessions/current");

    expect([answer.status, answer.text, ana.cookies.size]).toEqual([204, "", 0]);
    expect([await whoIs(kept), revoked.length]).toEqual(["local", 1]);
  });

  it("[AC7] is ended by its owner from another device, and by whoever manages access, but by nobody else", async () => {
    const http = await openDoor();
    const [ana, luc, boss] = [
      await signedIn(http, ANA),
      await signedIn(http, { name: "Luc", role: "manager" }),
      await signedIn(http, BOSS),
    ];
    const phone = openBrowser(http, {
      headers: { "user-agent": "Mozilla/5.0 (iPhone) Safari/604" },
    });
    await phone.signIn("Ana", PASSWORD, { isShared: false });
    const seenBy = async (browser: typeof phone) =>
      Object((await browser.ask("GET", "/api/v1/sessions")).json).sessions;
    const own = await seenBy(ana);
    expect(own.map((each: object) => ({ ...each, id: "", accountId: "" }))).toEqual([
      {
        ...{ id: "", accountId: "", isShared: true, isCurrent: true, device: null },
        ...{ createdAt: START, seenAt: START, endsAt: START + 20 * MINUTE },
      },
      {
        ...{ id: "", accountId: "", isShared: false, isCurrent: false },
        ...{ device: "Safari · iPhone", createdAt: START, seenAt: START },
        ...{ endsAt: START + 12 * HOUR },
      },
    ]);
    expect([(await seenBy(luc)).length, (await seenBy(boss)).length]).toEqual([1, 4]);
    const url = `/api/v1/sessions/${own[1].id}`;

    expect(refusalOf(await luc.ask("DELETE", url))).toEqual({
      status: 404,
      code: "session-unknown",
    });
    expect((await ana.ask("DELETE", url)).status).toBe(204);

    expect([await whoIs(phone), await whoIs(ana)]).toEqual(["local", "account"]);
    expect((await boss.ask("DELETE", `/api/v1/sessions/${own[0].id}`)).status).toBe(204);
    expect(await whoIs(ana)).toBe("local");
  });

  it("[AC7] asks to sign in whoever is nobody, and tells others that it takes an account", async () => {
    const http = await openDoor();
    const key = await http.ask("GET", "/api/v1/sessions");
    const body = { old: PASSWORD, new: PASSWORD };
    const token = await http.ask("POST", "/api/v1/accounts/me/password", { token: TOKEN, body });
    expect([refusalOf(key), refusalOf(token)]).toEqual([
      { status: 401, code: "token-missing" },
      { status: 403, code: "account-only" },
    ]);
  });

  it("[AC6] of one account there are twenty: the one unused for longest ends", async () => {
    const http = await openDoor();
    const first = await signedIn(http, ANA, { isShared: false });
    for (let device = 1; device <= 20; device++) {
      http.setNow(START + device);
      await openBrowser(http).signIn("Ana", PASSWORD, { isShared: false });
    }
    expect([await whoIs(first), sessionIds(http).length]).toEqual(["local", 20]);
    expect(http.ledger.access.readAccess().sessions).toHaveLength(20);
  });
});
