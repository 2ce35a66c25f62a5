import type { Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { DESK_MENU } from "../../floor-ui/src/pages/prepare/desk-menu.ts";
import { openWorkshop, planOf, type Workshop } from "../paths/open-workshop.ts";
import { askOwnRequest } from "./support/ask-own-request.ts";
import { faults, objections } from "./support/axe.ts";
import { useScreens } from "./support/browser.ts";
import { signIn } from "./support/sign-in.ts";

const screens = useScreens();

const DAY_MS = 86_400_000;
const STATIONS = {
  S01: { operation: "Surjet", name: "Poste 1" },
  S02: { operation: "Ourlet", name: "Poste 2" },
};

/** A workshop in which nothing is described. */
function openEmptyShop(): Promise<Workshop> {
  return openWorkshop({ uiFolder: screens.dist, uiVersion: screens.uiVersion });
}

async function openShop(): Promise<Workshop> {
  const shop = await openEmptyShop();
  await shop.plan(planOf(STATIONS), Date.now() - DAY_MS);
  return shop;
}

async function open(shop: Workshop, path: string, width = 1280): Promise<Page> {
  const context = await screens.browser.newContext({
    viewport: { width, height: 800 },
    locale: "fr-FR",
  });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await signIn(context, { http: shop.http(), token: shop.token });
  await page.goto(shop.http() + path);
  await page.locator("h1").waitFor();
  return page;
}

async function planNow(shop: Workshop) {
  const response = await fetch(`${shop.http()}/api/v1/plan`);
  return await response.json();
}

const save = (page: Page) => page.getByRole("button", { name: /^Enregistrer/ }).click();
const said = (page: Page, text: string) => page.getByRole("status").getByText(text).waitFor();

describe("settings", () => {
  it("[SE6] hours are changed and a station added, told in sentences before they are saved", async () => {
    const shop = await openShop();
    const hours = await open(shop, "/manage/settings/hours");
    await hours.getByLabel("Fin", { exact: true }).first().fill("23:30");
    await hours.getByText(/au lieu de/).waitFor();
    await save(hours);
    await said(hours, "C’est enregistré.");

    const lines = await open(shop, "/manage/settings/lines");
    await lines.getByRole("button", { name: "Ajouter un poste" }).click();
    await lines.getByLabel("Opération", { exact: true }).fill("Contrôle");
    await lines.getByLabel("Temps alloué").fill("45 cmn");
    await lines.getByText("Poste 3 est ajouté à", { exact: false }).waitFor();
    await save(lines);
    await said(lines, "C’est enregistré.");

    const plan = await planNow(shop);
    expect(plan.calendar.shifts[0].to).toBe("23:30");
    expect(plan.lines[0].stations[2]).toEqual({
      ...{ id: "S03", name: "Poste 3", operation: "Contrôle", standardMinutes: 0.45 },
    });
  });

  it("[SE9] what the server refuses is said at its field, and nothing is saved", async () => {
    const shop = await openShop();
    const page = await open(shop, "/manage/settings/lines");
    await page.getByRole("button", { name: "Changer Poste 1" }).click();
    await page.getByLabel("Rangée").fill("2");
    await save(page);

    await page.getByText(/1\spoint à corriger/).waitFor();
    await expect.poll(() => page.getByLabel("Colonne").getAttribute("aria-invalid")).toBe("true");
    expect(await faults(page)).toEqual([]);
    expect((await planNow(shop)).lines[0].stations[0]).not.toHaveProperty("row");
  });

  it("[SE9] a field that can’t be read keeps its form from being saved, until it can be", async () => {
    const shop = await openShop();
    const page = await open(shop, "/manage/settings/lines");
    const button = page.getByRole("button", { name: /^Enregistrer/ });
    await page.getByRole("button", { name: "Changer Poste 1" }).click();
    await page.getByLabel("Nom du poste").fill("Poste A");
    await expect.poll(() => button.isDisabled()).toBe(false);

    await page.getByLabel("Temps alloué").fill("abc");
    await page.getByText("Un champ ne peut pas être lu", { exact: false }).waitFor();
    await expect.poll(() => button.isDisabled()).toBe(true);
    await page.getByLabel("Temps alloué").press("Enter");
    expect((await planNow(shop)).lines[0].stations[0].name).toBe("Poste 1");

    await page.getByLabel("Temps alloué").fill("45 cmn");
    await save(page);
    await said(page, "C’est enregistré.");
    expect((await planNow(shop)).lines[0].stations[0]).toMatchObject({
      ...{ name: "Poste A", standardMinutes: 0.45 },
    });
  });

  it("[SE12] what is planned for later is told, and Enter adds a day to it without saving", async () => {
    const shop = await openShop();
    // That day in each zone that the plan may have.
    await shop.plan(planOf(STATIONS), Date.parse("2035-11-30T11:30:00Z"));
    const page = await open(shop, "/manage/settings/hours");
    await page.getByText("À partir du 30 novembre 2035, d’autres réglages sont prévus.").waitFor();
    await page.getByLabel("Premier jour").fill("2035-12-24");
    await page.getByLabel("Pourquoi", { exact: true }).fill("Pont");
    await page.getByLabel("Pourquoi", { exact: true }).press("Enter");
    await page.getByText(/devient un jour différent/).waitFor();
    expect((await planNow(shop)).calendar).not.toHaveProperty("exceptions");
    // A day with its reason is no wider than a phone.
    await page.setViewportSize({ width: 390, height: 844 });
    const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    await expect.poll(beyond).toBeLessThanOrEqual(0);

    await save(page);
    await said(page, "C’est enregistré.");
    const later = await fetch(`${shop.http()}/api/v1/plan?at=2035-12-01`);
    expect((await later.json()).calendar.exceptions).toEqual([
      { day: "2035-12-24", shifts: [], label: "Pont" },
    ]);
  });

  it("[SE5] of two tabs that change the plan, the second sees what the first did and keeps both", async () => {
    const shop = await openShop();
    const one = await open(shop, "/manage/settings/lines");
    const other = await open(shop, "/manage/settings/lines");
    for (const [page, from, to] of [
      [one, "Poste 1", "Poste A"],
      [other, "Poste 2", "Poste B"],
    ] as const) {
      await page.getByRole("button", { name: `Changer ${from}` }).click();
      await page.getByLabel("Nom du poste").fill(to);
    }
    await save(one);
    await said(one, "C’est enregistré.");

    await save(other);
    const meanwhile = other.getByRole("alert").filter({ hasText: "Ce qui a changé" });
    await meanwhile.getByText("Poste 1 s’appelle maintenant Poste A.").waitFor();
    await said(other, "Quelqu’un a enregistré autre chose");
    await save(other);
    await said(other, "C’est enregistré.");

    const names = (await planNow(shop)).lines[0].stations.map(({ name }: { name: string }) => name);
    expect(names).toEqual(["Poste A", "Poste B"]);
  });

  it("[SE10] a counter that waits is admitted with one tap, its secret told once", async () => {
    const shop = await openShop();
    const put = await shop.ask("PUT", "/api/v1/settings/pairing-code", { code: "code-du-fond" });
    expect(put.status).toBe(200);
    await shop.connect("esp-77", { password: "code-du-fond" });
    const page = await open(shop, "/manage/settings/counters");
    await page.getByRole("button", { name: "Admettre esp-77" }).click();
    await said(page, "esp-77 est admis.");

    const secret = await page.getByRole("region", { name: "Secret de esp-77" }).innerText();
    expect(secret).toMatch(/^[0-9a-f]{32}$/);
    const plan = await planNow(shop);
    expect(plan.devices.map(({ id }: { id: string }) => id)).toContain("esp-77");
    expect(JSON.stringify(plan)).not.toContain(secret);
    await page.reload();
    await page.locator("h1").waitFor();
    await expect.poll(() => page.getByText(secret).count()).toBe(0);
  });

  it("[SE11] axe finds nothing on any page of settings and machines, on a desk and on a phone", async () => {
    const shop = await openShop();
    const paths = [
      "",
      "/workshop",
      "/hours",
      "/lines",
      "/counters",
      "/causes",
      "/defects",
      "/limits",
    ];
    const page = await open(shop, "/manage/machines");
    for (const path of ["/manage/machines", ...paths.map((each) => `/manage/settings${each}`)]) {
      await page.goto(shop.http() + path);
      await page.locator("h1").waitFor();
      await page.locator(".panel, .se-card").first().waitFor();
      expect(await faults(page), path).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      const isWider = () => document.documentElement.scrollWidth > innerWidth;
      expect(await page.evaluate(isWider), `${path} on a phone`).toBe(false);
      await page.setViewportSize({ width: 1280, height: 800 });
    }
  });
});

const WITHOUT_MENU = ["/copy", "/start", "/trust"];
const DOCUMENTS = ["notice", "easy", "register", "consultation", "impact"];

describe("every page of the desk", () => {
  it("[MD13] is without fault for axe and fits a phone while nothing is described", async () => {
    const shop = await openEmptyShop();
    const menu = DESK_MENU.flatMap(({ entries }) => entries.map(({ path }) => path));
    const page = await open(shop, "/manage/access");
    const found: string[] = [];
    for (const path of [...menu, ...WITHOUT_MENU]) {
      await page.goto(shop.http() + path);
      await page.locator("h1").first().waitFor();
      found.push(...(await objections(page)).map((what) => `${path} ${what}`));
    }
    expect(found).toEqual([]);
  });

  it("[MD13] is so with its forms open, and so is each document about people", async () => {
    const shop = await openShop();
    await shop.ask("POST", "/api/v1/operators", { id: "noa", pseudonym: "Noa", badge: 413 });
    await askOwnRequest(shop, 413);
    const page = await open(shop, "/manage/people");
    await page.getByText("Le biais").waitFor();
    await page.getByRole("button", { name: "Afficher les noms" }).click();
    await page.getByRole("textbox", { name: /Noa/ }).first().waitFor();
    await page.getByRole("button", { name: /^Retirer Noa/ }).click();
    await page.getByRole("heading", { name: /^Retirer Noa/ }).waitFor();
    expect(await objections(page)).toEqual([]);

    await page.goto(`${shop.http()}/manage/journal`);
    await page.locator("details summary").first().click();
    expect(await objections(page)).toEqual([]);
    for (const name of DOCUMENTS) {
      await page.goto(`${shop.http()}/manage/privacy/${name}?theme=dark`);
      await page.locator(".pv-paper h1").waitFor();
      expect(await objections(page), name).toEqual([]);
    }
  });
});
