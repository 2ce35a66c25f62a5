import type { Sample } from "@trame/shared";
import { buildTopic, encodeCounts } from "@trame/shared";
import type { Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { NOON_ZONE } from "../paths/noon-zone.ts";
import { openWorkshop, planOf, type Workshop } from "../paths/open-workshop.ts";
import { useScreens } from "./support/browser.ts";
import { signIn } from "./support/sign-in.ts";

const screens = useScreens();

const STATIONS = {
  S01: { operation: "Surjet", name: "Poste 1", device: "esp-01" },
  S02: { operation: "Contrôle", name: "Poste 2" },
};
const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;

/** A workshop whose first station has stood still for seven minutes, and two people, one of them free. */
async function openFloor() {
  const shop = await openWorkshop({ uiFolder: screens.dist, uiVersion: screens.uiVersion });
  const plan = planOf(STATIONS);
  await shop.plan(
    { ...plan, lines: plan.lines.map((line) => ({ ...line, target: 400 })) },
    Date.now() - DAY_MS,
  );
  await standStill(shop);
  for (const [pseudonym, operation] of [
    ["Soleil", "Contrôle"],
    ["Lune", "Surjet"],
  ]) {
    await must(shop, "/operators", { pseudonym, skills: [{ operation, level: 3 }] });
  }
  return shop;
}

/** What is sent must be taken. */
async function must(shop: Workshop, path: string, body: object) {
  const response = await shop.ask("POST", `/api/v1${path}`, body);
  if (!response.ok) throw new Error(`${path} ${response.status} ${await response.text()}`);
}

/** The counter says that its machine has a fault, and goes on saying so until now. */
async function standStill(shop: Workshop) {
  const client = await shop.connect("esp-01");
  const began = Date.now() - 10 * MINUTE_MS;
  const samples = Array.from(
    { length: 40 },
    (_, index): Sample => ({
      seq: index + 1,
      up: index * 15_000,
      pieces: 3,
      stitches: 720,
      trims: 12,
      state: index < 12 ? "running" : "fault",
    }),
  );
  const payload = encodeCounts({ boot: "9f2c01ab", up: Date.now() - began, samples });
  await client.publishAsync(buildTopic("esp-01", "counts"), payload, { qos: 1 });
}

async function open(shop: Workshop): Promise<Page> {
  const context = await screens.browser.newContext({
    viewport: { width: 390, height: 844 },
    locale: "fr-FR",
  });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await signIn(context, { http: shop.http(), token: shop.token });
  await page.goto(`${shop.http()}/floor/L1`);
  await page.locator(".fd-page:not(.fd-blank)").waitFor();
  return page;
}

function tap(page: Page, name: string | RegExp) {
  return page.getByRole("button", { name, exact: true }).click();
}

describe("supervisor's page on a whole workshop", () => {
  it("[FL1] [FL7] [FL10] explains a stop that a counter told of, takes it back, and gives another cause", async () => {
    const shop = await openFloor();
    const page = await open(shop);
    await tap(page, /^Machine : Poste 1, /);
    await page.getByText("Tous les arrêts sont expliqués").waitFor();
    await tap(page, /^Annuler : Poste 1/);
    await tap(page, /^Matière : Poste 1, /);
    await page.getByText("Tous les arrêts sont expliqués").waitFor();
    const causes = async () => {
      const { stops } = await shop.get<{ stops: { cause: string | null }[] }>("/api/v1/stops");
      return stops.map(({ cause }) => cause);
    };
    await expect.poll(causes).toEqual(["material"]);
  });

  it("[FL7] cuts a stop that goes on in two, each half with its cause", async () => {
    const shop = await openFloor();
    const page = await open(shop);
    await tap(page, /^Autre cause : Poste 1, /);
    await page.getByLabel(/^Avant/).selectOption("material");
    await page.getByLabel(/^Après/).selectOption("quality");
    await tap(page, "Garder les deux");
    await page.getByText("Tous les arrêts sont expliqués").waitFor();
    const causes = async () => {
      const { stops } = await shop.get<{ stops: { cause: string | null }[] }>("/api/v1/stops");
      return stops.map(({ cause }) => cause);
    };
    await expect.poll(causes).toEqual(["material", "quality"]);
  });

  it("[FL9] is told what a stop is now when another supervisor was faster, and overwrites nothing", async () => {
    const shop = await openFloor();
    const page = await open(shop);
    await page.getByRole("button", { name: /^Machine : Poste 1, / }).waitFor();
    const { version, stops } = await shop.get<{ version: number; stops: { from: number }[] }>(
      "/api/v1/stops",
    );
    // What the page shows is from before: its next reading is kept from it.
    await page.route("**/api/v1/stops?*", (route) => route.abort());
    const now = Date.now();
    await must(shop, "/stops", {
      ...{ key: "key-of-the-other", at: now, sentAt: now, origin: "hand", version },
      ...{ scope: { stationId: "S01" }, from: stops[0]?.from, to: null, cause: "quality" },
    });
    await tap(page, /^Machine : Poste 1, /);
    await page.getByText(/Qualité.*Choisissez à nouveau/).waitFor();
    const read = await shop.get<{ stops: { cause: string }[] }>("/api/v1/stops");
    expect(read.stops.map(({ cause }) => cause)).toEqual(["quality"]);
  });

  it("[FL3] [FL13] takes and resolves a call, sends somebody, notes an absence", async () => {
    const shop = await openFloor();
    const page = await open(shop);
    await tap(page, /^Poste 2 /);
    await tap(page, "Mécanicien");
    await tap(page, "Prendre en charge : Poste 2, Mécanicien");
    await tap(page, "Résolu : Poste 2, Mécanicien");
    await page.getByText("Aucun appel").waitFor();
    await tap(page, /^(Envoyer|Choisir un poste pour) Soleil/);
    const dialog = page.getByRole("dialog");
    if ((await dialog.count()) > 0) await dialog.getByRole("button", { name: /^Poste 2/ }).click();
    await page.getByRole("button", { name: /^Poste 2 .*Soleil, attendu·e/ }).waitFor();
    await tap(page, "Lune est absent·e");
    await page.getByRole("button", { name: "Lune est de retour" }).waitFor();
  });

  it("[FL12] [FL13] sets the target and a message, says that somebody is being helped, notes a needle", async () => {
    const shop = await openFloor();
    const page = await open(shop);
    await tap(page, "Objectif : le changer");
    await page.getByLabel("Pièces pour la journée").fill("360");
    await tap(page, "Garder ce nombre");
    await tap(page, "Message aux écrans");
    await page.getByLabel("Texte, 80 signes au plus").fill("Livraison à 16 h");
    await tap(page, "Afficher");
    await tap(page, /^Poste 1 /);
    await tap(page, "Accompagner");
    await page.getByRole("button", { name: /^Poste 1 .*Accompagnement/ }).waitFor();
    await tap(page, /^Poste 1 /);
    await tap(page, "Fait : Poste 1, Aiguille");
    const told = async () => {
      const { lines, stations } = await shop.board();
      return {
        target: lines[0]?.target,
        message: lines[0]?.message?.text,
        mark: stations[0]?.mark?.class,
      };
    };
    await expect.poll(told).toEqual({ target: 360, message: "Livraison à 16 h", mark: "support" });
    const needle = async () => {
      const { machines } = await shop.get<{
        machines: { upkeep: { upkeep: string; doneAt: number | null }[] }[];
      }>("/api/v1/machines?line=L1");
      return machines[0]?.upkeep.find(({ upkeep }) => upkeep === "needle")?.doneAt ?? null;
    };
    await expect.poll(needle).not.toBeNull();
    await tap(page, "Fermer");
    await tap(page, "Heure par heure");
    await page.getByRole("row").nth(1).waitFor();
  });

  it("[FL7] [FL24] notes a power cut of the whole workshop, dated back, and says of how many stations", async () => {
    const shop = await openFloor();
    const page = await open(shop);
    await tap(page, "Noter un arrêt");
    await page.getByLabel("Où").selectOption("workshop");
    const clock = new Intl.DateTimeFormat("sv-SE", {
      timeZone: NOON_ZONE,
      timeStyle: "short",
    });
    const from = clock.format(Date.now() - 5 * MINUTE_MS);
    await page.getByLabel("De", { exact: true }).fill(from);
    await tap(page, /^Coupure de courant : /);
    await page.getByText(/^Noté.: Tout l’atelier, .*Coupure de courant.: 2.postes$/).waitFor();
    const { stops } = await shop.get<{ stops: { stationId: string; cause: string | null }[] }>(
      "/api/v1/stops",
    );
    expect(
      stops.filter(({ cause }) => cause === "power").map(({ stationId }) => stationId),
    ).toEqual(["S01", "S02"]);
  });
});
