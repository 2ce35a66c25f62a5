import { describe, expect, it } from "vitest";
import { TOKEN } from "../support/open-http.ts";
import { addAccount, FIRST, giveAccount, openBrowser, PASSWORD, refusalOf } from "./browser.ts";
import { type Door, openDoor, START } from "./open-door.ts";

const BOSS = { name: "Boss", role: "administrator" } as const;
const OTHER = "cinq aiguilles sous la neige";
const DAY = 86_400_000;
const FIRST_CHOICE = { status: 403, code: "password-first" };

/** Somebody who signed in with what an administrator drew. */
async function newcomer(http: Door) {
  const id = await giveAccount(http, BOSS);
  const browser = openBrowser(http);
  const answer = await browser.signIn(BOSS.name, FIRST);
  return { ...browser, id, answer };
}

const choose = (browser: Pick<ReturnType<typeof openBrowser>, "ask">, chosen: string) =>
  browser.ask("POST", "/api/v1/accounts/me/password", { old: FIRST, new: chosen });

/** What an administrator may, and what is everybody's own; as it would be taken. */
const ELSEWHERE = [
  ["GET", "/api/v1/accounts"],
  ["POST", "/api/v1/accounts", { name: "Luc", role: "manager", password: OTHER }],
  ["GET", "/api/v1/api-keys"],
  ["GET", "/api/v1/screens"],
  ["GET", "/api/v1/sessions"],
  ["DELETE", "/api/v1/sessions/any"],
  ["POST", "/api/v1/accounts/me/totp", { password: FIRST }],
  ["DELETE", "/api/v1/accounts/me/totp", { password: FIRST }],
] as const;

/** Which of those addresses send somebody to their first choice. */
async function sentBack({ ask }: Pick<ReturnType<typeof openBrowser>, "ask">): Promise<string[]> {
  const sent: string[] = [];
  for (const [method, url, body] of ELSEWHERE) {
    const { status, json } = await ask(method, url, body);
    if (status === 403 && Object(json).code === "password-first") sent.push(`${method} ${url}`);
  }
  return sent;
}

describe("a password that somebody else drew", () => {
  it("[AC18] opens the choice of one's own and nothing else", async () => {
    const http = await openDoor();
    const ana = await newcomer(http);
    expect(ana.answer.status).toBe(201);

    const { json } = await ana.ask("GET", "/api/v1/me");
    expect(json).toMatchObject({ kind: "account", mustChoosePassword: true, permissions: [] });
    expect(await sentBack(ana)).toEqual(ELSEWHERE.map(([method, url]) => `${method} ${url}`));
    expect(http.access.accounts.all()).toHaveLength(1);
  });

  it("[AC18] control: once it is exchanged the same person does all that their role may", async () => {
    const http = await openDoor();
    const ana = await newcomer(http);

    expect((await choose(ana, PASSWORD)).status).toBe(204);

    const { json } = await ana.ask("GET", "/api/v1/me");
    expect(json).toMatchObject({ mustChoosePassword: false, role: "administrator" });
    expect((await ana.ask("GET", "/api/v1/accounts")).status).toBe(200);
    expect(await sentBack(ana)).toEqual([]);
    expect((await openBrowser(http).signIn(BOSS.name, FIRST)).status).toBe(401);
    expect((await openBrowser(http).signIn(BOSS.name, PASSWORD)).status).toBe(201);
  });

  it("[AC18] is exchanged for another, not for itself, however it is typed", async () => {
    const http = await openDoor();
    const ana = await newcomer(http);
    const same = { status: 422, json: { code: "password-same", path: "/new" } };
    expect(await choose(ana, FIRST)).toMatchObject(same);
    expect(await choose(ana, FIRST.replace("k", "\uff4b"))).toMatchObject(same);
    expect(await choose(ana, "court")).toMatchObject({ status: 422 });
    const { json } = await ana.ask("GET", "/api/v1/me");
    expect(json).toMatchObject({ mustChoosePassword: true });
  });

  it("[AC18] holds for a week, then lets nobody in", async () => {
    const http = await openDoor();
    await giveAccount(http, BOSS);
    const at = async (after: number) => {
      http.setNow(START + after);
      return refusalOf(await openBrowser(http).signIn(BOSS.name, FIRST));
    };
    expect((await at(7 * DAY - 1)).status).toBe(201);
    expect(await at(7 * DAY)).toEqual({ status: 401, code: "password-expired" });
    http.setNow(START + 8 * DAY);
    const wrong = await openBrowser(http).signIn(BOSS.name, "not the one");
    expect(refusalOf(wrong)).toEqual({ status: 401, code: "sign-in-wrong" });
  });

  it("[AC18] takes the place of the one before when it is reset, over a new start too", async () => {
    const http = await openDoor();
    const id = await addAccount(http, BOSS);
    await http.ask("PATCH", `/api/v1/accounts/${id}`, { token: TOKEN, body: { password: FIRST } });

    const ana = openBrowser(http);
    await ana.signIn(BOSS.name, FIRST);
    const next = await http.restart();

    expect(refusalOf(await ana.ask("GET", "/api/v1/accounts"))).toEqual(FIRST_CHOICE);
    const session = await next.credentials.session(ana.cookies.get("trame-session") ?? "");
    expect(session).toMatchObject({ id, mustChoose: true });
  });

  it("[AC7] one's own is not set without the one before, though one may set everybody's", async () => {
    const http = await openDoor();
    const id = await addAccount(http, BOSS);
    const boss = openBrowser(http);
    await boss.signIn(BOSS.name, PASSWORD);

    const answer = await boss.ask("PATCH", `/api/v1/accounts/${id}`, { password: OTHER });

    expect(refusalOf(answer)).toEqual({ status: 409, code: "password-of-own" });
    expect((await openBrowser(http).signIn(BOSS.name, PASSWORD)).status).toBe(201);
  });
});
