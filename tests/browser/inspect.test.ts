import type { OpenBundle } from "@trame/shared";
import type { Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { faults } from "./support/axe.ts";
import { useScreens } from "./support/browser.ts";
import { card, opened, STATION_KEY } from "./support/fake-floor.ts";
import { openStation, type StationOptions, wedge } from "./support/station.ts";

const screens = useScreens();

const TABLET = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

async function open(options: StationOptions & { readonly query?: string } = {}) {
  const path = `/inspect/S05${options.query ?? ""}#${STATION_KEY}`;
  const station = await openStation(screens, { ...options, path });
  await station.page.locator(".inspect").waitFor();
  onTestFinished(station.close);
  return station;
}

function button(page: Page, name: string) {
  return page.getByRole("button", { name, exact: true });
}

const INSPECT = {
  code: "40",
  label: { fr: "Contrôle", en: "Inspection" },
  picture: { pictogram: "inspect" },
  countedBy: "scan",
} as const;
const EARLIER = [
  { ...INSPECT, code: "10", label: { fr: "Surjet des bords" }, picture: { pictogram: "overlock" } },
  { ...INSPECT, code: "20", label: { fr: "Assembler les plis" }, picture: { pictogram: "pleat" } },
];

/** A bundle that is being inspected: 12 of its 50 pieces were looked at. */
function inspected(over: Partial<OpenBundle> = {}): OpenBundle {
  const outcome = { good: 10, rework: 2, second: 0, scrap: 0 };
  return opened(117, {
    operation: INSPECT,
    earlier: EARLIER,
    machinePieces: null,
    finished: 12,
    left: 38,
    outcome,
    ...over,
  });
}

/** Bodies of what arrived, without their heads. */
function said({
  acts,
}: {
  readonly acts: readonly { path: string; body: Record<string, unknown> }[];
}) {
  return acts.map(({ path, body }) => {
    const { key: _, at: __, sentAt: ___, stationId, assignmentId: ____, ...rest } = body;
    return { path: path.replace("/api/v1/", ""), stationId, ...rest };
  });
}

/** The big number, and of how many. */
async function counted(page: Page): Promise<string> {
  const parts = await page.locator(".count > span").allInnerTexts();
  return parts.join(" ").replaceAll(/\s+/g, " ");
}

/** What axe objects to, what is too small to touch and what does not fit, on a phone and on a tablet. */
async function objections(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const size of [PHONE, TABLET]) {
    await page.setViewportSize(size);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide !== size.width) found.push(`${wide} px wide at ${size.width}`);
    const sides = await page
      .locator(".inspect button")
      .evaluateAll((all) => all.map((each) => Math.min(each.clientWidth, each.clientHeight)));
    if (Math.min(...sides) < 64) found.push(`a target of ${Math.min(...sides)} px`);
    found.push(...(await faults(page)).map((fault) => `${fault} at ${size.width}`));
  }
  return found;
}

/** A photo is taken. */
async function takePhoto(page: Page): Promise<void> {
  await page.locator('input[type="file"]').setInputFiles({
    name: "trou.png",
    mimeType: "image/png",
    buffer: Buffer.from(PIXEL, "base64"),
  });
}

const NONE = { good: 0, rework: 0, second: 0, scrap: 0 };

