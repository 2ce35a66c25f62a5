import { describe, expect, it, onTestFinished } from "vitest";
import { openWorkshop, planOf } from "../paths/open-workshop.ts";
import { faults } from "./support/axe.ts";
import { useScreens } from "./support/browser.ts";
import { signIn } from "./support/sign-in.ts";

const screens = useScreens();
const STATIONS = {
  S01: { operation: "Surjet", name: "Poste 1" },
  S02: { operation: "Contrôle", name: "Poste 2" },
};
const OPERATIONS = [
  { code: "10", label: { fr: "Surjet" }, machine: "Surjeteuse", after: [] },
  { code: "20", label: { fr: "Contrôle" }, machine: "Table", after: ["10"] },
].map((operation) => ({ ...operation, standardMinutes: 0.4, countedBy: "scan" }));
const DAY_MS = 86_400_000;

/** An order of 40 masks in two bundles, of which the first is made. */
async function openOrder() {
  const shop = await openWorkshop({ uiFolder: screens.dist, uiVersion: screens.uiVersion });
  await shop.plan(planOf(STATIONS), Date.now() - DAY_MS);
  const must = async <Answer>(method: string, path: string, body: object): Promise<Answer> => {
    const response = await shop.ask(method, `/api/v1${path}`, body);
    if (!response.ok) throw new Error(`${path} ${response.status} ${await response.text()}`);
    return (await response.json()) as Answer;
  };
  const colours = [{ name: "Bleu", swatch: "#2b59b4", pattern: "rising" }];
  await must("PUT", "/styles/MASQUE", { name: "Masque", sizes: ["S", "M"], colours });
  await must("POST", "/routings", { styleId: "MASQUE", parts: [], operations: OPERATIONS });
  const quantities = [{ size: "S", colour: "Bleu", pieces: 40 }];
  const styles = [{ styleId: "MASQUE", quantities }];
  const order = { customer: "Ville de Lons", dueOn: "2026-12-18", state: "released", styles };
  const { id } = await must<{ id: string }>("POST", "/orders", order);
  const lots = [{ size: "S", colour: "Bleu", shade: 1, pieces: 40 }];
  const cutting = { styleId: "MASQUE", bundleSize: 20, lots };
  const cut = await must<{ bundles: { code: string }[] }>(
    "POST",
    `/orders/${id}/cuttings`,
    cutting,
  );
  const [{ code = "" } = {}] = cut.bundles;
  let drawn = 0;
  const act = (path: string, stationId: string, body: object) => {
    const at = Date.now();
    const head = { key: `act-${++drawn}-of-test`, stationId, at, sentAt: at, origin: "scan" };
    return must("POST", path, { ...head, code, ...body });
  };
  for (const station of ["S01", "S02"]) {
    await act("/scans", station, {});
    await act("/finishes", station, { good: 20, rework: 0, second: 0, scrap: 0 });
  }
  return { shop, id };
}

async function open({ shop }: Awaited<ReturnType<typeof openOrder>>, path: string) {
  const context = await screens.browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: "fr-FR",
  });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const trouble: string[] = [];
  page.on("pageerror", (error) => trouble.push(error.message));
  await signIn(context, { http: shop.http(), token: shop.token });
  await page.goto(shop.http() + path);
  await page.locator("h1").waitFor();
  return { page, trouble };
}

describe("orders at the manager's desk, in a browser", () => {
  it("[OD14] [OD4] old addresses lead to the one list, and to an order with its parts", async () => {
    const order = await openOrder();
    const { page, trouble } = await open(order, "/prepare");

    await page.waitForURL("**/manage/orders");
    await page.getByText("20 bonnes sur 40 · 50 %").first().waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole("link", { name: order.id }).click();
    await page.waitForURL(`**/manage/orders/${order.id}/progress`);
    for (const part of ["Préparer", "Emballage", "Histoire", "Minutes", "Avancement"]) {
      const link = page.getByRole("link", { name: part, exact: true });
      await link.click();
      await page.locator(".parts [aria-current=page]", { hasText: part }).waitFor();
      await page.locator(".panel h2").first().waitFor();
      expect(await faults(page), part).toEqual([]);
    }
    expect(trouble).toEqual([]);
  });

  it("[OD6] [OD8] a carton is closed with what is complete, refused beyond, and opened again", async () => {
    const order = await openOrder();
    const { page } = await open(order, `/manage/orders/${order.id}/packing`);
    const into = page.getByRole("textbox", { name: "Dans ce carton, S Bleu" });

    await into.fill("21");
    await page.getByRole("button", { name: "Fermer le carton" }).click();
    await page
      .getByRole("status")
      .getByText(/Il ne reste que 20.pièces complètes/)
      .waitFor();
    await into.fill("15");
    await page.getByRole("button", { name: "Fermer le carton" }).click();
    await page.getByRole("status").getByText("Le carton n° 1 est fermé.").waitFor();
    await page.getByRole("button", { name: "Rouvrir le carton 1" }).click();
    await page.getByRole("button", { name: "Le rouvrir" }).click();
    await page.getByRole("status").getByText("Le carton n° 1 est rouvert.").waitFor();
    await page.getByRole("link", { name: "Histoire", exact: true }).click();
    await page.locator(".story li.void", { hasText: "Carton fermé" }).waitFor();
    await page.locator(".story li", { hasText: "Carton rouvert" }).waitFor();
  });
});
