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
export async function makeDemoAccount(api: Api): Promise<DemoAccount> {
  const drawn = Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join("");
  const password = (drawn.match(/.{4}/g) ?? []).join("-");
  await api.send("POST", "/api/v1/accounts", { name: NAME, password, role: "administrator" });
  return { name: NAME, password };
}
