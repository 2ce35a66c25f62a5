import { describe, expect, it } from "vitest";
import { createPasswordHash } from "../../../../server/src/access/password-hash.ts";
import { TOKEN } from "../support/open-http.ts";
import { addAccount, openBrowser, PASSWORD, refusalOf, signedIn, whoIs } from "./browser.ts";
import { openDoor, START } from "./open-door.ts";

const ANA = { name: "Ana Élise", role: "supervisor" } as const;
const WRONG = { status: 401, code: "sign-in-wrong" };

describe("the first start", () => {
  it("[AC1] makes one administrator with the code that was printed, signed in, and no second one", async () => {
    const http = await openDoor();
    const browser = openBrowser(http);
    const first = { name: "Ana", password: PASSWORD };
    const setUp = (code: string) => browser.ask("POST", "/api/v1/setup", { ...first, code });
    expect(http.setupCode).toMatch(/^[A-Z3479]{4}-[A-Z3479]{4}-[A-Z3479]{4}$/);
    expect(refusalOf(await setUp("AAAA-AAAA-AAAA"))).toEqual({
      status: 401,
      code: "setup-code-wrong",
    });

    const made = await setUp(http.setupCode.toLowerCase().replaceAll("-", " "));

    expect(made.status).toBe(201);
    const { json: me } = await browser.ask("GET", "/api/v1/me");
    expect(me).toMatchObject({
      kind: "account",
      role: "administrator",
      name: "Ana",
      setupNeeded: false,
      secure: true,
      session: { isShared: true, idleMinutes: 20 },
    });
    expect(http.access.accounts.all()).toHaveLength(1);
    expect(refusalOf(await setUp(http.setupCode))).toEqual({ status: 404, code: "setup-done" });
  });

  it("[AC1] makes one of two that come at once", async () => {
    const http = await openDoor();
    const body = { code: http.setupCode, password: PASSWORD };

    const answers = await Promise.all(
      ["Ana", "Luc"].map((name) =>
        openBrowser(http, { from: `127.0.0.${name.length}` }).ask("POST", "/api/v1/setup", {
          ...body,
          name,
        }),
      ),
    );

    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 404]);
    expect(http.access.accounts.all()).toHaveLength(1);
  });

  it("[AC1] slows down whoever guesses at the code", async () => {
    const http = await openDoor();
    const body = { code: "AAAA-AAAA-AAAA", name: "Ana", password: PASSWORD };
    const guess = () => http.ask("POST", "/api/v1/setup", { body });
    for (let tries = 0; tries < 3; tries++) await guess();

    const refused = await guess();

    expect(refusalOf(refused)).toEqual({ status: 429, code: "too-many-tries" });
    expect(refused.headers["retry-after"]).toBe("5");
  });
});