describe("the inspector's screen", () => {
  it("[QS1] shows the bundle, what was said of it so far, and the four things that a piece can be", async () => {
    const { page, trouble } = await open({ view: { open: [inspected()] } });
    const text = (await page.locator(".job").innerText()).replaceAll(/\s+/g, " ");
    expect(text).toContain("Paquet 118-117-K");
    expect(text).toContain("12 / 50 pièces");
    expect(text).toContain("10 bonnes 2 à retoucher");
    const names = (await page.locator(".acts .b").allInnerTexts()).map((name) =>
      name.replaceAll("\u00a0", " "),
    );
    expect(names.slice(0, 5)).toEqual([
      "Bonne",
      "Retouche",
      "2e choix",
      "Rebut",
      "Le reste est bon (38 pièces)",
    ]);
    expect(trouble).toEqual([]);
  });

  it("[QS2] declares a good piece with one tap, and all that is left with one", async () => {
    const { page, floor } = await open({ view: { open: [inspected()] } });
    await button(page, "Bonne").click();
    await page.getByRole("status").filter({ hasText: "Paquet" }).first().waitFor();
    await wedge(page, "118X117K");
    await button(page, "Le reste est bon (50 pièces)").click();
    await expect.poll(() => floor.acts.length).toBe(3);
    await expect
      .poll(() => said(floor))
      .toMatchObject([
        { path: "finishes", stationId: "S05", code: "118-117-K", ...NONE, good: 1, defects: [] },
        { path: "scans" },
        { path: "finishes", code: "118-117-K", ...NONE, good: 50 },
      ]);
  });

  it("[QS3] tells a faulty piece's defect and operation in two taps", async () => {
    const { page, floor } = await open({ view: { open: [inspected()] } });
    await button(page, "Retouche").click();
    await button(page, "Point sauté").click();
    await button(page, "Assembler les plis").click();
    await button(page, "Bonne").waitFor();
    await expect
      .poll(() => said(floor))
      .toMatchObject([
        {
          path: "finishes",
          ...NONE,
          rework: 1,
          defects: [{ defect: "point-saute", operation: "20", pieces: 1 }],
        },
      ]);
  });

  it("[QS3] lets both be unknown, and goes back without a word", async () => {
    const { page, floor } = await open({ view: { open: [inspected()] } });
    await button(page, "Rebut").click();
    await button(page, "Retour").click();
    await button(page, "2e choix").click();
    await button(page, "Tache").click();
    await button(page, "Je ne sais pas").click();
    await button(page, "Bonne").waitFor();
    await expect
      .poll(() => said(floor))
      .toMatchObject([
        { ...NONE, second: 1, defects: [{ defect: "tache", operation: null, pieces: 1 }] },
      ]);
  });

  it("[QS4] offers the bundles that wait, and takes a ticket that is scanned", async () => {
    const { page, floor } = await open();
    await page.getByText("Ou choisissez un paquet qui attend").waitFor();
    await page.getByRole("button", { name: /118-118/ }).click();
    await button(page, "Le reste est bon (50 pièces)").waitFor();
    await expect.poll(() => said(floor)).toMatchObject([{ path: "scans", code: card(118).code }]);
  });

  it("[QS5] inspects without a bundle, counts what was seen and takes the last one back", async () => {
    const { page, floor } = await open();
    await button(page, "Contrôler sans paquet").click();
    await page.getByText("0 pièce contrôlée").waitFor();
    await button(page, "Bonne").click();
    await page.getByText("1 pièce contrôlée").waitFor();
    await button(page, "Retouche").click();
    await button(page, "Trou").click();
    await page.getByText("2 pièces contrôlées").waitFor();
    await button(page, "Annuler").click();
    await page.getByText("1 pièce contrôlée").waitFor();
    const [good, bad, undo] = said(floor);
    expect([good, bad]).toMatchObject([
      { path: "inspections", ...NONE, good: 1, defects: [] },
      {
        path: "inspections",
        ...NONE,
        rework: 1,
        defects: [{ defect: "trou", operation: null, pieces: 1 }],
      },
    ]);
    expect(undo).toMatchObject({ path: "undos", undoes: floor.acts[1]?.body["key"] });
  });

  it("[QS6] keeps what is declared without the network, and sends it later", async () => {
    const { page, floor, server } = await open({ view: { open: [inspected()] } });
    server.hangUp();
    await button(page, "Bonne").click();
    await page.getByText(/1\sgeste gardé/).waitFor();
    await button(page, "Rebut").click();
    await button(page, "Trou").click();
    await button(page, "Surjet des bords").click();
    await page.getByText(/2\sgestes gardés/).waitFor();
    await expect.poll(() => page.locator(".open > .marks").innerText()).toMatch(/11\sbonnes/);
    await expect.poll(() => counted(page)).toBe("14 / 50 pièces");
    server.pickUp();
    await expect.poll(() => floor.acts.length, { timeout: 30_000 }).toBe(2);
    await expect
      .poll(() => said(floor))
      .toMatchObject([
        { path: "finishes", good: 1 },
        { path: "finishes", scrap: 1, offline: true },
      ]);
  });

  it.each([
    ["light", ""],
    ["dark", "?theme=dark"],
  ])("[QS7] has large targets and nothing that axe objects to: %s", async (_name, query) => {
    const { page } = await open({ query, view: { open: [inspected()] } });
    expect(await objections(page)).toEqual([]);
    await button(page, "Retouche").click();
    expect(await objections(page)).toEqual([]);
    await button(page, "Point sauté").click();
    expect(await objections(page)).toEqual([]);
  });

  it("[QS7] works with the keyboard alone", async () => {
    const { page, floor } = await open({ view: { open: [inspected()] } });
    await button(page, "Retouche").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Retouche : quel défaut ?" }).waitFor();
    await button(page, "Trou").focus();
    await page.keyboard.press("Space");
    await button(page, "Surjet des bords").focus();
    await page.keyboard.press("Enter");
    await button(page, "Bonne").waitFor();
    await expect.poll(() => said(floor)).toMatchObject([{ rework: 1 }]);
  });

  it("[QS8] sends a photo before the piece, with the station's key", async () => {
    const { page, floor } = await open({ view: { open: [inspected()] } });
    const id = "b".repeat(64);
    const keys: (string | undefined)[] = [];
    await page.route("**/api/v1/photos", async (route) => {
      keys.push((await route.request().headerValue("authorization")) ?? undefined);
      await route.fulfill({ json: { id } });
    });
    await button(page, "Rebut").click();
    await takePhoto(page);
    await page.getByText("Photo prise").waitFor();
    await button(page, "Trou").click();
    await button(page, "Je ne sais pas").click();
    await button(page, "Bonne").waitFor();
    expect(keys).toEqual([`Bearer ${STATION_KEY}`]);
    await expect.poll(() => said(floor)).toMatchObject([{ scrap: 1, photo: id }]);
  });

  it("[QS8] says at once that a photo can't go without the network, and that the piece went without", async () => {
    const { page, floor, server } = await open({ view: { open: [inspected()] } });
    server.hangUp();
    await button(page, "Bonne").click();
    await page.getByText(/1\sgeste gardé/).waitFor();
    await page.route("**/api/v1/photos", () => {});
    await button(page, "Rebut").click();
    await takePhoto(page);
    await page.getByText("Sans la photo, le réseau manque").waitFor();
    await button(page, "Sans préciser").click();
    await page.getByText("La pièce est notée sans la photo, le réseau manque.").waitFor();
    server.pickUp();
    await expect.poll(() => said(floor).at(-1), { timeout: 30_000 }).toMatchObject({ scrap: 1 });
    expect(said(floor).at(-1)).not.toHaveProperty("photo");
  });

  it("[QS8] lets a piece be told while its photo is on the way, and says that it went without", async () => {
    const { page, floor } = await open({ view: { open: [inspected()] } });
    await page.route("**/api/v1/photos", () => {});
    await button(page, "Rebut").click();
    await takePhoto(page);
    await page.getByText("Photo en route…").waitFor();
    await button(page, "Sans préciser").click();
    await page.getByText("La pièce est notée sans la photo, le réseau manque.").waitFor();
    await expect.poll(() => said(floor)).toMatchObject([{ scrap: 1 }]);
    await button(page, "Annuler").click();
    await page.getByText("notée sans la photo").waitFor({ state: "detached" });
  });

  it.each([
    ["with a counter", { machinePieces: 0, operation: { ...INSPECT, countedBy: "machine" } }],
    ["without", {}],
  ] as const)("[QS10] counts what was judged of the whole bundle: %s", async (_name, over) => {
    // Good pieces of the last operation and what is scrapped leave the bundle: 38 of its 50 are in it still.
    const { page } = await open({ view: { open: [inspected({ ...over, pieces: 38 })] } });
    await expect.poll(() => counted(page)).toBe("12 / 50 pièces");
    const facts = (await page.locator(".facts").innerText()).replaceAll(/\s+/g, " ");
    expect(facts).toContain("Quantité 50");
    await page.getByRole("img", { name: "12 pièces sur 50" }).waitFor();
  });

  it("[QS10] says at the end what the whole came to", async () => {
    const last = inspected({
      finished: 49,
      left: 1,
      pieces: 1,
      outcome: { ...NONE, good: 48, scrap: 1 },
    });
    const { page } = await open({ view: { open: [last] } });
    await button(page, "Bonne").click();
    await page
      .getByText("118-117-K est fini pour « Contrôle » : 49\u00a0bonnes, 1\u00a0rebut")
      .waitFor();
  });

  it("[QS1] names no button that it lacks once a bundle is scanned", async () => {
    const { page } = await open();
    await page.getByRole("button", { name: /118-118/ }).click();
    await page.getByText("Ensuite : dites ce que vaut chaque pièce.").waitFor();
    await expect.poll(() => page.getByText("Terminé").count()).toBe(0);
  });

  it("[QS11] has the four things a piece can be within a phone's first screen", async () => {
    const outcome = { good: 7, rework: 2, second: 2, scrap: 1 };
    const full = inspected({ outcome, rework: 2, shade: 4 });
    const { page, server } = await open({ viewport: PHONE, view: { open: [full] } });
    server.hangUp();
    await button(page, "Bonne").click();
    await page.getByText(/1\sgeste gardé/).waitFor();
    const change = await button(page, "Changer").boundingBox();
    expect((change?.x ?? Number.NaN) + (change?.width ?? 0)).toBeLessThanOrEqual(PHONE.width);
    const ends = await Promise.all(
      ["Bonne", "Retouche", "2e choix", "Rebut"].map(async (name) => {
        const box = await button(page, name).boundingBox();
        return box === null ? Number.NaN : box.y + box.height;
      }),
    );
    expect(Math.max(...ends)).toBeLessThanOrEqual(PHONE.height);
    await button(page, "Rebut").click();
    const form = await page.locator(".pair").boundingBox();
    expect(form?.height).toBeLessThan(PHONE.height / 8);
  });
});

/** A PNG of one pixel. */
const PIXEL =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
