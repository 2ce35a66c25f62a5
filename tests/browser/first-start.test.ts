import { buildTopic, encodeCounts } from "@trame/shared";
import type { Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { openWorkshop, type Workshop } from "../paths/open-workshop.ts";
import { faults } from "./support/axe.ts";
import { useScreens } from "./support/browser.ts";

const screens = useScreens();

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 800 };

/** A server on an empty folder, and somebody who opens its home page. */
async function openEmpty(viewport = DESK) {
  const shop = await openWorkshop({ uiFolder: screens.dist, uiVersion: screens.uiVersion });
  const context = await screens.browser.newContext({
    ...{ viewport, locale: "fr-FR", timezoneId: "Europe/Paris" },
  });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(shop.http());
  await page.getByRole("link", { name: "Commencer" }).click();
  return { shop, page, context };
}

function press(page: Page, name: string) {
  return page.getByRole("button", { name, exact: true }).click();
}

/** The question by its number, with nothing on it that axe objects to or that a phone does not hold. */
async function question(page: Page, number: number) {
  await page.getByText(`${number} sur 7`).waitFor();
  expect(await faults(page)).toEqual([]);
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(beyond).toBeLessThanOrEqual(0);
}

/** From signing in to the fourth question, by keyboard alone. */
async function toTheLine(page: Page, shop: Workshop) {
  await page.getByRole("link", { name: "Utiliser le jeton d’administration" }).press("Enter");
  await page.getByLabel("Jeton d’administration", { exact: true }).fill(shop.token);
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await question(page, 1);
  await page.keyboard.press("Tab");
  await page.keyboard.type("Atelier Lons");
  await page.keyboard.press("Enter");
  await question(page, 2);
  await page.getByLabel("Fuseau horaire").focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await question(page, 3);
  await press(page, "Continuer");
  await question(page, 4);
}

/** The value of one of the counter's settings, as the page shows it to be copied. */
function setting(page: Page, name: string) {
  return page.getByRole("region", { name: `Copier : ${name}` }).innerText();
}

async function order(page: Page) {
  await page.getByLabel("Modèle").fill("T-shirt");
  await page.getByLabel("Coloris").fill("Écru");
  await page.getByLabel("Client").fill("Ville de Lons");
  await page.getByLabel("Pour le").fill("2026-12-18");
  await page.getByLabel("Pièces, S, Écru").fill("40");
  await press(page, "Continuer");
}

