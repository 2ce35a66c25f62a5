import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { openWorkshop, planOf, type Workshop } from "../paths/open-workshop.ts";
import { faults } from "./support/axe.ts";
import { useScreens } from "./support/browser.ts";
import { signIn } from "./support/sign-in.ts";

const screens = useScreens();

const TABLET = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
const WALL = { width: 1920, height: 1080 };
const PASSWORD = "quatre mots sans lien";

/** A workshop that is heard beyond its own machine: nobody reads anything without being known. */
function openShop(): Promise<Workshop> {
  const { dist: uiFolder, uiVersion } = screens;
  return openWorkshop({ uiFolder, uiVersion, host: "0.0.0.0" });
}

async function openContext(viewport = TABLET): Promise<BrowserContext> {
  const context = await screens.browser.newContext({ viewport, locale: "fr-FR" });
  onTestFinished(() => context.close());
  return context;
}

/** Somebody with the admin token, at the page where screens are accepted. */
async function openAccess(shop: Workshop): Promise<Page> {
  const context = await openContext();
  await signIn(context, { http: shop.http(), token: shop.token });
  const page = await context.newPage();
  await page.goto(`${shop.http()}/manage/access`);
  await page.getByRole("heading", { name: "Écrans et tablettes" }).waitFor();
  return page;
}

/** What a screen that waits shows. */
async function codeOf(screen: Page): Promise<string> {
  await screen.locator(".pair-code").waitFor();
  return (await screen.locator(".pair-code > [aria-hidden]").allInnerTexts()).join("");
}

async function accept(page: Page, code: string): Promise<void> {
  await page.getByRole("button", { name: "Ajouter un écran" }).click();
  await page.getByLabel("Code affiché par l’écran").fill(code.toLowerCase());
  await page.getByRole("button", { name: "Continuer" }).click();
}

/** Serious or not, and what sticks out of the page. */
async function objections(page: Page): Promise<string[]> {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return [...(await faults(page)), ...(beyond > 0 ? [`${beyond} px too wide`] : [])];
}

async function signInAs(page: Page, name: string, password: string): Promise<void> {
  await page.getByLabel("Nom", { exact: true }).fill(name);
  await page.getByLabel("Mot de passe", { exact: true }).fill(password);
  await page.keyboard.press("Enter");
}

