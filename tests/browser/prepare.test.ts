import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { NOON_ZONE } from "../paths/noon-zone.ts";
import { openWorkshop, planOf, type Workshop } from "../paths/open-workshop.ts";
import { faults } from "./support/axe.ts";
import { useScreens } from "./support/browser.ts";
import { watchRequests } from "./support/settled.ts";
import { signIn } from "./support/sign-in.ts";

const screens = useScreens();

const STATIONS = {
  S01: { operation: "Surjet", name: "Poste 1" },
  S02: { operation: "Contrôle", name: "Poste 2" },
};
const MASK = {
  name: "Masque lavable",
  sizes: ["S", "M"],
  colours: [{ name: "Bleu", swatch: "#2b59b4", pattern: "rising" }],
};
const OPERATIONS = [
  { code: "10", label: { fr: "Surjet", en: "Overlock" }, machine: "Surjeteuse", after: [] },
  { code: "20", label: { fr: "Contrôle" }, machine: "Table", after: ["10"] },
].map((operation) => ({ ...operation, standardMinutes: 0.4, countedBy: "scan" }));
const DAY_MS = 86_400_000;
const KEY = "-of-these-tests";

/** A workshop with its screens; what is asked for must be answered with 200. */
async function openShop() {
  const shop = await openWorkshop({ uiFolder: screens.dist, uiVersion: screens.uiVersion });
  await shop.plan(planOf(STATIONS), Date.now() - DAY_MS);
  const must = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const response = await shop.ask(method, `/api/v1${path}`, body ?? {});
    if (!response.ok) throw new Error(`${path} ${response.status} ${await response.text()}`);
    return (await response.json()) as Answer;
  };
  return { shop, must };
}

/** The same with an order of masks on the floor, cut into three bundles, and their codes. */
async function openFloor() {
  const { shop, must } = await openShop();
  await must("PUT", "/styles/MASQUE", MASK);
  await must("POST", "/routings", { styleId: "MASQUE", parts: [], operations: OPERATIONS });
  const quantities = [{ size: "S", colour: "Bleu", pieces: 200 }];
  const styles = [{ styleId: "MASQUE", quantities }];
  const order = { customer: "Ville de Lons", dueOn: "2026-12-18", state: "released", styles };
  const { id } = await must<{ id: string }>("POST", "/orders", order);
  const lots = [{ size: "S", colour: "Bleu", shade: 1, pieces: 120 }];
  const cutting = { styleId: "MASQUE", bundleSize: 50, lots };
  const path = `/orders/${id}/cuttings`;
  const cut = await must<{ bundles: { code: string }[] }>("POST", path, cutting);
  let drawn = 0;
  const act = (path: string, stationId: string, body: object) => {
    drawn += 1;
    const now = Date.now();
    const head = { key: `${drawn}${KEY}`, stationId, at: now, sentAt: now, origin: "scan" };
    return must("POST", path, { ...head, ...body });
  };
  return { shop, id, codes: cut.bundles.map(({ code }) => code), act };
}

interface Looking {
  readonly size?: { readonly width: number; readonly height: number };
  /** Without it nothing can be saved. */
  readonly hasToken?: boolean;
}

const DESK = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

async function open(shop: Workshop, path: string, { size = DESK, hasToken = true }: Looking = {}) {
  const context = await screens.browser.newContext({ viewport: size, locale: "fr-FR" });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const trouble: string[] = [];
  page.on("pageerror", (error) => trouble.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith(shop.http())) trouble.push(request.url());
  });
  const settled = watchRequests(page);
  if (hasToken) await signIn(context, { http: shop.http(), token: shop.token });
  await page.goto(shop.http() + path);
  await page.locator("h1").waitFor();
  return { page, trouble, settled };
}

type Looked = Awaited<ReturnType<typeof open>>;

