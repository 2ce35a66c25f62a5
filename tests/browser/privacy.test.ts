import type { PrivacySetting } from "@trame/shared";
import { describe, expect, it, onTestFinished } from "vitest";
import { openWorkshop, planOf } from "../paths/open-workshop.ts";
import { type Picture, readPdf } from "../server/paper/support/read-pdf.ts";
import { faults } from "./support/axe.ts";
import { useScreens } from "./support/browser.ts";
import { signIn } from "./support/sign-in.ts";

const screens = useScreens();

const PHONE = { width: 390, height: 844 };
const DAY_MS = 86_400_000;

/** Whether something dark is there; millimetres. */
function inked({ width, perMm, grey }: Picture, at: DOMRectInit): boolean {
  const { x = 0, y = 0, width: across = 0, height: down = 0 } = at;
  return grey.some((value, index) => {
    const [left, top] = [(index % width) / perMm, Math.floor(index / width) / perMm];
    return value < 100 && left >= x && left < x + across && top >= y && top < y + down;
  });
}

async function open(path: string) {
  const shop = await openWorkshop({ uiFolder: screens.dist, uiVersion: screens.uiVersion });
  await shop.plan(planOf({ S01: { operation: "Surjet" } }), Date.now() - DAY_MS);
  const context = await screens.browser.newContext({
    ...{ viewport: { width: 1440, height: 900 }, locale: "fr-FR", reducedMotion: "reduce" },
  });
  onTestFinished(() => context.close());
  await signIn(context, { http: shop.http(), token: shop.token });
  const page = await context.newPage();
  await page.goto(shop.http() + path);
  await page.locator("h1").waitFor();
  return { shop, page };
}

describe("the page of privacy", () => {
  it("[PR9] [PR12] tells what a step up shows, asks why, and leads to the notice that says so", async () => {
    const { shop, page } = await open("/manage/privacy");
    await page.getByRole("radio", { name: /^Mes données/ }).check();
    await page.getByLabel(/^Donner les minutes et le rendement/).check();
    const today = await page.getByLabel("À partir du").inputValue();
    await page.getByLabel("Instance consultée").selectOption("CSE");
    await page.getByLabel("Date de la consultation").fill(today);
    await page.getByRole("listitem").getByText("montre davantage").first().waitFor();
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect
      .poll(() => page.getByLabel("Pourquoi").evaluate((field) => field.matches(":invalid")))
      .toBe(true);
    await page.getByLabel("Pourquoi").fill("Demandé par l’équipe");
    expect(await faults(page)).toEqual([]);
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await page
      .getByRole("status")
      .getByText(/^C’est enregistré/)
      .waitFor();
    const kept = await shop.get<PrivacySetting>("/api/v1/settings/privacy");
    expect(kept).toMatchObject({
      ...{ mode: "own", reason: "Demandé par l’équipe", operationMinutes: true },
      consultation: { body: "CSE", date: today },
    });
    await page.getByRole("link", { name: "Imprimer la note" }).click();
    await page.getByText(/Mode choisi par l’atelier.*mes données/).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.emulateMedia({ media: "print" });
    await expect.poll(() => page.getByRole("button", { name: "Imprimer" }).isVisible()).toBe(false);
  });

  it("[PR9] fits a phone, in light and dark, with the easy version too", async () => {
    const { page } = await open("/manage/privacy?theme=dark");
    await page.setViewportSize(PHONE);
    await page.getByRole("radio", { name: /^Accompagnement/ }).check();
    await page.getByLabel("Instance consultée").waitFor();
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect([await wide(), await faults(page)]).toEqual([0, []]);
    await page.getByRole("link", { name: /^La note, facile à lire/ }).click();
    await page.getByText(/^Pas encore relu/).waitFor();
    expect([await wide(), await faults(page)]).toEqual([0, []]);
  });

  it("[PR9] prints upright with margins and pictograms, also after a report that is printed across", async () => {
    const { page } = await open("/manage");
    await page.getByRole("link", { name: "Vie privée" }).click();
    await page.getByRole("link", { name: /^La note, facile à lire/ }).click();
    await page.getByText(/^Pas encore relu/).waitFor();
    const pdf = await readPdf(await page.pdf({ preferCSSPageSize: true }));
    expect(pdf.sizeOf(0).map(Math.round)).toEqual([210, 297]);
    const picture = await pdf.render(0, 60);
    // The sentences stand at the right of the pictograms, under the mark.
    expect(inked(picture, { x: 0, y: 0, width: 14, height: 297 })).toBe(false);
    expect(inked(picture, { x: 16, y: 60, width: 12, height: 200 })).toBe(true);
  });
});
