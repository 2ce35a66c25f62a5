import { readFile, writeFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { openWorkshop, planOf, report, type Workshop } from "../paths/open-workshop.ts";
import { faults } from "./support/axe.ts";
import { useScreens } from "./support/browser.ts";
import { signIn } from "./support/sign-in.ts";

const screens = useScreens();

const HOUR = 3_600_000;
const DESK = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

async function open(shop: Workshop, path: string, size = DESK): Promise<Page> {
  const context = await screens.browser.newContext({ viewport: size, locale: "fr-FR" });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await signIn(context, { http: shop.http(), token: shop.token });
  await page.goto(shop.http() + path);
  return page;
}

/** Twenty pieces, a backup made from the page, then thirty more. */
async function openBackedUp() {
  const shop = await openWorkshop({ uiFolder: screens.dist, uiVersion: screens.uiVersion });
  const began = Date.now() - 3 * HOUR;
  await shop.plan(planOf({ S01: { device: "esp-01" } }), began - HOUR);
  const power = { device: "esp-01", boot: "0000000a", began };
  const device = await shop.connect("esp-01");
  await report(device, power, [[1, began + HOUR, 20]]);
  const page = await open(shop, "/manage/backups");
  await page.getByRole("button", { name: "Sauvegarder maintenant" }).click();
  await page.getByRole("heading", { name: "Sauvegardes gardées" }).waitFor();
  await page.getByRole("button", { name: /^Restaurer la sauvegarde/ }).waitFor();
  await report(device, power, [[2, began + 2 * HOUR, 50]]);
  return { shop, page };
}

/** How much of the list's rows is out of sight, in pixels. */
function beyondTheTable(page: Page): Promise<number> {
  return page.locator(".bk-list").evaluate((table) => {
    const frame = table.parentElement;
    return frame === null ? Number.NaN : frame.scrollWidth - frame.clientWidth;
  });
}

describe("the page of backups in a browser", () => {
  it("[BK16] [BK10] goes back in two steps by the keyboard, says how far it is, and what came of it", async () => {
    const { shop, page } = await openBackedUp();
    for (const width of [1024, 1280, 1440, 1600]) {
      await page.setViewportSize({ width, height: 800 });
      expect([width, await beyondTheTable(page)]).toEqual([width, 0]);
    }
    await page.setViewportSize(DESK);
    await page.getByRole("button", { name: /^Restaurer la sauvegarde/ }).press("Enter");
    const before = page.locator(".bk-side").first();
    expect(await before.innerText()).toMatch(/Avant[\s\S]*Pièces comptées aux postes\s*50/);
    await expect
      .poll(() => page.locator(".bk-side").last().innerText())
      .toMatch(/Après[\s\S]*postes\s*20/);
    await expect
      .poll(() => page.locator(".bk-sentences").innerText())
      .toContain("30\u00a0pièces comptées");
    expect(await faults(page)).toEqual([]);
    await page.getByRole("button", { name: "Continuer" }).press("Enter");

    const go = page.getByRole("button", { name: "Restaurer maintenant" });
    await expect.poll(() => go.isDisabled()).toBe(true);
    await page.getByLabel("Écrivez RESTAURER").fill("restaure");
    await expect.poll(() => go.isDisabled()).toBe(true);
    await page.getByLabel("Écrivez RESTAURER").fill("restaurer");
    await page.getByLabel("Écrivez RESTAURER").press("Enter");

    // Who was signed in when the backup was made may go on; the admin token is shown again.
    await page.getByRole("button", { name: "Utiliser le jeton d’administration" }).click();
    await page.getByLabel("Jeton d’administration", { exact: true }).fill(shop.token);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Restauration faite" }).waitFor();
    await expect.poll(() => shop.pieces()).toEqual({ S01: 20 });
    await page
      .getByRole("button", { name: /^Restaurer la sauvegarde/ })
      .first()
      .waitFor();
    await expect
      .poll(() => page.locator(".bk-list caption").allInnerTexts())
      .toEqual([...["Faites à la main", "Avant une restauration"]]);
  });

  it("[BK16] fits a phone, has nothing that axe objects to in the dark, saves a file and takes it back", async () => {
    const { shop, page: desk } = await openBackedUp();
    const saving = desk.waitForEvent("download");
    await desk.getByRole("button", { name: /^Télécharger la sauvegarde/ }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toMatch(/^trame-\d{8}T\d{6}Z-manual\.db\.zst$/);

    const page = await open(shop, "/manage/backups?theme=dark", PHONE);
    await page.getByRole("heading", { name: "Sauvegardes gardées" }).waitFor();
    expect(await faults(page)).toEqual([]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(PHONE.width);
    const file = `${shop.folder}/letter.db`;
    await writeFile(file, "a letter to the supplier");
    await page.locator("input[type=file]").setInputFiles(file);
    await page.getByText(/n’est pas une sauvegarde de Trame/).waitFor();
    await writeFile(file, await readFile(await saved.path()));
    await page.locator("input[type=file]").setInputFiles(file);
    await page.getByText("Fichier vérifié et ajouté à la liste.").waitFor();
    await page.getByText("Venues d’ailleurs").waitFor();
  });
});
