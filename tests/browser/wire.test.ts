/** The wire as a browser sees it: a real server under a name of the workshop's, with and without TLS, and real counters. */
import { createHash, createPublicKey, X509Certificate } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "node:tls";
import { startApp } from "@trame/server";
import type { Browser, Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { openWorkshop, planOf } from "../paths/open-workshop.ts";
import { openChromium, useScreens } from "./support/browser.ts";
import { signIn } from "./support/sign-in.ts";

const NAME = "trame.atelier.local";
const TOKEN = "token-of-the-tests";

const screens = useScreens();

async function openSecure() {
  const data = await mkdtemp(join(tmpdir(), "trame-wire-"));
  const app = await startApp({
    ...{ data, host: "127.0.0.1", httpPort: 0, mqttPort: 0, adminToken: TOKEN, names: [NAME] },
    ...{ tls: { httpsPort: 0, mqttsPort: null }, logLevel: "silent" },
    ...{ uiFolder: screens.dist, uiVersion: screens.uiVersion },
  });
  onTestFinished(async () => {
    await app.close();
    await rm(data, { recursive: true, force: true });
  });
  return app;
}

/** The key of the certificate that is shown, as Chromium is told to trust it and no other. */
async function keyShownAt(port: number): Promise<string> {
  const socket = connect({ host: "127.0.0.1", port, servername: NAME, rejectUnauthorized: false });
  await new Promise((resolve) => socket.once("secureConnect", resolve));
  const { raw } = socket.getPeerCertificate();
  socket.destroy();
  const spki = createPublicKey(
    new X509Certificate(raw).publicKey.export({ type: "spki", format: "pem" }),
  );
  return createHash("sha256")
    .update(spki.export({ type: "spki", format: "der" }))
    .digest("base64");
}

/** A browser to which the workshop's name is this machine. */
async function launch(...more: string[]): Promise<Browser> {
  const browser = await openChromium(`--host-resolver-rules=MAP ${NAME} 127.0.0.1`, ...more);
  onTestFinished(() => browser.close());
  return browser;
}

/** What a page complains of. */
function complaintsOf(page: Page): string[] {
  const said: string[] = [];
  page.on("console", (message) => message.type() === "error" && said.push(message.text()));
  page.on("pageerror", (error) => said.push(error.message));
  return said;
}

async function looksAtWall(page: Page, origin: string) {
  const said = complaintsOf(page);
  await page.goto(`${origin}/trust`);
  const signedIn = await page.evaluate(async (token) => {
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ token, isShared: false });
    return (await fetch("/api/v1/sessions", { method: "POST", headers, body })).status;
  }, TOKEN);
  expect(signedIn).toBe(201);
  const socket = page.waitForEvent("websocket");
  await page.goto(`${origin}/wall`);
  await (await socket).waitForEvent("framereceived");
  await page.goto(`${origin}/trust`);
  await page.getByText("Comparez").waitFor();
  return { said, words: await page.locator(".trust-words li").allTextContents() };
}

describe("a name of the workshop's", () => {
  it("[TL3] is served over HTTPS to a browser that trusts its key, and to no other", async () => {
    const app = await openSecure();
    const key = await keyShownAt(app.httpsPort ?? 0);
    const browser = await launch(`--ignore-certificate-errors-spki-list=${key}`);
    const context = await browser.newContext({ ignoreHTTPSErrors: false });
    const page = await context.newPage();
    const origin = `https://${NAME}:${app.httpsPort}`;
    await page.goto(`${origin}/trust`);

    await expect.poll(() => page.evaluate(() => isSecureContext)).toBe(true);
    const stranger = await (await launch()).newPage();
    await expect(stranger.goto(origin)).rejects.toThrow("ERR_CERT_AUTHORITY_INVALID");
    const words = await page.locator(".trust-words li").allTextContents();
    expect(words).toEqual(app.authority?.fingerprint.words.split(" "));
  });

  it("[TL5] is served over plain HTTP, with its live socket, and nothing is upgraded or blocked", async () => {
    const app = await openSecure();
    const page = await (await launch()).newPage();
    const { said, words } = await looksAtWall(page, `http://${NAME}:${app.httpPort}`);

    expect(said).toEqual([]);
    expect(words).toEqual(app.authority?.fingerprint.words.split(" "));
    await expect
      .poll(() => page.evaluate(() => [location.protocol, isSecureContext]))
      .toEqual(["http:", false]);
  });
});

describe("secret of a counter, at the desk", () => {
  it("[TL11] [TL12] is changed and taken back on the counters' page, under a counter that is connected", async () => {
    const shop = await openWorkshop({ uiFolder: screens.dist, uiVersion: screens.uiVersion });
    await shop.plan(planOf({ S01: { device: "esp-01" } }), Date.now() - 60_000);
    const former = await shop.connect("esp-01");
    const context = await screens.browser.newContext({ locale: "fr-FR" });
    onTestFinished(() => context.close());
    await signIn(context, { http: shop.http(), token: shop.token });
    const page = await context.newPage();
    await page.goto(`${shop.http()}/manage/settings/counters`);

    await page.getByRole("button", { name: "Faire un nouveau secret pour esp-01" }).click();
    await page.getByRole("button", { name: "Faire un nouveau secret", exact: true }).click();
    const secret = await page.locator(".se-secret pre").textContent();
    await page.getByRole("img", { name: "Adresse et secret de esp-01 en code QR" }).waitFor();
    expect(former.connected).toBe(true);
    const renewed = await shop.connect("esp-01", { password: secret ?? "" });
    const closed = new Promise<void>((resolve) => renewed.once("close", () => resolve()));

    await page.getByRole("button", { name: "Couper l’accès de esp-01" }).click();
    await page.getByRole("button", { name: "Couper l’accès", exact: true }).click();
    await closed;
    await page.getByText("esp-01 est déconnecté").first().waitFor();
    await expect.poll(() => page.locator(".se-secret").count()).toBe(0);
  });
});
