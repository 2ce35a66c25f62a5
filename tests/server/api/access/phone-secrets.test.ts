import { rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { totpAt } from "../../../../server/src/access/totp.ts";
import { TOTP_KEY_FILE } from "../../../../server/src/access/totp-vault.ts";
import { TOKEN } from "../support/open-http.ts";
import { openBrowser, PASSWORD, refusalOf, signedIn } from "./browser.ts";
import { type Door, openDoor, START } from "./open-door.ts";

const ANA = { name: "Ana", role: "supervisor" } as const;
const HALF_MINUTE = 30_000;

const codeAt = (secret: string, at: number) => totpAt(secret, Math.floor(at / HALF_MINUTE));

/** Somebody who has paired a phone; its secret. */
async function withPhone(http: Door) {
  const ana = await signedIn(http, ANA);
  const url = "/api/v1/accounts/me/totp";
  const { secret } = Object((await ana.ask("POST", url, { password: PASSWORD })).json);
  await ana.ask("POST", url, { code: codeAt(secret, START) });
  return { accountId: ana.accountId, secret: String(secret) };
}

/** What the database has of it. */
const storedIn = ({ sqlite }: Door): string =>
  String(
    sqlite.prepare("SELECT totp_secret FROM accounts WHERE totp_secret IS NOT NULL").pluck().get(),
  );

/** Signs in with a code at a moment, by what a new start reads. */
async function enter(http: Door, secret: string, at: number) {
  http.setNow(START + at);
  const access = await http.restart();
  const totp = codeAt(secret, START + at);
  const where = { isShared: true, terminal: "127.0.0.7", device: null, token: null };
  return access.signIn({ name: "ana", password: PASSWORD, totp, ...where });
}

describe("the secret of a phone", () => {
  it("[AC22] is sealed where it is stored, and read at a new start", async () => {
    const http = await openDoor();
    const { secret } = await withPhone(http);

    const stored = storedIn(http);

    expect(stored).toMatch(/^sealed:/);
    expect(stored).not.toContain(secret);
    expect(statSync(join(http.folder, TOTP_KEY_FILE)).mode & 0o777).toBe(0o600);
    expect((await enter(http, secret, HALF_MINUTE)).ok).toBe(true);
  });

  it("[AC22] that was stored before is sealed at the next start, and stays the same", async () => {
    const http = await openDoor();
    const { accountId, secret } = await withPhone(http);
    http.sqlite.prepare("UPDATE accounts SET totp_secret = ? WHERE id = ?").run(secret, accountId);
    expect(storedIn(http)).toBe(secret);

    const entered = await enter(http, secret, HALF_MINUTE);

    expect([entered.ok, storedIn(http).startsWith("sealed:")]).toEqual([true, true]);
  });

  it("[AC22] without its key lets nobody in, not even with the right code, and can be taken away", async () => {
    const http = await openDoor();
    const { accountId, secret } = await withPhone(http);
    rmSync(join(http.folder, TOTP_KEY_FILE));

    const entered = await enter(http, secret, HALF_MINUTE);

    expect(entered).toMatchObject({ ok: false, refusal: { code: "totp-unreadable" } });
    const url = `/api/v1/accounts/${accountId}/totp`;
    expect((await http.ask("DELETE", url, { token: TOKEN })).status).toBe(204);
    expect((await openBrowser(http).signIn("ana", PASSWORD)).status).toBe(201);
  });

  it("[AC22] of one account is of no use in the row of another", async () => {
    const http = await openDoor();
    const { secret } = await withPhone(http);
    const luc = await signedIn(http, { name: "Luc", role: "manager" });
    const sealed = storedIn(http);
    http.sqlite
      .prepare("UPDATE accounts SET totp_secret = ? WHERE id = ?")
      .run(sealed, luc.accountId);
    http.setNow(START + HALF_MINUTE);
    const next = await http.restart();

    const where = { isShared: true, terminal: "127.0.0.7", device: null, token: null };
    const totp = codeAt(secret, START + HALF_MINUTE);
    const entered = await next.signIn({ name: "luc", password: PASSWORD, totp, ...where });

    expect(entered).toMatchObject({ ok: false, refusal: { code: "totp-unreadable" } });
    expect(refusalOf(await openBrowser(http).signIn("luc", "wrong")).code).toBe("sign-in-wrong");
  });
});
