import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatCode, toQr } from "@trame/shared";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { createFakeFloor } from "../floor-ui/data-station/support/fake-floor.ts";
import { cardOf, personOf, viewOf } from "../floor-ui/data-station/support/views.ts";
import { openChromium, useScreens } from "./support/browser.ts";
import { startTabletServer } from "./support/tablet-server.ts";
import { writeTicketFilm } from "./support/ticket-film.ts";

const KEY = "key-of-this-station-0001";
const bundles = [117, 118, 119, 120].map((bundle) => ({ order: 118, bundle }));
const codes = bundles.map(formatCode);

const screens = useScreens();

/** A server with four bundles that wait, and somebody at the station. */
async function startFloor() {
  const floor = createFakeFloor();
  const lineBundles = codes.map((code) => cardOf({ code }));
  floor.setView(() => viewOf({ lineBundles, present: [personOf("assignment-1")] }));
  const server = await startTabletServer(screens.dist, floor);
  onTestFinished(() => server.close());
  return { floor, server };
}

async function openContext(): Promise<BrowserContext> {
  const context = await screens.browser.newContext();
  onTestFinished(() => context.close());
  return context;
}

async function openStation(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${url}/station/S01#${KEY}`);
  await isReady(page);
  return page;
}

/** A page reads no scanner before it says so: its code comes after the document. */
const isReady = (page: Page) => page.getByText("Scannez", { exact: false }).first().waitFor();

/** A browser of its own, with more than the usual arguments. */
async function launch(...more: string[]): Promise<Browser> {
  const launched = await openChromium(...more);
  onTestFinished(() => launched.close());
  return launched;
}

/** As a scanner does: keys a few ms apart, then Enter. */
async function wedge(page: Page, text: string): Promise<void> {
  await page.evaluate((signs) => {
    for (const sign of [...signs, "Enter"]) {
      const code = /\d/.test(sign) ? `Digit${sign}` : sign === "Enter" ? sign : `Key${sign}`;
      document.body.dispatchEvent(
        new KeyboardEvent("keydown", { key: sign, code, bubbles: true, cancelable: true }),
      );
    }
  }, text);
}

const arrived = (count: number, floor: { acts: readonly unknown[] }) =>
  expect.poll(() => floor.acts.length, { timeout: 20_000 }).toBe(count);

describe("a tablet in a browser", () => {
  it("[H16] takes its key out of the address, and has it after a reload", async () => {
    const { floor, server } = await startFloor();
    const page = await openStation(await openContext(), server.url);
    const shown = page.url();
    await page.reload();
    await isReady(page);
    await wedge(page, toQr(bundles[0]!));
    await arrived(1, floor);
    expect(shown).toBe(`${server.url}/station/S01`);
    expect(new Set(floor.keys)).toEqual(new Set([`Bearer ${KEY}`]));
  });

  it("[H4] killed while the server is away it sends everything once, in order, when it is opened again", async () => {
    const { floor, server } = await startFloor();
    const context = await openContext();
    const page = await openStation(context, server.url);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    server.hangUp();
    for (const bundle of bundles) {
      await wedge(page, toQr(bundle));
      const leave = page.getByRole("button", { name: "Non, garder les deux ouverts" });
      if (bundle !== bundles[0]) await leave.click();
    }
    await page.getByText("4 scans gardés", { exact: false }).first().waitFor();
    await page.close({ runBeforeUnload: false });
    const again = await context.newPage();
    await again.goto(`${server.url}/station/S01`);
    await again.getByText("4 scans gardés", { exact: false }).first().waitFor();
    server.pickUp();
    await arrived(4, floor);

    await expect.poll(() => floor.acts.map(({ body }) => body["code"])).toEqual(bundles.map(toQr));
    await expect.poll(() => floor.acts.every(({ body }) => body["offline"] === true)).toBe(true);
    await again.getByText("gardés", { exact: false }).first().waitFor({ state: "detached" });
  });

  it("[H7] in two tabs sends each act once, whichever tab it was done in", async () => {
    const { floor, server } = await startFloor();
    // Bundles that no tablet knows are open nowhere, so that no scan asks about another.
    floor.setView(() => viewOf({ present: [personOf("assignment-1")] }));
    const context = await openContext();
    const left = await openStation(context, server.url);
    const right = await openStation(context, server.url);
    await wedge(left, toQr(bundles[0]!));
    await arrived(1, floor);
    await wedge(right, toQr(bundles[1]!));
    await arrived(2, floor);
    // Closed before it was answered, it would leave its act to the other tab, which would send it again.
    await right.getByText("C'est bon", { exact: true }).first().waitFor();
    await right.close();
    await wedge(left, toQr(bundles[2]!));
    await arrived(3, floor);
    await expect.poll(() => floor.deliveries.length).toBe(3);
  });

  it("[H5] over plain HTTP, without locks, camera and service worker, it keeps and sends all the same", async () => {
    const { floor, server } = await startFloor();
    const plain = await launch("--host-resolver-rules=MAP atelier.test 127.0.0.1");
    const url = server.url.replace("127.0.0.1", "atelier.test");
    const page = await openStation(await plain.newContext(), url);
    const isSecure = await page.evaluate(() => isSecureContext || "locks" in navigator);
    server.hangUp();
    await wedge(page, toQr(bundles[0]!));
    await page.getByText("1 scan gardé", { exact: false }).first().waitFor();
    server.pickUp();
    await arrived(1, floor);
    await page.getByRole("button", { name: "Scanner le paquet" }).click();
    await page.getByText("L’appareil photo ne marche pas ici").waitFor();
    await page.getByText("doit s’ouvrir en https").waitFor();
    expect([isSecure, floor.acts[0]?.body["offline"]]).toEqual([false, true]);
  });

  it("[H18] reads a ticket by its camera, under the policy of the server", async () => {
    const { floor, server } = await startFloor();
    const folder = await mkdtemp(join(tmpdir(), "trame-film-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const film = join(folder, "ticket.y4m");
    await writeTicketFilm(film, toQr(bundles[0]!));
    const filming = await launch(
      "--use-fake-ui-for-media-stream",
      "--use-fake-device-for-media-stream",
      `--use-file-for-fake-video-capture=${film}`,
    );
    const page = await openStation(await filming.newContext(), server.url);
    await page.getByRole("button", { name: "Scanner le paquet" }).click();
    await arrived(1, floor);
    await expect
      .poll(() => floor.acts[0])
      .toMatchObject({
        path: "/api/v1/scans",
        body: { code: toQr(bundles[0]!), origin: "scan" },
      });
  });
});