describe("first start", () => {
  it("[GS1] [GS5] [GS7] [GS11] leads from an empty folder to the piece that a counter tells, and to an order", async () => {
    const { shop, page } = await openEmpty();
    await toTheLine(page, shop);
    await press(page, "T-shirt : 5 postes");
    await press(page, "Continuer");
    await question(page, 5);
    await page.getByLabel(/^Un compteur ESP32/).check();
    await page.getByLabel("À quel poste").selectOption("1");
    await press(page, "Continuer");
    await question(page, 6);
    await page.getByText("En attente du compteur…").waitFor();

    const deviceId = await setting(page, "Identifiant (client id)");
    const port = await setting(page, "Port");
    expect(`mqtt://${await setting(page, "Serveur")}:${port}`).toBe(shop.broker());
    const password = await setting(page, "Mot de passe (password)");
    const shown = await page.getByText(password, { exact: true }).boundingBox();
    expect(shown?.width).toBeGreaterThan(250);
    const counter = await shop.connect(deviceId, { password });
    const tell = (seq: number, pieces: number) => {
      const sample = { seq, up: seq * 1_000, pieces, stitches: null, trims: null, state: null };
      const payload = encodeCounts({ boot: "9f2c01ab", up: seq * 1_000, samples: [sample] });
      return counter.publishAsync(buildTopic(deviceId, "counts"), payload, { qos: 1 });
    };
    await tell(1, 0);
    await page.getByText(/^Le compteur parle\. /).waitFor();
    await tell(2, 1);
    await page.getByText(/^Première pièce comptée/).waitFor();
    await page.getByText(/^1 pièce aujourd’hui · Poste 2$/).waitFor();

    await press(page, "Continuer");
    await question(page, 7);
    await order(page);
    await page.getByRole("heading", { name: "L’atelier compte." }).waitFor();
    expect(await faults(page)).toEqual([]);
    await expect.poll(() => shop.pieces()).toEqual({ S02: 1 });
    const { orders } = await shop.get<{ orders: { state: string }[] }>("/api/v1/orders");
    expect(orders.map(({ state }) => state)).toEqual(["released"]);
  });

  it("[GS2] [GS6] [GS10] goes on after a power cut where it was, and counts with the page alone", async () => {
    const { shop, page: before, context } = await openEmpty(PHONE);
    await toTheLine(before, shop);
    await before.getByLabel("Ce qu’on fait au poste 1").fill("Surjeter");
    await before.close();
    const page = await context.newPage();
    await page.goto(shop.http());
    await page.getByRole("link", { name: /Reprendre à la question 4/ }).click();
    await expect
      .poll(() => page.getByLabel("Ce qu’on fait au poste 1").inputValue())
      .toBe("Surjeter");
    await press(page, "Continuer");
    await page.getByLabel(/^Essayer sans matériel/).check();
    await press(page, "Continuer");
    await question(page, 6);
    await press(page, "Faire une pièce");
    await page.getByText(/^1 pièce aujourd’hui/).waitFor();
    await page.reload();
    await press(page, "Faire une pièce");
    await page.getByText(/^2 pièces aujourd’hui/).waitFor();
    await expect.poll(() => shop.pieces()).toEqual({ S01: 2 });
  });

  it("[GS8] [GS9] [GS11] finishes a ticket of one piece at its station where there is no counter, in the dark", async () => {
    const { shop, page } = await openEmpty();
    await press(page, "Passer en sombre");
    await toTheLine(page, shop);
    await press(page, "Continuer");
    await page.getByLabel(/^Sans compteur, par scan/).check();
    await press(page, "Continuer");
    await question(page, 6);
    await order(page);
    await question(page, 7);
    await press(page, "Préparer un paquet de 1 pièce");
    const link = page.getByRole("link", { name: "Ouvrir le poste dans un autre onglet" });
    const code = await page.locator(".figures dd").innerText();
    const [station] = await Promise.all([page.waitForEvent("popup"), link.click()]);
    await press(station, "Taper mon badge");
    await station.locator("input.code").fill(code);
    await station.keyboard.press("Enter");
    await station.getByRole("button", { name: "Terminé" }).click();
    await page.getByText(/^Première pièce comptée/).waitFor();
  });

  it("[GS3] leaves a plan alone that somebody else made meanwhile", async () => {
    const { shop, page } = await openEmpty();
    await toTheLine(page, shop);
    const theirs = {
      workshop: { name: "Atelier d’à côté", timeZone: "Europe/Paris" },
      ...{ calendar: { shifts: [] }, lines: [], devices: [] },
    };
    await shop.plan(theirs);
    await press(page, "Continuer");
    await page.getByRole("heading", { name: "L’atelier est déjà décrit" }).waitFor();
    await expect.poll(() => shop.get("/api/v1/plan")).toEqual(theirs);
    await page.getByRole("link", { name: "Page d’accueil" }).click();
    await page.getByRole("heading", { name: "Écrans muraux" }).waitFor();
    await expect.poll(() => page.getByRole("link", { name: /^Reprendre/ }).count()).toBe(0);
  });

  it("[GS3] goes on from the plan that another tab of it sent", async () => {
    const { shop, page, context } = await openEmpty();
    await toTheLine(page, shop);
    const other = await context.newPage();
    await other.goto(page.url());
    await press(other, "T-shirt : 5 postes");
    await press(other, "Continuer");
    await question(other, 5);
    const sent = await shop.get("/api/v1/plan");
    await press(page, "Continuer");
    await press(page, "Continuer avec le plan actuel");
    await question(page, 5);
    await expect.poll(() => shop.get("/api/v1/plan")).toEqual(sent);
    await page.getByLabel(/^Un compteur ESP32/).check();
    await press(page, "Continuer");
    await question(page, 6);
    const { lines } = await shop.get<{ lines: { stations: object[] }[] }>("/api/v1/plan");
    expect(lines[0]?.stations.length).toBe(5);
  });
});
