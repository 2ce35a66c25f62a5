import { describe, expect, it } from "vitest";
import { totpAt } from "../../../../server/src/access/totp.ts";
import { TOKEN } from "../support/open-http.ts";
import {
  addAccount,
  giveAccount,
  openBrowser,
  PASSWORD,
  refusalOf,
  signedIn,
  whoIs,
} from "./browser.ts";
import { type Door, openDoor, START } from "./open-door.ts";

const ANA = { name: "Ana Élise", role: "supervisor" } as const;
const BOSS = { name: "Boss", role: "administrator" } as const;
const OTHER = "cinq aiguilles sous la neige";

function patch(http: Door, id: string, body: object) {
  return http.ask("PATCH", `/api/v1/accounts/${id}`, { token: TOKEN, body });
}

function roleOf(browser: { ask: Door["ask"] | ReturnType<typeof openBrowser>["ask"] }) {
  return browser.ask("GET", "/api/v1/me").then(({ json }) => Object(json).role);
}

/** The code of a phone at a moment. */
function codeAt(secret: string, at: number): string {
  return totpAt(secret, Math.floor(at / 30_000));
}

describe("an account", () => {
  it("[AC2] is told with its role and never with its password", async () => {
    const http = await openDoor();
    const id = await giveAccount(http, ANA);

    const { json, text } = await http.ask("GET", "/api/v1/accounts", { token: TOKEN });

    const state = { isDisabled: false, hasTotp: false, createdAt: START, passwordAt: START };
    const passwordUntil = START + 7 * 86_400_000;
    expect(json).toEqual({ accounts: [{ id, ...ANA, ...state, passwordUntil }] });
    expect(text).not.toContain("scrypt");
  });

  it.each([
    ["court", "password-short"],
    ["Ana-Élise-2026", "password-own"],
    ["motdepasse123", "password-common"],
  ])("[AC3] gets no password %s", async (password, code) => {
    const http = await openDoor();
    const body = { ...ANA, password };
    const answer = await http.ask("POST", "/api/v1/accounts", { token: TOKEN, body });
    expect(answer.json).toMatchObject({ code, path: "/password" });
  });

  it("[AC7] may do what its role allows from the moment on that it is another, and its sockets are told", async () => {
    const http = await openDoor();
    const ana = await signedIn(http, ANA);
    const revoked: string[] = [];
    http.access.credentials.onRevoked((id) => revoked.push(id));

    await patch(http, ana.accountId, { role: "manager" });

    expect([await roleOf(ana), revoked.length]).toEqual(["manager", 1]);
  });

  it.each([
    ["is disabled", { disabled: true }],
    ["gets another password", { password: OTHER }],
  ])("[AC7] is signed out everywhere when it %s", async (_what, change) => {
    const http = await openDoor();
    const ana = await signedIn(http, ANA);
    const luc = await signedIn(http, { name: "Luc", role: "manager" });

    const answer = await patch(http, ana.accountId, change);

    expect(answer.status).toBe(200);
    expect([await whoIs(ana), await whoIs(luc)]).toEqual(["local", "account"]);
    const { sessions } = http.ledger.access.readAccess();
    expect(sessions.map(({ accountId }) => accountId)).toEqual([luc.accountId]);
  });

  it("[AC7] is signed out when it is deleted, and its name is in no table any more", async () => {
    const http = await openDoor();
    const ana = await signedIn(http, ANA);

    const answer = await http.ask("DELETE", `/api/v1/accounts/${ana.accountId}`, { token: TOKEN });

    expect([answer.status, await whoIs(ana)]).toEqual([204, "local"]);
    expect(http.ledger.access.readAccess()).toMatchObject({ accounts: [], sessions: [] });
  });

  it("[AC7] a session that begins while its account changes does not outlive the change", async () => {
    const http = await openDoor();
    const ids = [await addAccount(http, ANA), await addAccount(http, { ...BOSS, name: "Zoé" })];
    const browsers = [openBrowser(http), openBrowser(http)];

    await Promise.all([
      browsers[0]?.signIn("ana elise", PASSWORD),
      browsers[1]?.signIn("zoe", PASSWORD),
      patch(http, ids[0] ?? "", { disabled: true }),
      patch(http, ids[1] ?? "", { password: OTHER, role: "manager" }),
      addAccount(http, BOSS),
    ]);

    const who = await Promise.all(browsers.map(whoIs));
    const stale = http.ledger.access.readAccess().sessions.filter(({ accountId }) => {
      const account = http.access.accounts.find(accountId);
      return account === null || account.disabledAt !== null;
    });
    expect([who[0], stale]).toEqual(["local", []]);
  });

  it("[AC11] of the last administrator can't be deleted, disabled or given another role", async () => {
    const http = await openDoor();
    const boss = await addAccount(http, BOSS);
    const other = await addAccount(http, { name: "Autre", role: "administrator" });
    await patch(http, other, { disabled: true });
    const refused = { status: 409, code: "last-administrator" };
    const url = `/api/v1/accounts/${boss}`;

    const answers = [
      await http.ask("DELETE", url, { token: TOKEN }),
      await patch(http, boss, { disabled: true }),
      await patch(http, boss, { role: "manager" }),
    ];

    expect(answers.map(refusalOf)).toEqual([refused, refused, refused]);
    await patch(http, other, { disabled: false });
    const both = await Promise.all([boss, other].map((id) => patch(http, id, { role: "manager" })));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it("[AC15] has its name in its table alone: the journal says which one and what changed", async () => {
    const http = await openDoor();
    const id = await giveAccount(http, ANA);
    await patch(http, id, { role: "manager", password: OTHER });
    await http.ask("DELETE", `/api/v1/accounts/${id}`, { token: TOKEN });

    const facts = http.sqlite.prepare("SELECT author, body FROM facts ORDER BY n").all();

    const told = facts.map((fact) => {
      const { author, body } = Object(fact);
      return { author, ...JSON.parse(body) };
    });
    const about = { author: "token", what: "account", subject: id };
    const state = { role: "supervisor", passwordAt: START, hasTotp: false, isDisabled: false };
    expect(told).toEqual([
      { ...about, before: null, after: state },
      {
        ...about,
        before: { role: "supervisor", passwordAt: START },
        after: { role: "manager", passwordAt: START + 1 },
      },
      { ...about, before: { ...state, role: "manager", passwordAt: START + 1 }, after: null },
    ]);
    expect(tablesWith(http, "Élise")).toEqual([]);
    await addAccount(http, ANA);
    expect(tablesWith(http, "Élise")).toEqual(["accounts"]);
  });
});

/** Tables that hold a text anywhere. */
function tablesWith({ sqlite }: Door, text: string): string[] {
  const tables = sqlite
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .pluck()
    .all();
  return tables.filter((table) =>
    JSON.stringify(sqlite.prepare(`SELECT * FROM ${table}`).all()).includes(text),
  );
}

describe("one's own password", () => {
  it("[AC7] is changed with the one before, and ends one's other sessions", async () => {
    const http = await openDoor();
    const ana = await signedIn(http, ANA);
    const phone = openBrowser(http);
    await phone.signIn("ana elise", PASSWORD);
    const change = (old: string) =>
      ana.ask("POST", "/api/v1/accounts/me/password", { old, new: OTHER });
    expect(refusalOf(await change("not this one"))).toEqual({
      status: 403,
      code: "password-wrong",
    });

    expect((await change(PASSWORD)).status).toBe(204);

    expect([await whoIs(ana), await whoIs(phone)]).toEqual(["account", "local"]);
    const signIns = [
      await phone.signIn("ana elise", PASSWORD),
      await phone.signIn("ana elise", OTHER),
    ];
    expect(signIns.map(({ status }) => status)).toEqual([401, 201]);
  });

  it("[AC5] is guessed no faster by whoever found the device open", async () => {
    const http = await openDoor();
    const ana = await signedIn(http, ANA);
    const answers = [];
    for (let tries = 0; tries < 4; tries++) {
      const body = { old: `guess ${tries}`, new: OTHER };
      answers.push((await ana.ask("POST", "/api/v1/accounts/me/password", body)).status);
    }
    expect(answers).toEqual([403, 403, 403, 429]);
  });
});

describe("the second step", () => {
  const TOTP = "/api/v1/accounts/me/totp";

  /** Somebody who has paired a phone; the secret of it. */
  async function withPhone(http: Door) {
    const ana = await signedIn(http, ANA);
    const offer = await ana.ask("POST", TOTP, { password: PASSWORD });
    const { secret, uri } = Object(offer.json);
    const confirmed = await ana.ask("POST", TOTP, { code: codeAt(secret, START) });
    return { ana, secret: String(secret), uri: String(uri), confirmed };
  }

  it("[AC9] is asked for once a code of the phone was shown, and a code counts once", async () => {
    const http = await openDoor();
    const { secret, uri, confirmed } = await withPhone(http);
    expect([confirmed.status, uri]).toEqual([
      204,
      `otpauth://totp/Trame%3AAna%20%C3%89lise?secret=${secret}&issuer=Trame`,
    ]);
    const browser = openBrowser(http);
    const enter = (totp?: string) =>
      browser.signIn("ana elise", PASSWORD, totp === undefined ? {} : { totp });
    expect(refusalOf(await enter())).toEqual({ status: 401, code: "totp-needed" });
    // The code that proved the phone was used.
    expect(refusalOf(await enter(codeAt(secret, START)))).toEqual({
      status: 401,
      code: "sign-in-wrong",
    });

    http.setNow(START + 30_000);
    const code = codeAt(secret, START + 30_000);
    const answers = [await enter(code), await enter(code)];

    expect(answers.map(({ status }) => status)).toEqual([201, 401]);
  });

  it("[AC9] tells nothing to whoever does not know the password, and its codes are guessed no faster", async () => {
    const http = await openDoor();
    const { secret } = await withPhone(http);
    const browser = openBrowser(http, { from: "127.0.0.9" });
    expect(refusalOf(await browser.signIn("ana elise", "a wrong password"))).toEqual({
      status: 401,
      code: "sign-in-wrong",
    });
    const statuses = [];
    for (const totp of ["000000", "000001", "000002"].filter(
      (code) => code !== codeAt(secret, START),
    )) {
      statuses.push((await browser.signIn("ana elise", PASSWORD, { totp })).status);
    }
    expect(statuses).toEqual([401, 401, 429]);
  });

  it("[AC9] goes with the password, or when whoever manages access takes it away", async () => {
    const http = await openDoor();
    const { ana } = await withPhone(http);
    expect((await ana.ask("DELETE", TOTP, { password: "not it" })).status).toBe(403);
    expect((await ana.ask("DELETE", TOTP, { password: PASSWORD })).status).toBe(204);
    expect((await openBrowser(http).signIn("ana elise", PASSWORD)).status).toBe(201);

    const other = await openDoor();
    const { ana: lost } = await withPhone(other);
    const url = `/api/v1/accounts/${lost.accountId}/totp`;
    expect((await other.ask("DELETE", url, { token: TOKEN })).status).toBe(204);
    expect((await openBrowser(other).signIn("ana elise", PASSWORD)).status).toBe(201);
  });

  it("[AC9] is never on before a code was shown: the offer ends after ten minutes", async () => {
    const http = await openDoor();
    const ana = await signedIn(http, ANA);
    const code = "123456";
    expect(refusalOf(await ana.ask("POST", TOTP, { code })).code).toBe("totp-not-begun");
    const { secret } = Object((await ana.ask("POST", TOTP, { password: PASSWORD })).json);
    const wrong = codeAt(secret, START + 3_600_000);
    expect(refusalOf(await ana.ask("POST", TOTP, { code: wrong })).code).toBe("totp-wrong");
    const later = START + 10 * 60_000;
    http.setNow(later);
    const late = await ana.ask("POST", TOTP, { code: codeAt(secret, later) });
    expect(refusalOf(late).code).toBe("totp-not-begun");
    expect((await openBrowser(http).signIn("ana elise", PASSWORD)).status).toBe(201);
  });
});