/** Goes on with the Tab key until a control has the focus. */
async function tabTo(page: Page, role: "button" | "link" | "textbox" | "combobox", name: string) {
  const control = page.getByRole(role, { name, exact: true }).first();
  // Found once: names of all controls are worked out for each search.
  const element = await control.elementHandle();
  for (let steps = 0; steps < 150; steps++) {
    if (await page.evaluate((one) => one === document.activeElement, element)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the Tab key never reaches ${role} ${name}`);
}

async function press(page: Page, role: "button" | "link", name: string) {
  await tabTo(page, role, name);
  await page.keyboard.press("Enter");
}

async function type(page: Page, name: string, text: string) {
  await tabTo(page, "textbox", name);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text);
}

function said(page: Page, text: string | RegExp) {
  return page.getByRole("status").getByText(text).waitFor();
}

/** Prints the slip that the page shows; the text that is on paper. */
async function printSlip(page: Page): Promise<string> {
  await page.emulateMedia({ media: "print" });
  const text = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        window.print = () => resolve(document.body.innerText);
        document.querySelector<HTMLElement>("[aria-label^='Imprimer le bon']")?.click();
      }),
  );
  await page.emulateMedia({ media: "screen" });
  return text;
}

/** Imports the example of a kind, as the page offers it, with the keyboard. */
async function importExample(page: Page, kind: string, url: string) {
  await tabTo(page, "combobox", "Ce que le fichier apporte");
  await page.keyboard.type(kind);
  const csv = await (await fetch(url)).text();
  const picker = page.locator("input[type=file]");
  await picker.setInputFiles({
    name: `${kind}.csv`,
    mimeType: "text/csv",
    buffer: Buffer.from(csv),
  });
  await said(page, "Le fichier est lu. Rien n’est encore écrit.");
  const save = page.getByRole("button", { name: /^Enregistrer/ });
  await press(page, "button", await save.innerText());
  await said(page, "C’est enregistré.");
}

describe("desk in a browser", () => {
  it("[J1] [J2] [J3] [J4] [J7] [J9] [J13] [QS9] prepares an order from files to tablet, by keyboard alone", async () => {
    const { shop } = await openShop();
    const { page, trouble } = await open(shop, "/prepare/import", { hasToken: false });
    await press(page, "button", "Utiliser le jeton d’administration");
    await type(page, "Jeton d’administration", shop.token);
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Se déconnecter" }).waitFor();
    const examples = `${shop.http()}/api/v1/imports`;
    await importExample(page, "Modèles", `${examples}/styles/example.csv`);
    await importExample(page, "Gammes de montage", `${examples}/routings/example.csv`);

    await press(page, "link", "Commandes");
    await press(page, "button", "Nouvelle commande");
    await type(page, "Client", "Ville de Lons");
    await tabTo(page, "textbox", "Pour le");
    await page.keyboard.type("18122026");
    await type(page, "Pièces, taille 6 ans, Blanc", "120");
    await press(page, "button", "Créer la commande");
    await press(page, "link", "2026-1");

    await page
      .getByText("3 paquets de 50")
      .or(page.getByText("2 paquets de 50 et 1 de 20"))
      .waitFor();
    await type(page, "Pièces par paquet", "40");
    await page.getByText("3 paquets de 40").waitFor();
    await press(page, "button", "Couper et faire les tickets");
    // Body and sleeves have tickets of their own.
    await said(page, "6 paquets sont faits.");
    const sheets = page.getByRole("link", { name: "Feuilles A4" }).first();
    await expect
      .poll(() => sheets.getAttribute("href"))
      .toBe("/api/v1/orders/2026-1/tickets.pdf?format=a4&lang=fr&bundles=1-6");
    const pdf = await fetch(shop.http() + (await sheets.getAttribute("href")));
    expect(pdf.headers.get("content-type")).toBe("application/pdf");
    await expect.poll(() => page.locator("tbody a[href^='/bundle/']").count()).toBe(6);
    await press(page, "button", "Lancer en atelier");
    await said(page, /La commande est lancée/);

    await press(page, "link", "Postes");
    await press(page, "button", "Préparer une tablette pour Poste 2");
    await page.getByRole("img", { name: "QR du lien de Poste 2" }).waitFor();
    const [link = "", inspector] = await page.locator("pre").allInnerTexts();
    await page.getByRole("img", { name: "QR du lien du contrôle de Poste 2" }).waitFor();
    expect(inspector).toBe(link.replace("/station/", "/inspect/"));
    await page.goto(link);
    await page.getByText("Scannez votre badge").waitFor();
    expect(trouble).toEqual([]);
  });

  it("[J4] replaces a ticket, and takes another's validity", async () => {
    const { shop, id, codes } = await openFloor();
    const { page } = await open(shop, `/manage/orders/${id}/prepare`);
    await page.getByRole("button", { name: `Réimprimer le ticket ${codes[0]}` }).click();
    await said(page, new RegExp(`L’ancien, ${codes[0]}, ne vaut plus`));
    await page.getByText("Imprimer le nouveau ticket :").waitFor();
    await page.getByRole("button", { name: `Annuler le ticket ${codes[1]}` }).click();
    await page.getByRole("button", { name: "L’annuler" }).click();
    await said(page, `Le ticket ${codes[1]} ne vaut plus.`);
    const scan = { key: `scan${KEY}`, stationId: "S01", at: 1, sentAt: 1, origin: "scan" };
    for (const [code, refusal] of [
      [codes[0], "ticket-replaced"],
      [codes[1], "scan-ticket-void"],
    ]) {
      const body = { ...scan, key: `${refusal}${KEY}`, code };
      const answer = await (await shop.ask("POST", "/api/v1/scans", body)).json();
      expect(answer).toMatchObject({ accepted: false, code: refusal });
    }
  });

  it("[J6] tells the life of a bundle, from its ticket", async () => {
    const { shop, codes, act } = await openFloor();
    const [code = ""] = codes;
    await act("/scans", "S01", { code });
    await act("/finishes", "S01", { code, good: 48, rework: 1, second: 1, scrap: 0 });
    const { page } = await open(shop, `/bundle/${code}`);
    const story = page.locator(".story li");
    await story.nth(3).waitFor();
    expect((await story.allInnerTexts()).map((text) => text.split("\n")[1])).toEqual([
      "Ticket n° 1 fait · à la main",
      "Coupé · à la main",
      "Poste 1 · Pris · Surjet · scanné",
      "Poste 1 · Fini · Surjet · 48\u00a0bonnes, 1 en retouche, 1 en 2e choix · scanné",
    ]);
  });

  it("[J16] takes back what was done at a station, after a second question, for who may", async () => {
    const { shop, codes, act } = await openFloor();
    const [code = ""] = codes;
    await act("/scans", "S01", { code });
    await act("/finishes", "S01", { code, good: 50, rework: 0, second: 0, scrap: 0 });
    const { page: stranger } = await open(shop, `/bundle/${code}`, { hasToken: false });
    await stranger.getByText("Poste 1 · Fini").waitFor();
    await expect.poll(() => stranger.getByRole("button", { name: /^Annuler : / }).count()).toBe(0);
    const { page } = await open(shop, `/bundle/${code}`);
    await page.getByRole("button", { name: /^Annuler : .*Poste 1 · Fini/ }).click();
    await page.locator(":focus", { hasText: "Le garder" }).waitFor();
    await page.getByRole("button", { name: "Annuler ce geste" }).click();
    await said(page, /C’est annulé/);
    await page.locator(".story li.void", { hasText: "Fini" }).waitFor();
    const told = await shop.get<{ openAt: string }>(`/api/v1/bundles/${code}`);
    expect(told.openAt).toBe("S01");
  });

  it("[J12] says in words that a code could not be read, however much a reader read", async () => {
    const { shop, act } = await openFloor();
    const note = "LIVRAISON 2026\u0000 Atelier Dole, bon 4711";
    await act("/scans", "S01", { code: "118-4", offline: true });
    await act("/scans", "S01", { code: note, offline: true });
    const { page } = await open(shop, "/prepare/follow");

    await page.getByRole("heading", { name: "Code illisible ou inconnu : 118-4" }).waitFor();
    const long = "Code illisible ou inconnu : LIVRAISON 2026· Atelier …";
    await page.getByRole("heading", { name: long }).waitFor();
  });

  it("[J15] closes an order with bundles in progress once a person gave them up", async () => {
    const { shop, id, codes, act } = await openFloor();
    await act("/scans", "S01", { code: codes[0] });
    const { page } = await open(shop, `/prepare/orders/${id}`);
    const state = async () => (await shop.get<{ state: string }>(`/api/v1/orders/${id}`)).state;
    await page.getByRole("button", { name: "Clore la commande" }).click();
    await page.getByText(/Si vous la clôturez, ils sont abandonnés/).waitFor();
    await page.getByRole("button", { name: "Garder la commande ouverte" }).click();
    await expect.poll(() => state()).toBe("running");
    await page.getByRole("button", { name: "Clore la commande" }).click();
    await page.getByRole("button", { name: "Clôturer et abandonner ce qui reste" }).click();
    await said(page, "La commande est close.");
    await expect.poll(() => state()).toBe("closed");
  });

  it("[J18] gives a person a new badge after a second question", async () => {
    const { shop, must } = await openShop();
    const made = await must<{ id: string; badgeCode: string }>("POST", "/operators", {
      pseudonym: "Soleil",
    });
    const { page } = await open(shop, "/manage/people");
    await page.getByRole("cell", { name: made.id, exact: true }).waitFor();
    await page.getByRole("button", { name: "Nouveau badge pour Soleil" }).click();
    await page.getByText(`Le badge ${made.badgeCode} ne vaudra plus.`).waitFor();
    await page.getByRole("button", { name: "Faire un nouveau badge" }).click();
    await said(page, /Le nouveau badge est prêt/);
    await expect
      .poll(() => page.getByRole("cell", { name: made.badgeCode, exact: true }).count())
      .toBe(0);
  });

  it("[J8] takes pieces by hand: Enter goes down, and what is saved leaves the grid", async () => {
    const { shop } = await openShop();
    const { page } = await open(shop, "/prepare/counts");
    const at = new Intl.DateTimeFormat("fr-FR", { timeZone: NOON_ZONE, hour: "numeric" });
    const hour = at
      .format(Date.now() - 3_600_000)
      .replace(/^0/, "")
      .replace(" ", "\u00a0");
    await page.getByRole("textbox", { name: `Poste 1, ${hour}` }).fill("42");
    await page.keyboard.press("Enter");
    await page.keyboard.type("7");
    await expect
      .poll(() => page.getByRole("textbox", { name: `Poste 2, ${hour}` }).inputValue())
      .toBe("7");
    await page.getByRole("textbox", { name: "Raison" }).fill("coupure de courant");
    await page.getByRole("button", { name: "Enregistrer ces pièces" }).click();
    await said(page, "2\u00a0cases enregistrées.");
    await expect
      .poll(() => page.getByRole("textbox", { name: `Poste 1, ${hour}` }).inputValue())
      .toBe("");
    const { stations } = await shop.counts();
    expect(stations.map(({ pieces }) => pieces)).toEqual([42, 7]);
  });

  it("[J10] enters a person with the way they want the station, and prints the badge", async () => {
    const { shop } = await openShop();
    const { page } = await open(shop, "/manage/people");
    await page.getByRole("button", { name: "Ajouter une personne" }).click();
    await page.getByRole("textbox", { name: "Pseudonyme" }).fill("Soleil");
    await page.getByRole("textbox", { name: "Opérations connues" }).fill("Surjet:2");
    await page.getByRole("checkbox", { name: "Mode simple" }).check();
    await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
    await said(page, "Soleil est à jour.");
    await page.getByRole("button", { name: "Modifier Soleil" }).click();
    await page.getByRole("checkbox", { name: "Sons" }).check();
    await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
    await page.getByRole("cell", { name: "Mode simple, Sons" }).waitFor();
    const saving = page.waitForEvent("download");
    await page.getByRole("button", { name: "Badge de Soleil" }).click();
    const bytes = await readFile(await (await saving).path());
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    const { operators } = await shop.get<{ operators: object[] }>("/api/v1/operators");
    expect(operators).toMatchObject([
      { pseudonym: "Soleil", mode: { simple: true, sound: true }, skills: [{ level: 2 }] },
    ]);
  });

  it("[PE1] [PE2] [PE3] [PE7] [PE9] [PE10] notes what a team knows with one tap, and says what is to be passed on", async () => {
    const { shop, must } = await openShop();
    const skills = [{ operation: "Surjet", level: 3 }];
    const [luc, noa] = [
      await must<{ badgeCode: string }>("POST", "/operators", { pseudonym: "Luc", skills }),
      await must<{ badgeCode: string }>("POST", "/operators", { pseudonym: "Noa" }),
    ];
    const now = Date.now();
    const head = { key: "badge-in-of-luc", at: now, sentAt: now, origin: "scan" };
    await must("POST", "/badges", {
      ...{ ...head, stationId: "S01", badge: luc.badgeCode, direction: "in" },
    });
    const { page } = await open(shop, "/prepare/stations?theme=dark");
    await page.getByRole("link", { name: "Ouvrir l’équipe" }).click();
    await page.getByRole("row", { name: /^Luc Poste 1 / }).waitFor();
    await page.getByRole("heading", { name: /^2.opérations à transmettre/ }).waitFor();
    await page.getByRole("button", { name: "Noa, Surjet : 0 rien de noté" }).click();
    await page.getByRole("button", { name: "Noa, Surjet : 1 apprend" }).press("4");
    await page.getByRole("heading", { name: /^1.opération à transmettre/ }).waitFor();
    await page.getByRole("cell", { name: "Surjet", exact: true }).nth(1).waitFor();
    await page.getByRole("link", { name: "Vie privée" }).last().waitFor();
    expect(await faults(page)).toEqual([]);
    await page.setViewportSize(PHONE);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect([wide, await faults(page)]).toEqual([0, []]);
    const { operators } = await shop.get<{ operators: object[] }>("/api/v1/operators");
    expect(operators).toMatchObject([
      { pseudonym: "Luc", skills },
      { badgeCode: noa.badgeCode, skills: [{ operation: "Surjet", level: 4 }] },
    ]);
  });

  it("[J11] sends bundles outside with a slip, and takes them back", async () => {
    const { shop, codes } = await openFloor();
    const { page } = await open(shop, "/prepare/outside");
    await page.getByRole("textbox", { name: "Sous-traitant" }).fill("Atelier du Doubs");
    await page.getByRole("textbox", { name: "Paquets" }).fill(`${codes[0]}\n${codes[1]}`);
    await page.getByRole("button", { name: "Envoyer ces paquets" }).click();
    await said(page, /2.paquets notés dehors/);
    await page.getByText("100 pièces dehors").waitFor();
    const printed = await printSlip(page);
    expect(printed).toContain("Atelier du Doubs");
    for (const code of codes.slice(0, 2)) expect(printed).toContain(code);
    for (const other of ["Envoyer dehors", "À régler", "Noter le retour"]) {
      expect(printed).not.toContain(other);
    }
    await page.getByRole("textbox", { name: `Bonnes, ${codes[0]}` }).fill("49");
    await page.getByRole("textbox", { name: `Perdues, ${codes[0]}` }).fill("1");
    await page.getByRole("button", { name: `Noter le retour de ${codes[0]}` }).click();
    await page.getByText("50 pièces dehors").waitFor();
    const bundle = await shop.get<{ state: object }>(`/api/v1/bundles/${codes[0]}`);
    expect(bundle.state).toMatchObject({ scrap: 1, outside: null });
  });

  it("[J12] settles what two tablets did without the network, with a reason", async () => {
    const { shop, codes, act } = await openFloor();
    const [code = ""] = codes;
    const finish = { code, offline: true, good: 50, rework: 0, second: 0, scrap: 0 };
    await act("/scans", "S01", { code, offline: true });
    await act("/finishes", "S01", { ...finish });
    await act("/finishes", "S01", { ...finish, operation: "10" });
    await act("/scans", "S02", { code: "118-999-X", offline: true });
    const { page } = await open(shop, "/prepare/follow");
    const item = page.locator(".settle-list > li");
    await item.filter({ hasText: code }).waitFor();
    await expect.poll(() => item.count()).toBe(2);
    const tooMany = item.filter({ hasText: code });
    await expect.poll(() => tooMany.getByRole("button").first().isDisabled()).toBe(true);
    await tooMany.getByRole("textbox").fill("noté deux fois");
    await tooMany
      .getByRole("button", { name: /^Retirer/ })
      .first()
      .click();
    await expect.poll(() => item.count()).toBe(1);
    await item.getByRole("textbox").fill("ticket d’un autre atelier");
    await item.getByRole("button", { name: "C’est vu" }).click();
    await page.getByText("Tout va ensemble.").waitFor();
    await expect.poll(() => shop.get("/api/v1/conflicts")).toEqual({ conflicts: [] });
  });

  it("[J10] makes the next version of a routing, and leaves the order that began with its own", async () => {
    const { shop, id } = await openFloor();
    const { page } = await open(shop, "/prepare/styles");
    await page.getByRole("button", { name: /^Masque lavable/ }).click();
    await page.getByRole("textbox", { name: "Libellé, 20" }).fill("Contrôle final");
    await page.getByRole("textbox", { name: "Temps, 20" }).fill("42");
    await page.getByRole("button", { name: "Enregistrer la version 2" }).click();
    await page.getByText(/Écrivez le temps avec son unité.*20/).waitFor();
    await page.getByRole("textbox", { name: "Temps, 20" }).fill("42 cmn");
    await page.getByRole("button", { name: "Enregistrer la version 2" }).click();
    await page.getByText("gamme version 2").waitFor();
    const { routings } = await shop.get<{ routings: { version: number }[] }>("/api/v1/routings");
    expect(routings.at(-1)).toMatchObject({
      version: 2,
      operations: [
        OPERATIONS[0],
        { code: "20", label: { fr: "Contrôle final" }, standardMinutes: 0.42 },
      ],
    });
    const order = await shop.get<{ styles: object[] }>(`/api/v1/orders/${id}`);
    expect(order.styles).toMatchObject([{ routingVersion: 1 }]);
  });

  it("[J13] has nothing that axe objects to and nothing wider than a phone", async () => {
    const { shop, id, codes, act } = await openFloor();
    await act("/scans", "S01", { code: codes[0] });
    await act("/dispatches", "desk", { slipId: "BL-1", partner: "Doubs", codes: [codes[1]] });
    await act("/scans", "S02", { code: "118-999-X", offline: true });
    const [english, dark] = ["?lang=en", "?theme=dark"];
    const known = await open(shop, "/");
    const found: string[] = [];
    for (const path of [
      ...["", "/styles", "/stations", "/outside"].map((name) => `/prepare${name}${english}`),
      ...[`/orders/${id}`, "/counts", "/follow"].map((name) => `/prepare${name}${dark}`),
      `/bundle/${codes[0]}${english}`,
    ]) {
      found.push(...(await objections(known, path)));
    }
    const stranger = await open(shop, "/", { hasToken: false });
    found.push(...(await objections(stranger, `/prepare/import${dark}`)));
    expect(found).toEqual([]);
  });
});

/** What axe objects to on a page once it is read, on a desk and on a phone, and what does not fit them. */
async function objections({ page, trouble, settled }: Looked, path: string): Promise<string[]> {
  trouble.length = 0;
  await page.goto(new URL(path, page.url()).href);
  await page.locator("h1").waitFor();
  const found: string[] = [];
  for (const size of [DESK, PHONE]) {
    await page.setViewportSize(size);
    await settled();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    found.push(...(wide > 0 ? [`${wide} px too wide at ${size.width}`] : []));
    found.push(...(await faults(page)));
  }
  await page.setViewportSize(DESK);
  return [...trouble, ...found].map((what) => `${path}: ${what}`);
}

describe("build of the desk", () => {
  it("[J14] loads a page at a time, and nothing of it on a wall or a tablet", async () => {
    const { shop } = await openShop();
    const { page } = await open(shop, "/prepare/follow");
    const scripts = async (): Promise<string[]> => {
      await page.waitForLoadState("networkidle");
      const names = await page.evaluate(() =>
        performance.getEntriesByType("resource").map(({ name }) => name),
      );
      const own = names.filter((name) => name.endsWith(".js"));
      return Promise.all(own.map(async (name) => (await fetch(name)).text()));
    };
    const [words, counts] = ["Rien n’est perdu", "/api/v1/counts"];
    const desk = (await scripts()).join();
    expect(desk).toContain(words);
    expect(desk).not.toContain(counts);
    for (const path of ["/wall", "/station/S01"]) {
      await page.goto(shop.http() + path);
      expect((await scripts()).join()).not.toContain(words);
    }
  });
});