describe("signing in", () => {
  it("[AC2] goes by the name in whatever case and accents", async () => {
    const http = await openDoor();
    await addAccount(http, ANA);

    const answer = await openBrowser(http).signIn("  ana elise ", PASSWORD);

    expect(answer.status).toBe(201);
    const body = { ...ANA, name: "ANA ELISE", password: PASSWORD };
    const again = await http.ask("POST", "/api/v1/accounts", { token: TOKEN, body });
    expect(refusalOf(again)).toEqual({ status: 409, code: "account-name-taken" });
  });

  it("[AC4] refuses an unknown name, a wrong password and a disabled account with one sentence", async () => {
    const http = await openDoor();
    await addAccount(http, ANA);
    const id = await addAccount(http, { name: "Luc", role: "manager" });
    const body = { disabled: true };
    await http.ask("PATCH", `/api/v1/accounts/${id}`, { token: TOKEN, body });
    const browser = openBrowser(http);

    const answers = [
      await browser.signIn("Nobody", PASSWORD),
      await browser.signIn("Ana Élise", "une autre phrase de passe"),
      await browser.signIn("Luc", PASSWORD),
    ];

    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.map(refusalOf)).toEqual([WRONG, WRONG, WRONG]);
    expect(browser.cookies.size).toBe(0);
  });

  it("[AC4] [AC5] slows an unknown name down like a known one", async () => {
    const http = await openDoor();
    await addAccount(http, ANA);
    const seenFor = async (name: string): Promise<object[]> => {
      const browser = openBrowser(http, { from: `127.0.1.${name.length}` });
      const answers = [];
      for (let tries = 0; tries < 5; tries++) answers.push(await browser.signIn(name, "wrong"));
      return answers.map((answer) => ({
        ...refusalOf(answer),
        retry: answer.headers["retry-after"],
      }));
    };

    const [known, unknown] = [await seenFor("Ana Élise"), await seenFor("Personne")];

    expect(unknown).toEqual(known);
    const tooMany = { status: 429, code: "too-many-tries", retry: "5" };
    expect(known.slice(3)).toEqual([tooMany, tooMany]);
  });

  it("[AC5] with the right password goes at once at another terminal, and here after the wait", async () => {
    const http = await openDoor();
    await addAccount(http, ANA);
    const guesser = openBrowser(http, { from: "127.0.0.66" });
    for (let tries = 0; tries < 4; tries++) await guesser.signIn("Ana Élise", "wrong");

    const elsewhere = await openBrowser(http).signIn("Ana Élise", PASSWORD);
    const here = await guesser.signIn("Ana Élise", PASSWORD);
    http.setNow(START + 5_000);
    const later = await guesser.signIn("Ana Élise", PASSWORD);

    expect([elsewhere.status, here.status, later.status]).toEqual([201, 429, 201]);
  });

  it("[AC8] gives a cookie that no page reads and no other site sends, gone with the window on a shared device", async () => {
    const http = await openDoor();
    await addAccount(http, ANA);
    const cookieFor = async (isShared?: boolean) => {
      const more = isShared === undefined ? {} : { isShared };
      const { headers } = await openBrowser(http).signIn("ana elise", PASSWORD, more);
      return String(headers["set-cookie"]).replace(/=[\w-]{43};/, "=…;");
    };

    expect(await cookieFor()).toBe("trame-session=…; Path=/; HttpOnly; SameSite=Strict");
    expect(await cookieFor(false)).toBe(
      "trame-session=…; Path=/; Max-Age=604800; HttpOnly; SameSite=Strict",
    );
  });

  it("[AC8] takes no session that was put into the browser, and ends the one that it held", async () => {
    const http = await openDoor();
    await addAccount(http, ANA);
    const planted = openBrowser(http, { cookies: { "trame-session": "planted-by-somebody" } });
    await planted.signIn("ana elise", PASSWORD);
    const first = planted.cookies.get("trame-session") ?? "";

    await planted.signIn("ana elise", PASSWORD);

    const second = planted.cookies.get("trame-session") ?? "";
    expect([first, second, "planted-by-somebody"]).toHaveLength(new Set([first, second]).size + 1);
    const thief = (token: string) =>
      whoIs(openBrowser(http, { cookies: { "trame-session": token } }));
    expect([await thief("planted-by-somebody"), await thief(first), await thief(second)]).toEqual([
      "local",
      "local",
      "account",
    ]);
  });

  it("[AC13] sends no password over plain HTTP from another machine, and says where to", async () => {
    const http = await openDoor({ host: "0.0.0.0", httpsPort: 8_443 });
    await addAccount(http, ANA);
    const away = openBrowser(http, {
      from: "192.168.1.20",
      headers: { host: "atelier.local:8080", "accept-language": "fr" },
    });

    const answer = await away.signIn("ana elise", PASSWORD);

    expect(answer.status).toBe(403);
    expect(answer.json).toEqual({
      code: "sign-in-plain",
      message:
        "Ici, un mot de passe pourrait être lu sur le réseau\u00a0: ouvrez Trame à l’adresse https://atelier.local:8443/.",
    });
    const { json: me } = await away.ask("GET", "/api/v1/me");
    expect(me).toMatchObject({ kind: "anonymous", permissions: [], secure: false });
    const byToken = await away.ask("POST", "/api/v1/sessions", { token: TOKEN });
    expect(refusalOf(byToken)).toEqual({ status: 403, code: "sign-in-plain" });
  });

  it("[AC8] takes the admin token too, and a wrong one no faster than passwords", async () => {
    const http = await openDoor();
    const browser = openBrowser(http);
    const enter = (token: string) => browser.ask("POST", "/api/v1/sessions", { token });

    expect((await enter(TOKEN)).status).toBe(201);

    expect(await whoIs(browser)).toBe("admin-token");
    const guesses = [];
    for (let tries = 0; tries < 4; tries++) guesses.push((await enter("wrong-token")).status);
    expect(guesses).toEqual([401, 401, 401, 429]);
  });

  it("[AC14] keeps a password that was kept at a smaller cost at today's from then on", async () => {
    const http = await openDoor();
    const id = await addAccount(http, ANA);
    const [made] = http.access.accounts.all();
    const weak = (await createPasswordHash({ ln: 3, r: 8, p: 1 }).make(PASSWORD)) ?? "";
    http.ledger.access.renewPassword(id, { before: made?.password ?? "", after: weak });
    const next = await http.restart({ ln: 5, r: 8, p: 1 });

    const asked = { name: "Ana Elise", password: PASSWORD, totp: null, isShared: true };
    const answer = await next.signIn({ ...asked, terminal: "t", device: null, token: null });

    expect(answer.ok).toBe(true);
    const { accounts } = http.ledger.access.readAccess();
    expect([weak, accounts[0]?.password].map((kept) => kept?.slice(0, 19))).toEqual([
      "scrypt$ln=3,r=8,p=1",
      "scrypt$ln=5,r=8,p=1",
    ]);
    expect(accounts[0]?.passwordAt).toBe(made?.passwordAt);
  });
});

describe("what is refused", () => {
  it("[AC15] is logged without the name that was typed", async () => {
    const http = await openDoor();
    const browser = await signedIn(http, ANA);

    await browser.signIn("mon mot de passe", "Ana Élise");

    const lines = http.logged.join("\n");
    expect(lines).toContain("a sign-in was refused");
    expect(lines).not.toMatch(/mon mot de passe|Ana/);
  });
});
