/** Browsers of a workshop: each keeps its cookies, and asks as a page of the server does. */
import { type Answer, type Ask, TOKEN } from "../support/open-http.ts";
import type { Door } from "./open-door.ts";

type Asked = Pick<Door, "ask">;
type Method = Parameters<Door["ask"]>[0];

export interface Browser {
  readonly cookies: ReadonlyMap<string, string>;
  ask(method: Method, url: string, body?: object): Promise<Answer>;
  signIn(name: string, password: string, more?: object): Promise<Answer>;
}

export interface BrowserOptions {
  /** Remote address. */
  readonly from?: string;
  readonly headers?: Record<string, string>;
  /** What it holds before it asks for anything. */
  readonly cookies?: Readonly<Record<string, string>>;
}

export function openBrowser(
  http: Asked,
  { from = "127.0.0.1", headers = {}, cookies: kept = {} }: BrowserOptions = {},
): Browser {
  const cookies = new Map(Object.entries(kept));
  const ask: Browser["ask"] = async (method, url, body) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const sent: Ask = {
      from,
      headers: { ...headers, ...(cookie !== "" && { cookie }) },
      ...(body !== undefined && { body }),
    };
    const answer = await http.ask(method, url, sent);
    for (const set of [answer.headers["set-cookie"] ?? []].flat()) keep(cookies, set);
    return answer;
  };
  return {
    cookies,
    ask,
    signIn: (name, password, more = {}) =>
      ask("POST", "/api/v1/sessions", { name, password, ...more }),
  };
}

function keep(cookies: Map<string, string>, set: string): void {
  const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
  if (value === "") cookies.delete(name);
  else cookies.set(name, value);
}

/** One that each test may use: long, and nobody's name. */
export const PASSWORD = "quatre bobines bleues dorment";

export interface NewAccount {
  readonly name: string;
  readonly role: "supervisor" | "manager" | "administrator";
}

/** What an administrator draws for somebody. */
export const FIRST = "kd7w-m3pt-xq9r-ha4c";

/** Makes an account with the admin token, with a password that is still to be exchanged; answers its id. */
export async function giveAccount(http: Asked, { name, role }: NewAccount): Promise<string> {
  const body = { name, role, password: FIRST };
  const answer = await http.ask("POST", "/api/v1/accounts", { token: TOKEN, body });
  if (answer.status !== 201) throw new Error(answer.text);
  return Object(answer.json).id;
}

/** Makes an account whose owner has chosen {@link PASSWORD} and signed out again; answers its id. */
export async function addAccount(http: Asked, account: NewAccount): Promise<string> {
  const id = await giveAccount(http, account);
  const headers = { origin: "http://localhost", host: "localhost" };
  const browser = openBrowser(http, { from: "127.0.0.200", headers });
  await browser.signIn(account.name, FIRST);
  const chosen = { old: FIRST, new: PASSWORD };
  const answer = await browser.ask("POST", "/api/v1/accounts/me/password", chosen);
  if (answer.status !== 204) throw new Error(answer.text);
  await browser.ask("DELETE", "/api/v1/sessions/current");
  return id;
}

/** Somebody signed in with an account of their own. */
export async function signedIn(
  http: Asked,
  account: NewAccount,
  options: BrowserOptions & { readonly isShared?: boolean } = {},
): Promise<Browser & { readonly accountId: string }> {
  const accountId = await addAccount(http, account);
  const browser = openBrowser(http, options);
  const { isShared = true } = options;
  const answer = await browser.signIn(account.name, PASSWORD, { isShared });
  if (answer.status !== 201) throw new Error(answer.text);
  return { ...browser, accountId };
}

/** Who the server says that a browser is. */
export async function whoIs(browser: Pick<Browser, "ask">): Promise<string> {
  return Object((await browser.ask("GET", "/api/v1/me")).json).kind;
}

/** Status and code of a refusal. */
export function refusalOf({ status, json }: Answer) {
  return { status, code: Object(json).code };
}
