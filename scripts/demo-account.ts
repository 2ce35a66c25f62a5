/** Somebody who may do everything in the demo, so that nobody needs the token or the setup code to look around. */
import { randomInt } from "node:crypto";
import type { Api } from "@trame/firmware-sim";

/** What one signs in with. */
export interface DemoAccount {
  readonly name: string;
  readonly password: string;
}

const NAME = "demo";
/** No two that look alike. */
const SIGNS = "acdefghjkmnpqrtuvwxy3479";
const LENGTH = 12;

/** Makes the account, with a password drawn for this demo. */
export async function makeDemoAccount(api: Api, server: string): Promise<DemoAccount> {
  const given = drawn();
  await api.send("POST", "/api/v1/accounts", {
    name: NAME,
    password: given,
    role: "administrator",
  });
  const password = drawn();
  await choose(server, { given, own: password });
  return { name: NAME, password };
}

/** Nothing opens with a password that somebody else drew but the choice of another one ([AC18]). */
async function choose(
  server: string,
  { given, own }: { readonly given: string; readonly own: string },
): Promise<void> {
  const headers = { "content-type": "application/json", origin: server };
  const send = (path: string, body: object, cookie = "") =>
    fetch(`${server}/api/v1${path}`, {
      ...{ method: "POST", body: JSON.stringify(body) },
      headers: { ...headers, cookie },
    });
  const signedIn = await send("/sessions", { name: NAME, password: given });
  const [cookie = ""] = (signedIn.headers.get("set-cookie") ?? "").split(";");
  const chosen = await send("/accounts/me/password", { old: given, new: own }, cookie);
  if (!chosen.ok) throw new Error(`the demo's account: ${await chosen.text()}`);
}

function drawn(): string {
  const signs = Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join("");
  return (signs.match(/.{4}/g) ?? []).join("-");
}
