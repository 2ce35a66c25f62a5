import type { Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { CONTENT_SECURITY_POLICY } from "../../server/src/api/security.ts";
import { readPdf } from "../server/paper/support/read-pdf.ts";
import { faults } from "./support/axe.ts";
import { useScreens } from "./support/browser.ts";
import { fakeReports } from "./support/fake-reports.ts";
import { startFakeServer } from "./support/fake-server.ts";
import { madeUpBoard } from "./support/made-up-board.ts";
import { twoFrames } from "./support/settled.ts";

const screens = useScreens();

const DESK = { width: 1440, height: 900 };
const TABLET = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

/** The report of the mockup's day, and what went wrong in its page. */
async function open(query = "day=2026-03-16") {
  const about = { api: fakeReports(), policy: CONTENT_SECURITY_POLICY };
  const server = await startFakeServer(screens.dist, madeUpBoard(), about);
  const context = await screens.browser.newContext({ viewport: DESK, locale: "fr-FR" });
  onTestFinished(async () => {
    await context.close();
    await server.close();
  });
  const page = await context.newPage();
  const trouble: string[] = [];
  page.on("pageerror", (error) => trouble.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") trouble.push(message.text());
  });
  await page.goto(`${server.url}/manage?${query}`);
  await page.locator(".totals, .rep-empty").first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  return { page, trouble };
}

/** How far it goes beyond the screen's width. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe("report of a day in a browser", () => {
  it.each([
    ["a desk and a tablet, light", "day=2026-03-16", [DESK, TABLET]],
    ["a desk and a phone, dark", "day=2026-03-16&theme=dark", [DESK, PHONE]],
    ["an empty day", "day=2026-03-15", [DESK]],
  ])("[MD10] fits %s, and axe objects to nothing", async (_, query, sizes) => {
    const { page, trouble } = await open(query);
    for (const size of sizes) {
      await page.setViewportSize(size);
      await twoFrames(page);
      const found = { size, faults: await faults(page), wide: await overflow(page), trouble };
      expect(found).toEqual({ size, faults: [], wide: 0, trouble: [] });
    }
  });

  it("[MD10] opens a figure and its ticket with the keyboard alone, and comes back to it", async () => {
    const { page, trouble } = await open();
    const figure = page.getByRole("button", { name: /^912, Pièces bonnes, Surjet des bords/ });
    await figure.focus();
    await page.keyboard.press("Enter");
    const panel = page.getByRole("dialog");
    await panel.getByText("C’est bien le chiffre affiché.").waitFor();
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "detached" });
    await expect.poll(() => figure.evaluate((node) => node === document.activeElement)).toBe(true);
    await page.getByRole("link", { name: /^Vendredi 13 mars 2026/ }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Aucune pièce ce jour-là" }).waitFor();
    expect(trouble).toEqual([]);
  });

  it("[MD10] opens what was looked at, of which no defect may be told", async () => {
    const { page, trouble } = await open();
    await page.getByRole("button", { name: /^1.167, Pièces contrôlées/ }).click();
    const panel = page.getByRole("dialog", { name: /^Pièces contrôlées/ });
    await panel.getByText("C’est bien le chiffre affiché.").waitFor();
    expect(await faults(page)).toEqual([]);
    expect(trouble).toEqual([]);
  });

  it("[MD9] is A4 across on paper, light from a dark screen, without menu and buttons", async () => {
    const { page } = await open("day=2026-03-16&theme=dark");
    const pdf = await readPdf(await page.pdf({ preferCSSPageSize: true }));
    const pages = Array.from({ length: pdf.pages }, (_, index) => index);
    const sizes = pages.map((index) => pdf.sizeOf(index).map(Math.round));
    const text = pages.map((index) => pdf.textOf(index)).join("\n");
    expect(sizes).toEqual(pages.map(() => [297, 210]));
    for (const said of [
      "Lundi 16 mars 2026",
      "Minutes produites ÷ minutes de présence",
      "Imprimé le",
    ])
      expect(text).toContain(said);
    for (const hidden of ["Exporter", "Voir en tableau", "Suivre", "?"])
      expect(text).not.toContain(hidden);
    const { grey } = await pdf.render(0, 40);
    const light = grey.filter((value) => value > 200).length / grey.length;
    expect(light).toBeGreaterThan(0.8);
  });

  it("[MD9] cuts no block in two between its pages", async () => {
    const { page } = await open();
    const pdf = await readPdf(await page.pdf({ preferCSSPageSize: true }));
    const pageOf = (text: string) =>
      Array.from({ length: pdf.pages }, (_, index) => index).filter((index) =>
        pdf.textOf(index).includes(text),
      );
    const blocks = [
      ["Commande et opération", "Liens, contrôle"],
      ["Défauts du jour", "Défaut non précisé"],
      ["Arrêts du jour", "Cause à préciser"],
      ["par taille et coloris", "Ici, les paquets finis"],
    ];
    expect(pdf.pages).toBe(2);
    for (const [first = "", last = ""] of blocks) expect(pageOf(first)).toEqual(pageOf(last));
  });
});
