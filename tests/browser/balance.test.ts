import type { Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { openWorkshop, planOf, type Workshop } from "../paths/open-workshop.ts";
import { faults } from "./support/axe.ts";
import { useScreens } from "./support/browser.ts";
import { signIn } from "./support/sign-in.ts";

const screens = useScreens();

const DAY_MS = 86_400_000;
/** Minutes of each operation, in a row. */
const MINUTES = { Surjet: 0.4, Plis: 0.6, Ourlet: 0.5 };
/** Fleur knows all, Luc the first two, Noa the last. */
const SKILLS = {
  Fleur: ["Surjet", "Plis", "Ourlet"],
  Luc: ["Surjet", "Plis"],
  Noa: ["Ourlet"],
} as const;
type Name = keyof typeof SKILLS;

/** A line of three stations with an order of masks; Fleur and Luc are badged in, Noa is free. */
async function openShop(): Promise<Workshop> {
  const shop = await openWorkshop({ uiFolder: screens.dist, uiVersion: screens.uiVersion });
  const names = Object.keys(MINUTES);
  const stations = names.map((operation, index) => [
    `S${index + 1}`,
    { name: `Poste ${index + 1}`, operation },
  ]);
  await shop.plan(planOf(Object.fromEntries(stations)), Date.now() - DAY_MS);
  const must = async (method: string, path: string, body: unknown): Promise<void> => {
    const response = await shop.ask(method, `/api/v1${path}`, body);
    if (!response.ok) throw new Error(`${path} ${response.status} ${await response.text()}`);
  };
  await must("PUT", "/styles/MASQUE", {
    name: "Masque lavable",
    sizes: ["S"],
    colours: [{ name: "Bleu", swatch: "#2b59b4", pattern: "rising" }],
  });
  const operations = Object.entries(MINUTES).map(([fr, standardMinutes], index) => ({
    ...{ code: `${index + 1}0`, label: { fr }, standardMinutes, machine: "Piqueuse" },
    ...{ after: index === 0 ? [] : [`${index}0`], countedBy: "scan" },
  }));
  await must("POST", "/routings", { styleId: "MASQUE", parts: [], operations });
  const quantities = [{ size: "S", colour: "Bleu", pieces: 200 }];
  await must("POST", "/orders", {
    ...{ customer: "Ville de Lons", dueOn: "2026-12-18", state: "released" },
    styles: [{ styleId: "MASQUE", quantities }],
  });
  for (const [pseudonym, known] of Object.entries(SKILLS)) {
    const skills = known.map((operation) => ({ operation, level: 3 }));
    await must("POST", "/operators", { id: pseudonym.toLowerCase(), pseudonym, skills });
  }
  await badge(shop, "Fleur", "S2");
  await badge(shop, "Luc", "S1");
  return shop;
}

async function badge(shop: Workshop, name: Name, stationId: string): Promise<void> {
  const { operators } = await shop.get<{ operators: { id: string; badgeCode: string }[] }>(
    "/api/v1/operators",
  );
  const own = operators.find(({ id }) => id === name.toLowerCase())?.badgeCode ?? "";
  const now = Date.now();
  const head = { key: `badge-in-of-${name}`, stationId, at: now, sentAt: now, origin: "scan" };
  await shop.ask("POST", "/api/v1/badges", { ...head, badge: own, direction: "in" });
}

const TABLET = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

async function open(shop: Workshop): Promise<Page> {
  const context = await screens.browser.newContext({ viewport: TABLET, locale: "fr-FR" });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await signIn(context, { http: shop.http(), token: shop.token });
  await page.goto(`${shop.http()}/floor/balance?line=L1`);
  await page.getByRole("heading", { name: /^(Équipe du jour|Today’s team)$/ }).waitFor();
  return page;
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const who = (page: Page, operation: string) =>
  page.getByRole("combobox", { name: `Qui fait ${operation}`, exact: true });

/** Who does what as the page shows it. */
async function shown(page: Page): Promise<Record<string, string>> {
  const rows = await Promise.all(
    Object.keys(MINUTES).map(async (name) => [
      name,
      await who(page, name).locator("option:checked").innerText(),
    ]),
  );
  return Object.fromEntries(rows);
}

/** Who is expected where, as the server tells it. */
async function expected(shop: Workshop): Promise<Record<string, string[]>> {
  const { accepted } = await shop.get<{
    accepted: { people: { name: string; stationIds: string[] }[] } | null;
  }>("/api/v1/balance/line?line=L1");
  return Object.fromEntries(
    (accepted?.people ?? []).map(({ name, stationIds }) => [name, stationIds]),
  );
}

describe("who does what today", () => {
  it("[J19] proposes for the people who are there, and keeps what was accepted", async () => {
    const shop = await openShop();
    const page = await open(shop);

    await button(page, "Proposer").click();
    await page.getByText("La meilleure répartition possible, c’est prouvé.").waitFor();
    // 0.4 + 0.5 of Luc's and Fleur's: Luc 0.4 + 0.6 = 1 or Fleur 0.6 + 0.5 = 1.1; the least is 1.
    await expect.poll(() => shown(page)).toEqual({ Surjet: "Luc", Plis: "Luc", Ourlet: "Fleur" });
    await page.getByText("1,00 min").first().waitFor();
    await expect.poll(() => expected(shop)).toEqual({});
    await button(page, "Accepter").click();
    await page.getByRole("status").getByText("C’est noté").waitFor();

    await expect.poll(() => expected(shop)).toEqual({ Luc: ["S1", "S2"], Fleur: ["S3"] });
  });

  it("[J20] lets a person change it to whoever knows the operation, and says what the line's pace is then", async () => {
    const shop = await openShop();
    const page = await open(shop);
    await button(page, "Proposer").click();

    await who(page, "Plis").selectOption("Fleur");
    await page
      .getByRole("status")
      .getByText("Plis est pour Fleur. Poste le plus chargé : 1,10 min.")
      .waitFor();
    const options = who(page, "Ourlet").locator("option");

    await expect.poll(() => options.allInnerTexts()).toContain("Luc — ne connaît pas");
    await expect.poll(() => options.filter({ hasText: "Luc" }).isDisabled()).toBe(true);
    await page.getByText("Proposition changée par vous, pas encore acceptée.").waitFor();
    await button(page, "Accepter").click();
    await page.getByText(/^Accepté à/).waitFor();
    await expect.poll(() => expected(shop)).toEqual({ Luc: ["S1"], Fleur: ["S2", "S3"] });
  });

  it("[J20] forgets a proposal that is ignored", async () => {
    const shop = await openShop();
    const page = await open(shop);
    await button(page, "Proposer").click();

    await button(page, "Ignorer").click();
    await page.getByRole("status").getByText("Rien n’a changé").waitFor();

    await expect.poll(() => who(page, "Plis").count()).toBe(0);
    await expect.poll(() => expected(shop)).toEqual({});
  });

  it("[J21] asks for a new proposal at an absence, and says why", async () => {
    const shop = await openShop();
    const page = await open(shop);
    await page.getByRole("checkbox", { name: "Compter avec Noa" }).check();
    await button(page, "Proposer").click();
    await button(page, "Accepter").click();
    await page.getByText(/^Accepté à/).waitFor();

    await button(page, "Luc est absent·e").click();
    await page.getByRole("status").getByText("Luc est absent·e. Voici une nouvelle").waitFor();

    await expect.poll(() => shown(page)).toEqual({ Surjet: "Fleur", Plis: "Fleur", Ourlet: "Noa" });
    await button(page, "Luc est de retour").waitFor();
    await button(page, "Ignorer").click();
    await page.getByText("Ce qui a été accepté ne tient plus.").waitFor();
    await page.getByText("Manque : Luc.").waitFor();
  });

  it("[J21] names the operations that nobody of those who are left knows", async () => {
    const shop = await openShop();
    const page = await open(shop);

    await button(page, "Fleur est absent·e").click();

    await page
      .getByRole("status")
      .getByText("Fleur est absent·e. Parmi les personnes cochées, personne ne connaît : Ourlet.")
      .waitFor();
    await expect.poll(() => button(page, "Accepter").count()).toBe(0);
  });

  it("[J22] works with the keyboard alone", async () => {
    const shop = await openShop();
    const page = await open(shop);
    await button(page, "Proposer").focus();
    await page.keyboard.press("Enter");
    await who(page, "Plis").waitFor();

    await who(page, "Plis").focus();
    await page.keyboard.type("Fleur");
    await page.getByText("Proposition changée par vous").waitFor();
    await button(page, "Accepter").focus();
    await page.keyboard.press("Enter");
    await page.getByText(/^Accepté à/).waitFor();

    await expect.poll(() => expected(shop)).toMatchObject({ Luc: ["S1"] });
  });

  it("[J22] fits a tablet and a phone, light and dark, and axe objects to nothing", async () => {
    const page = await open(await openShop());
    const light = page.url();
    for (const [theme, address] of [
      ["light", light],
      ["dark", `${light}&theme=dark`],
    ] as const) {
      await page.goto(address);
      await button(page, "Proposer").click();
      await button(page, "Accepter").waitFor();
      for (const size of [TABLET, PHONE]) {
        await page.setViewportSize(size);
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        const found = { theme, size, faults: await faults(page), wide };
        expect(found).toEqual({ theme, size, faults: [], wide: 0 });
      }
    }
  });

  it("[J22] shows nobody before somebody signs in", async () => {
    const shop = await openShop();
    const context = await screens.browser.newContext({ viewport: TABLET });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.goto(`${shop.http()}/floor/balance?line=L1`);

    await page.getByText("Cette page demande de se connecter.").waitFor();

    await expect.poll(() => page.getByText("Fleur").count()).toBe(0);
  });
});