describe("who may come in", () => {
  it("[AU1] [AU3] [AU4] [AU5] [AU11] begins with the setup code, and shows a supervisor what a supervisor may", async () => {
    const shop = await openShop();
    const page = await (await openContext()).newPage();
    await page.goto(shop.http());
    await page.getByRole("main").getByRole("link", { name: "Créer le premier compte" }).click();
    expect(await objections(page)).toEqual([]);
    await page.getByLabel("Code de mise en route").fill(shop.setupCode() ?? "");
    await page.getByLabel("Votre nom").fill("Ada Martin");
    await page.getByLabel("Mot de passe", { exact: true }).fill(PASSWORD);
    await page.keyboard.press("Enter");
    await page.getByText("1 sur 7").waitFor();
    await expect
      .poll(() => page.evaluate(() => `${document.cookie}${JSON.stringify(sessionStorage)}`))
      .toBe("{}");

    await page.goto(`${shop.http()}/manage/access`);
    await page.getByRole("button", { name: "Ajouter un compte" }).click();
    await page.getByLabel("Nom", { exact: true }).fill("Bruno");
    expect(await objections(page)).toEqual([]);
    await page.getByRole("button", { name: "Créer le compte" }).click();
    const drawn = page.getByRole("region", { name: "Premier mot de passe de Bruno" });
    const password = await drawn.innerText();
    await page.getByRole("button", { name: "Se déconnecter" }).click();

    await page.getByText("Cette page demande de se connecter.").waitFor();
    await signInAs(page, "bruno", password.trim());
    await page.getByRole("heading", { name: "Choisissez votre mot de passe" }).waitFor();
    expect(await objections(page)).toEqual([]);
    await page
      .getByLabel("Mot de passe qui vous a été donné", { exact: true })
      .fill(password.trim());
    await page.getByLabel("Votre nouveau mot de passe", { exact: true }).fill(PASSWORD);
    await page.keyboard.press("Enter");
    await page.getByText("Encadrement", { exact: true }).first().waitFor();
    const menu = page.getByRole("navigation", { name: "Menu" });
    await expect.poll(() => menu.getByRole("link", { name: "Sauvegardes" }).count()).toBe(0);
    await expect.poll(() => page.getByRole("heading", { name: "Comptes" }).count()).toBe(0);
    await page.goto(`${shop.http()}/manage/backups?theme=dark`);
    await page.getByText("Il vous faudrait le droit « sauvegarder et restaurer ».").waitFor();
    expect(await objections(page)).toEqual([]);
  });

  it("[AU2] [AU11] asks again where a session has ended, and then saves what was typed", async () => {
    const shop = await openShop();
    const context = await openContext(PHONE);
    await signIn(context, { http: shop.http(), token: shop.token });
    const page = await context.newPage();
    await page.goto(`${shop.http()}/prepare/styles`);
    await page.getByRole("button", { name: "Nouveau modèle" }).click();
    await page.getByLabel("Nom", { exact: true }).fill("Pull d’hiver");
    await page.getByLabel("Tailles").fill("S M L");
    await page.getByLabel("Code du modèle").fill("PULL");
    await page.getByLabel("Nom du coloris").fill("Bleu");
    const { sessions } = await shop.get<{ sessions: { id: string }[] }>("/api/v1/sessions");
    for (const { id } of sessions) await shop.ask("DELETE", `/api/v1/sessions/${id}`);

    const asking = page.getByRole("heading", { name: "Connectez-vous pour continuer" });
    await asking.waitFor();
    expect(await objections(page)).toEqual([]);
    await page.getByRole("button", { name: "Utiliser le jeton d’administration" }).click();
    await page.getByLabel("Jeton d’administration", { exact: true }).fill(shop.token);
    await page.keyboard.press("Enter");
    await asking.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Enregistrer" }).click();

    await expect
      .poll(async () => (await shop.get<{ styles: { name: string }[] }>("/api/v1/styles")).styles)
      .toEqual([expect.objectContaining({ name: "Pull d’hiver" })]);
  });
});

describe("a screen that waits", () => {
  it("[AU7] becomes the wall when its code is accepted, stays it, and shows a code again once it is removed", async () => {
    const shop = await openShop();
    await shop.plan(planOf({ S01: {} }));
    const wall = await (await openContext(WALL)).newPage();
    await wall.goto(`${shop.http()}/wall`);
    const code = await codeOf(wall);
    expect(await objections(wall)).toEqual([]);
    let page = await openAccess(shop);
    await accept(page, code);
    await page.getByLabel("Nom de l’écran").fill("Entrée");
    await page.getByRole("button", { name: "Accepter cet écran" }).click();
    await page.getByText(/^C’est accepté.: Entrée\.$/).waitFor();
    await wall.getByRole("heading", { name: "Ligne 1" }).waitFor();

    await shop.restart();
    await wall.goto(`${shop.http()}/wall`);
    await wall.getByRole("heading", { name: "Ligne 1" }).waitFor();
    page = await openAccess(shop);
    await page.getByRole("button", { name: "Retirer Entrée" }).click();
    await page.getByRole("button", { name: "Oui, retirer" }).click();
    await wall.locator(".pair-code").waitFor({ timeout: 3_000 });
    expect(await codeOf(wall)).not.toBe(code);
  });

  it("[AU8] [AU9] opens as the station that it was accepted as, and follows it live", async () => {
    const shop = await openShop();
    await shop.plan(planOf({ S01: {} }));
    const tablet = await (await openContext()).newPage();
    await tablet.goto(`${shop.http()}/station`);
    const code = await codeOf(tablet);
    let heard = 0;
    tablet.on("websocket", (socket) => socket.on("framereceived", () => (heard += 1)));
    const page = await openAccess(shop);
    await accept(page, code);
    await page.getByLabel("Poste de la tablette").selectOption("S01");
    await page.getByRole("button", { name: "Accepter cet écran" }).click();
    await tablet.waitForURL(/\/station\/S01$/);
    await tablet.locator(".station:not(.notice)").waitFor();
    await expect.poll(() => heard).toBeGreaterThan(0);
  });
});
