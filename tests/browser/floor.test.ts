import type { Locator, Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { CONTENT_SECURITY_POLICY } from "../../server/src/api/security.ts";
import { faults } from "./support/axe.ts";
import { useScreens } from "./support/browser.ts";
import { type FakeServer, startFakeServer } from "./support/fake-server.ts";
import {
  ADMIN_TOKEN,
  calmLists,
  createFakeSupervision,
  type FakeSupervision,
  fullLists,
  type Lists,
  stopRow,
} from "./support/fake-supervision.ts";
import { at } from "./support/rows.ts";
import { twoFrames, watchRequests } from "./support/settled.ts";
import { callRow, calmBoard, supervisedBoard } from "./support/supervised-board.ts";

const screens = useScreens();

const PHONE = { width: 390, height: 844 };
const TABLET = { width: 1280, height: 800 };

interface Opened {
  readonly page: Page;
  readonly server: FakeServer;
  readonly fake: FakeSupervision;
  /** Page errors and requests to another origin. */
  readonly trouble: string[];
  /** Touches a control by its accessible name, and counts. */
  tap(name: string | RegExp, place?: Locator): Promise<void>;
  taps(): number;
}

interface Opening {
  readonly size?: { readonly width: number; readonly height: number };
  readonly path?: string;
  readonly lists?: Lists;
  readonly board?: Parameters<typeof startFakeServer>[1];
  readonly isSignedIn?: boolean;
  readonly hasFakeClock?: boolean;
}

async function open(opening: Opening = {}): Promise<Opened> {
  const { size = PHONE, path = "/floor", lists = fullLists(), isSignedIn = true } = opening;
  const fake = createFakeSupervision(lists, isSignedIn);
  const server = await startFakeServer(screens.dist, opening.board ?? supervisedBoard(), {
    api: fake.api,
    policy: CONTENT_SECURITY_POLICY,
  });
  onTestFinished(() => server.close());
  const context = await screens.browser.newContext({ viewport: size, locale: "fr-FR" });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const trouble: string[] = [];
  page.on("pageerror", (error) => trouble.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith(server.url)) trouble.push(request.url());
  });
  if (opening.hasFakeClock === true) await page.clock.install();
  const settled = watchRequests(page);
  await page.goto(server.url + path);
  await page.locator(".fd-page:not(.fd-blank)").waitFor();
  // The lists beside the board, and the list that another one leads to.
  await settled();
  let taps = 0;
  return {
    page,
    server,
    fake,
    trouble,
    taps: () => taps,
    async tap(name, place) {
      taps += 1;
      await (place ?? page).getByRole("button", { name, exact: true }).click();
    },
  };
}

/** What was sent, once it was: `POST /stops`, with what the act is about. */
async function sentLast({ fake }: Opened, path: string) {
  await expect.poll(() => fake.sent.at(-1)?.path).toBe(`/api/v1${path}`);
  const { key: _key, at: _at, sentAt: _sentAt, origin: _origin, ...body } = fake.sent.at(-1)!.body;
  return body;
}

describe("supervisor's ten commonest acts on a phone", () => {
  it("[FL13] takes a call in a tap", async () => {
    const opened = await open();
    await opened.tap("Prendre en charge : Poste 7, Mécanicien");
    await expect.poll(() => sentLast(opened, "/calls/call-of-seven/take")).toEqual({});
    expect(opened.taps()).toBe(1);
  });

  it("[FL13] resolves a call in a tap", async () => {
    const opened = await open();
    await opened.tap("Résolu : Poste 6, Matière");
    await expect.poll(() => sentLast(opened, "/calls/call-of-six/resolve")).toEqual({});
    expect(opened.taps()).toBe(1);
  });

  it("[FL7] [FL13] explains a stop in a tap, and its row says so", async () => {
    const opened = await open();
    await opened.tap(/^Machine : Poste 2, 10.h.12/);
    await expect
      .poll(() => sentLast(opened, "/stops"))
      .toEqual({
        scope: { stationId: "S02" },
        from: at("10:12"),
        to: at("10:20"),
        cause: "machine",
        version: 1,
      });
    await opened.page.locator(".fd-stops-list > li").first().getByText("Noté : Machine").waitFor();
    await expect.poll(() => opened.page.locator("#stops h2").innerText()).toMatch(/1$/);
    expect(opened.taps()).toBe(1);
  });

  it("[FL17] shows three of many stops to explain, and the others at a tap", async () => {
    const stops = [0, 1, 2, 3, 4].map((index) =>
      stopRow({ from: at(`1${index % 2}:0${index}`), to: at(`1${index % 2}:1${index}`) }),
    );
    const { page, tap } = await open({ lists: { ...fullLists(), stops } });
    const rows = page.locator(".fd-stops-list > li");
    await expect.poll(() => rows.count()).toBe(3);
    await expect.poll(() => page.locator("#stops h2").innerText()).toContain("5");
    await tap("Voir les 2 autres arrêts");
    await expect.poll(() => rows.count()).toBe(5);
  });

  it("[FL7] keeps a stop of the day before until it is explained, and names its day", async () => {
    const DAY_MS = 86_400_000;
    const stop = stopRow({ from: at("10:12") - 3 * DAY_MS, to: at("10:20") - 3 * DAY_MS });
    const opened = await open({ lists: { ...fullLists(), stops: [], unexplained: [stop] } });
    await expect
      .poll(() => opened.page.locator(".fd-stops-list h3").innerText())
      .toMatch(/Poste 2\s20.nov.* 10.h.12 – 10.h.20/);
    await opened.tap(/^Matière : Poste 2/);
    await expect
      .poll(() => sentLast(opened, "/stops"))
      .toMatchObject({ from: stop.from, cause: "material" });
  });

  it("[FL10] [FL13] takes a cause back in a tap, for ten seconds", async () => {
    const opened = await open({ hasFakeClock: true });
    await opened.tap(/^Machine : Poste 2, 10.h.12/);
    const before = opened.taps();
    await opened.tap(/^Annuler : Poste 2/);
    expect(opened.taps() - before).toBe(1);
    const { key } = opened.fake.sent[0]!.body;
    await expect.poll(() => sentLast(opened, "/undos")).toEqual({ stationId: "desk", undoes: key });
    await opened.tap(/^Matière : Poste 10/);
    await opened.page.getByRole("button", { name: /^Annuler : Poste 10/ }).waitFor();
    await opened.page.clock.runFor(10_000);
    await expect.poll(() => opened.page.getByRole("button", { name: /^Annuler/ }).count()).toBe(0);
  });

  it("[FL13] notes a stop by hand in two taps", async () => {
    const opened = await open();
    await opened.tap(/^Poste 3 /);
    await opened.tap("Qualité : Poste 3");
    const { from, ...body } = await sentLast(opened, "/stops");
    expect(body).toEqual({ scope: { stationId: "S03" }, to: null, cause: "quality", version: 1 });
    expect(Number(from)).toBeGreaterThanOrEqual(at("11:35"));
    expect(opened.taps()).toBe(2);
  });

  it("[FL7] asks why a station stands still only where it does", async () => {
    const { page, tap } = await open();
    await tap(/^Poste 3 /);
    await page.getByRole("heading", { name: "Noter un arrêt de ce poste" }).waitFor();
    await page.keyboard.press("Escape");
    await tap(/^Poste 7 /);
    await page
      .getByRole("heading", { name: "Ce poste est à l’arrêt\u00a0: pourquoi\u00a0?" })
      .waitFor();
  });

  it("[FL13] says in two taps that somebody is being helped, and that it is over", async () => {
    const opened = await open();
    await opened.tap(/^Poste 3 /);
    await opened.tap("Accompagner");
    await expect
      .poll(() => sentLast(opened, "/stops"))
      .toMatchObject({ to: null, cause: "support" });
    expect(opened.taps()).toBe(2);
    await opened.tap(/^Poste 9 /);
    await opened.tap("Fin de l’accompagnement");
    await expect.poll(() => opened.fake.sent.length).toBe(2);
    await expect
      .poll(() => sentLast(opened, "/stops"))
      .toMatchObject({
        scope: { stationId: "S09" },
        from: at("11:32"),
        cause: "support",
      });
  });

  it("[FL13] sends somebody to the station that needs them in a tap, to another in two", async () => {
    const opened = await open();
    await opened.tap("Envoyer Roche : Poste 8");
    await expect
      .poll(() => sentLast(opened, "/postings"))
      .toEqual({ operatorId: "roche", stationId: "S08" });
    expect(opened.taps()).toBe(1);
    await opened.tap("Choisir un poste pour Mistral");
    // The station whose operation they know stands first.
    await opened.tap(/^Poste 10 Élastiques/, opened.page.locator("dialog li").first());
    await expect.poll(() => opened.fake.sent.length).toBe(2);
    await expect
      .poll(() => sentLast(opened, "/postings"))
      .toEqual({
        operatorId: "mistral",
        stationId: "S10",
      });
    expect(opened.taps()).toBe(3);
  });

  it("[FL13] marks an absence in a tap", async () => {
    const opened = await open();
    await opened.tap("Soleil est absent·e");
    await expect
      .poll(() => sentLast(opened, "/absences"))
      .toEqual({ operatorId: "soleil", isAbsent: true });
    expect(opened.taps()).toBe(1);
  });

  it("[FL13] notes an upkeep in a tap", async () => {
    const opened = await open();
    await opened.tap("Fait : Poste 7, Aiguille");
    await expect
      .poll(() => sentLast(opened, "/machines/S07/upkeep"))
      .toEqual({
        stationId: "S07",
        upkeep: "needle",
      });
    expect(opened.taps()).toBe(1);
  });

  it("[FL11] [FL13] counts a counter's jump in a tap, and says what to do about the others", async () => {
    const opened = await open();
    const lines = opened.page.locator("#devices li");
    // Of two lists, each read by itself.
    await expect.poll(() => lines.count()).toBe(5);
    const words = await lines.allInnerTexts();
    expect(words.map((text) => text.split("\n")[0])).toEqual([
      "esp-01 · Poste 1 Saut à vérifier",
      "esp-04 · Poste 4 Silencieux",
      "tas-06 · Poste 6 Compte incertain",
      "esp-05 · Poste 5 Message illisible",
      "esp-99 En attente d’un poste",
    ]);
    expect(words[1]).toContain("Vérifiez la prise");
    await opened.tap("Compter 5\u00a0000 pièces de esp-01");
    await sentLast(opened, "/suspects/1-5/accept");
    expect(opened.taps()).toBe(1);
  });
});

describe("supervisor's page in a browser", () => {
  it("[FL1] reads on a phone in one column: calls, figures, stops, floor, work, bundles, team", async () => {
    const { page, trouble } = await open();
    const tops = await page.evaluate(() =>
      ["calls", "numbers", "stops", "line", "wip", "bundles", "team"].map(
        (name) => document.querySelector(`.fd-${name}`)!.getBoundingClientRect().top,
      ),
    );
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    const low = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>(".fd-main button, .fd-tabs a")]
        .filter((each) => each.getBoundingClientRect().height < 52)
        .map((each) => each.innerText),
    );
    expect(low).toEqual([]);
    await page.getByRole("link", { name: "Équipe", exact: true }).click();
    await expect
      .poll(() => page.locator("#team").evaluate((box) => box.getBoundingClientRect().top))
      .toBeLessThan(200);
    expect(trouble).toEqual([]);
  });

  it("[FL1] sets what needs somebody beside the line on a tablet", async () => {
    const { page } = await open({ size: TABLET });
    const [calls, floor] = await Promise.all(
      ["#calls", "#line"].map((box) => page.locator(box).boundingBox()),
    );
    expect(calls!.x).toBeGreaterThan(floor!.x + floor!.width);
    expect(calls!.y).toBeLessThan(100);
    const texts = await page.locator(".fd-figures dd").allInnerTexts();
    expect(texts).toEqual(["412", "430", "960", "−18", "17\u00a0h\u00a015", "2,4", "97,8\u00a0%"]);
  });

  it("[FL1] leads to the proposal for its line, in the language of the page", async () => {
    const { page } = await open({ path: "/floor/L1?lang=en" });
    const link = page.getByRole("link", { name: "See the proposal of who does what" });
    await expect.poll(() => link.getAttribute("href")).toBe("/floor/balance?lang=en&line=L1");
  });

  it("[FL2] asks nobody's name and acts on nothing before somebody signs in, which opens both", async () => {
    const { page, fake } = await open({ isSignedIn: false });
    await page.getByText("Connectez-vous pour voir qui est où.").waitFor();
    expect(fake.read.filter((path) => path.startsWith("/api/v1/presence"))).toEqual([]);
    await expect
      .poll(() => page.getByRole("button", { name: /^Prendre en charge/ }).isDisabled())
      .toBe(true);
    await page.getByRole("link", { name: "connectez-vous" }).click();
    await page.getByRole("button", { name: "Utiliser le jeton d’administration" }).click();
    await page.getByLabel("Jeton d’administration", { exact: true }).fill(ADMIN_TOKEN);
    await page.getByRole("button", { name: "Se connecter" }).click();
    await page.getByText("Mistral").waitFor();
    await expect
      .poll(() => page.getByRole("button", { name: /^Prendre en charge/ }).isEnabled())
      .toBe(true);
  });

  it("[FL3] shows a call as it comes, that it is escalated, and that there is none", async () => {
    const { page, server } = await open();
    const [line] = supervisedBoard().lines;
    const late = callRow({ at: at("11:20"), escalatesAt: at("11:25") });
    server.patch({ lines: [{ ...line!, calls: [late] }] });
    await page.getByText(/Sans réponse depuis 15.min/).waitFor();
    server.patch({ lines: [{ ...line!, calls: [] }] });
    await page.getByText("Aucun appel").waitFor();
  });

  it("[FL3] asks for the stops again when a station stops, and not when it makes pieces", async () => {
    const { page, server, fake } = await open({ size: TABLET, hasFakeClock: true });
    const reads = () => fake.read.filter((path) => path.startsWith("/api/v1/stops?")).length;
    // What the first rows brought is asked for a second after the first reading.
    await page.clock.runFor(2_000);
    await page.waitForLoadState("networkidle");
    const before = reads();
    expect(before).toBeGreaterThan(0);
    const row = supervisedBoard().stations[0]!;
    for (let pieces = 1; pieces <= 20; pieces++) server.patch({ stations: [{ ...row, pieces }] });
    await page.clock.runFor(2_000);
    await page.getByText(/il y a \d.s/).waitFor();
    expect(reads()).toBe(before);
    fake.lists.stops = [stopRow({ stationId: "S01", to: null })];
    server.patch({ stations: [{ ...row, reported: { state: "fault", at: at("11:35") } }] });
    await expect
      .poll(async () => {
        await page.clock.runFor(1_000);
        return reads();
      })
      .toBeGreaterThan(before);
    await page.getByRole("heading", { name: /^Poste 1 10.h.12 – en cours/ }).waitFor();
  });

  it("[FL4] [FL14] keeps what is tapped while the server is away, and sends it once when it is back", async () => {
    const opened = await open({ hasFakeClock: true });
    const { page, server, fake } = opened;
    server.hangUp();
    await opened.tap(/^Machine : Poste 2, 10.h.12/);
    await page.getByText("À envoyer", { exact: true }).waitFor();
    await page.clock.runFor(31_000);
    await page.getByText(/^Données de 11.h.35\. 1.geste à envoyer\.$/).waitFor();
    expect(fake.sent).toEqual([]);
    server.pickUp();
    await page.clock.runFor(20_000);
    await sentLast(opened, "/stops");
    expect(fake.sent).toHaveLength(1);
  });

  it("[FL5] says on the row that it was not saved, and tries again with the same key", async () => {
    const opened = await open();
    opened.fake.refuse(500, { code: "internal", message: "Le serveur a un ennui." });
    await opened.tap(/^Prendre en charge : Poste 7/);
    const row = opened.page.locator(".fd-call", { hasText: "Mécanicien" });
    await row.getByText("Non enregistré").waitFor();
    expect(opened.fake.sent).toEqual([]);
    await opened.tap(/^Réessayer/);
    await sentLast(opened, "/calls/call-of-seven/take");
  });

  it("[FL9] says on the row what others noted of a part of it, and asks again against that", async () => {
    const opened = await open();
    const { fake, page } = opened;
    const rest = stopRow({ to: at("10:16") });
    const theirs = stopRow({ from: at("10:16"), cause: "material", needsCause: false });
    const message = "Entre-temps : Matière, depuis 10:16.";
    fake.refuse(409, { code: "stop-changed", message }, { version: 2, stops: [rest, theirs] });
    await opened.tap(/^Machine : Poste 2, 10.h.12/);
    await page.getByText("Choisissez à nouveau").waitFor();
    expect(fake.sent).toEqual([]);
    await opened.tap(/^Machine : Poste 2, 10.h.12 – 10.h.16/);
    await expect
      .poll(() => sentLast(opened, "/stops"))
      .toMatchObject({ to: at("10:16"), version: 2 });
    await expect.poll(() => page.getByText("Choisissez à nouveau").count()).toBe(0);
  });

  it("[FL9] judges a sheet by what it showed when it was opened", async () => {
    const opened = await open();
    const { fake, page } = opened;
    await opened.tap(/^Autre cause : Poste 2/);
    const reads = () => fake.read.filter((path) => path.startsWith("/api/v1/stops")).length;
    const before = reads();
    fake.lists.version = 2;
    const row = supervisedBoard().stations[0]!;
    opened.server.patch({ stations: [{ ...row, reported: { state: "fault", at: at("11:35") } }] });
    await expect.poll(reads).toBeGreaterThan(before);
    await opened.tap(/^Manque de travail : Poste 2/, page.getByRole("dialog"));
    await expect
      .poll(() => sentLast(opened, "/stops"))
      .toMatchObject({ cause: "waiting", version: 1 });
  });

  it("[FL9] says where the row was what holds now, and asks nothing where nothing is left to choose", async () => {
    const opened = await open();
    const { fake, page } = opened;
    const [, ...others] = fake.lists.stops;
    const message = "Entre-temps : Matière, depuis 10:12.";
    const stops = [stopRow({ cause: "material", needsCause: false }), ...others];
    fake.refuse(409, { code: "stop-changed", message }, { stops });
    await opened.tap(/^Machine : Poste 2, 10.h.12/);
    const row = page.locator(".fd-stops-list > li").first();
    await row
      .getByText(
        /Entre-temps on a noté.: Poste 2, 10.h.12 – 10.h.20, Matière. Rien n’a été changé./,
      )
      .waitFor();
    await expect.poll(() => row.innerText()).not.toContain("Choisissez");
    await expect.poll(() => row.getByRole("button").allInnerTexts()).toEqual(["Compris"]);
    await opened.tap("Compris");
    await expect.poll(() => page.locator(".fd-stops-list > li").count()).toBe(1);
    await expect.poll(() => page.getByText(/^Entre-temps/).count()).toBe(0);
  });

  it("[FL7] cuts a stop in two, puts two together, and notes a power cut of the workshop", async () => {
    const opened = await open();
    const { page, fake } = opened;
    await opened.tap(/^Autre cause : Poste 2/);
    await page.getByLabel("À quelle heure").fill("10:15");
    await page.getByLabel(/^Avant.: 10.h.12/).selectOption("material");
    await page.getByLabel(/^Après.: 10.h.15/).selectOption("power");
    await opened.tap("Garder les deux");
    await expect.poll(() => fake.sent.length).toBe(2);
    expect(fake.sent.map(({ body }) => [body["from"], body["to"], body["cause"]])).toEqual([
      [at("10:12"), at("10:15"), "material"],
      [at("10:15"), at("10:20"), "power"],
    ]);
    await opened.tap(/^Autre cause : Poste 2/);
    await opened.tap(/^Réunir avec 10.h.30 – 10.h.36 : 10.min de travail/);
    await opened.tap(/^Fil, aiguille : Poste 2, 10.h.12 – 10.h.36/);
    await expect.poll(() => fake.sent.length).toBe(3);
    expect(fake.sent.at(-1)?.body).toMatchObject({
      from: at("10:12"),
      to: at("10:36"),
      cause: "thread",
    });
    await opened.tap("Noter un arrêt");
    await page.getByLabel("Où").selectOption("workshop");
    await page.getByLabel("De", { exact: true }).fill("10:05");
    await page.getByLabel(/^À \(vide/).fill("10:35");
    await opened.tap(/^Coupure de courant : Tout l’atelier/);
    await expect.poll(() => fake.sent.length).toBe(4);
    expect(fake.sent.at(-1)?.body).toMatchObject({
      scope: { workshop: true },
      from: at("10:05"),
      to: at("10:35"),
      cause: "power",
    });
  });

  it("[FL8] shows who is at a station or its pieces, and of support neither", async () => {
    const opened = await open({ size: TABLET });
    const tile = (number: number) =>
      opened.page.getByRole("button", { name: new RegExp(`^Poste ${number} `) });
    await tile(1).getByText("Lune").waitFor();
    await expect.poll(() => tile(1).innerText()).not.toContain("74");
    await opened.tap("Pièces");
    await expect.poll(() => tile(1).innerText()).toContain("74");
    await expect.poll(() => tile(1).innerText()).not.toContain("Lune");
    expect((await tile(9).innerText()).split(/\s*\n\s*/)).toEqual([
      ...["Poste 9", "9", "Pose du biais", "Goulot", "Accompa\u00adgnement", "sans cadence"],
      ...["3", "3\u00a0paquets attendent"],
    ]);
  });

  it("[FL8] shows nobody beside how long a station stands still, nor beside its stops and stitches", async () => {
    const opened = await open({ size: TABLET });
    const { page } = opened;
    const tile = page.getByRole("button", { name: /^Poste 7 / });
    await tile.getByText("Mésange").waitFor();
    await expect.poll(() => tile.innerText()).not.toMatch(/\d+\smin/);
    await opened.tap(/^Poste 7 /);
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("heading", { name: "Arrêts du jour" }).waitFor();
    await expect.poll(() => sheet.innerText()).not.toContain("Mésange");
    await sheet.getByRole("button", { name: "Équipe" }).click();
    await sheet.getByText("Mésange", { exact: true }).waitFor();
    await expect.poll(() => sheet.innerText()).not.toMatch(/Arrêts du jour|\d+\smin|points/);
    await page.keyboard.press("Escape");
    await opened.tap("Pièces");
    await expect.poll(() => tile.innerText()).toMatch(/\d+\smin/);
  });

  it("[FL12] changes the target by hand, and says why an hour fell short", async () => {
    const opened = await open();
    const { page } = opened;
    await opened.tap(/^Objectif/);
    await page.getByLabel("Pièces pour la journée").fill("900");
    await opened.tap("Garder ce nombre");
    await expect
      .poll(() => sentLast(opened, "/targets"))
      .toEqual({
        lineId: "L1",
        day: "2026-11-23",
        pieces: 900,
        of: null,
      });
    await opened.tap("Heure par heure");
    await page.getByRole("dialog").getByRole("row").first().waitFor();
    const rows = await page.getByRole("dialog").getByRole("row").allInnerTexts();
    const cells = rows.map((row) => row.split(/\s*[\t\n]\s*/).filter((cell) => cell !== ""));
    expect(cells).toEqual([
      ["Heure", "Objectif", "Fait", "Écart", "Cumul", "Écart cumulé"],
      ["8\u00a0h", "120", "108", "−12", "108 / 120", "−12"],
      ["Ce qui a manqué\u00a0:", "Matière, 9\u00a0min (Poste 6)"],
      ["9\u00a0h", "120", "121", "+1", "229 / 240", "−11"],
    ]);
    const table = page.locator(".fd-by-hour");
    const hidden = await table.evaluate(
      (each) => each.scrollWidth - each.parentElement!.clientWidth,
    );
    expect(hidden).toBeLessThanOrEqual(0);
  });

  it("[FL12] shows numbers in its fields as they are read, and what they come from", async () => {
    const { page, tap } = await open();
    await tap(/^Objectif/);
    await page.getByText("12 personnes attendues aujourd’hui : 5 760 minutes.").waitFor();
    const values = await page
      .getByRole("dialog")
      .getByRole("textbox")
      .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
    expect(values).toEqual(["960", "5\u00a0760", "80", "4,2"]);
  });

  it("[FL1] leads from a blocked bundle to where that is settled, and marks stations that somebody does not know", async () => {
    const { page, tap } = await open();
    const why = page.locator("#bundles li").first().getByRole("link").last();
    expect((await why.innerText()).trim()).toMatch(/^En conflit 2.h.10$/);
    await expect.poll(() => why.getAttribute("href")).toBe("/prepare/follow");
    await page.getByText("sans poste prévu, encore au poste 12").waitFor();
    await tap("Choisir un poste pour Mistral");
    const rows = await page.locator("dialog li").allInnerTexts();
    expect(rows.map((row) => row.includes("pas notée"))).toEqual(rows.map((_, index) => index > 0));
  });

  it("[FL1] shows each of four lines on a phone, and a call of another one", async () => {
    const board = supervisedBoard();
    const [line] = board.lines;
    const more = ["L2", "L3", "L4"].map((lineId, index) => ({
      ...line!,
      ...{ lineId, name: `Polos ${lineId}`, calls: index === 2 ? [callRow({})] : [] },
    }));
    const { page } = await open({
      board: { ...board, lines: [line!, ...more] },
    });
    const links = page.locator(".fd-lines a");
    const out = await links.evaluateAll((all) =>
      all.map((each) => each.getBoundingClientRect().right > innerWidth),
    );
    expect(out).toEqual([false, false, false, false]);
    await expect.poll(() => page.locator(".fd-lines .fd-count").last().isVisible()).toBe(true);
  });

  it("[FL14] says calmly that there is nothing to do", async () => {
    const { page } = await open({ lists: calmLists(), board: calmBoard() });
    for (const calm of [
      "Aucun appel",
      "Tous les arrêts sont expliqués",
      "Aucun paquet bloqué ni en retard",
      "Tous les compteurs vont bien",
      "Aucun entretien à faire",
      "Rien à régler",
    ]) {
      await page.getByText(calm, { exact: true }).waitFor();
    }
  });

  it("[FL15] does all of it with the keyboard, and comes back from a sheet to where it was", async () => {
    const opened = await open({ size: TABLET });
    const { page } = opened;
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
    for (let steps = 0; steps < 60 && !(await focused()).startsWith("Poste 7"); steps++) {
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "Poste 7" }).waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
    await expect.poll(() => focused()).toMatch(/^Poste 7/);
  });

  it.each(["?theme=light", "?theme=dark&lang=en"])(
    "[FL15] has nothing that axe objects to and nothing wider than its screen: %s",
    async (query) => {
      const { page, trouble } = await open({ path: `/floor/L1${query}` });
      for (const size of [PHONE, TABLET]) {
        await page.setViewportSize(size);
        await page.locator("#devices li").first().waitFor();
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect([size.width, wide, await faults(page)]).toEqual([size.width, 0, []]);
        await page.locator(".fd-st").first().click();
        await page.getByRole("dialog").waitFor();
        expect([size.width, await faults(page)]).toEqual([size.width, []]);
        await page.keyboard.press("Escape");
        await page.getByRole("dialog").waitFor({ state: "hidden" });
      }
      expect(trouble).toEqual([]);
    },
  );

  it("[FL16] loads nothing of it on a wall or a tablet", async () => {
    const { page, server } = await open();
    const scripts = async (): Promise<string> => {
      await page.waitForLoadState("networkidle");
      const names = await page.evaluate(() =>
        performance.getEntriesByType("resource").map(({ name }) => name),
      );
      const own = names.filter((name) => name.endsWith(".js"));
      return (await Promise.all(own.map(async (name) => (await fetch(name)).text()))).join();
    };
    const words = "Tous les arrêts sont expliqués";
    await expect.poll(() => scripts()).toContain(words);
    for (const path of ["/wall", "/station/S01"]) {
      await page.goto(server.url + path);
      await expect.poll(() => scripts()).not.toContain(words);
    }
  });

  it("[FL18] leads from a list of stops to the stop that is touched, from the panel and from a station", async () => {
    for (const size of [TABLET, PHONE]) {
      const { page, tap } = await open({ size });
      const titleOf = () => page.locator("dialog[open] h2").allInnerTexts();
      await tap("Arrêts du jour");
      await tap(/^Poste 10.*9.h.41/, page.getByRole("dialog"));
      await page.getByRole("dialog", { name: /^Poste 10.*9.h.41/ }).waitFor();
      // The sheet that gave way tells that it closed a task later.
      await twoFrames(page);
      await expect.poll(() => titleOf()).toEqual([expect.stringMatching(/^Poste 10.*9.h.41/)]);
      await tap("Fermer");
      await expect.poll(titleOf).toEqual([]);
      await tap(/^Poste 2 (?!.*10.h)/);
      await tap(/^Poste 2.*10.h.30/, page.getByRole("dialog"));
      await page.getByRole("dialog", { name: /^Poste 2.*10.h.30/ }).waitFor();
      await twoFrames(page);
      await expect.poll(() => titleOf()).toEqual([expect.stringMatching(/^Poste 2.*10.h.30/)]);
    }
  });

  it("[FL22] keeps each row in its place after a tap: a second tap explains nothing else", async () => {
    for (const size of [TABLET, PHONE]) {
      const opened = await open({ size });
      const { page, fake } = opened;
      const rows = page.locator(".fd-stops-list > li");
      const tops = () => rows.evaluateAll((all) => all.map((row) => row.getBoundingClientRect().y));
      const button = page.getByRole("button", { name: /^Machine : Poste 2, 10.h.12/ });
      await button.evaluate((each) => each.scrollIntoView({ block: "center" }));
      const box = (await button.boundingBox())!;
      const before = await tops();
      fake.onSent = () => {
        fake.lists.stops = fake.lists.stops.slice(1);
      };
      await page.mouse.dblclick(box.x + box.width / 2, box.y + box.height / 2);
      await rows
        .first()
        .getByRole("button", { name: /^Annuler : Poste 2/ })
        .waitFor();
      expect(await tops()).toEqual(before);
      await expect.poll(() => rows.first().getByRole("button").count()).toBe(1);
      expect(fake.sent).toHaveLength(1);
      await expect.poll(() => page.locator(".fd-strip p").count()).toBe(0);
    }
  });

  it("[FL22] lets the row go ten seconds after it", async () => {
    const opened = await open({ hasFakeClock: true });
    const { page, fake } = opened;
    fake.onSent = () => {
      fake.lists.stops = fake.lists.stops.slice(1);
    };
    await opened.tap(/^Machine : Poste 2, 10.h.12/);
    const rows = page.locator(".fd-stops-list > li");
    await rows.first().getByText("Noté : Machine").waitFor();
    await expect.poll(() => rows.count()).toBe(2);
    await page.clock.runFor(10_000);
    await expect.poll(() => rows.count()).toBe(1);
  });

  it("[FL19] says that a tap is under way, that it waits, and sends it once to a server that hung", async () => {
    const opened = await open({ hasFakeClock: true });
    const { page, server, fake } = opened;
    server.freeze();
    await opened.tap(/^Machine : Poste 2, 10.h.12/);
    await opened.tap(/^Prendre en charge : Poste 7/);
    await page.clock.runFor(1_000);
    await page.locator("#stops").getByText("J’enregistre…").waitFor();
    await page.clock.runFor(3_000);
    await page.locator("#stops").getByText("À envoyer").waitFor();
    await page.locator("#calls").getByText("À envoyer").waitFor();
    const bar = page.locator(".fd-stale", { hasText: "2\u00a0gestes à envoyer" });
    await bar.waitFor();
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await expect.poll(async () => (await bar.boundingBox())!.y).toBeGreaterThanOrEqual(0);
    const gap = async () => {
      const band = (await page.locator(".fd-top").boundingBox())!;
      return (await bar.boundingBox())!.y - band.y - band.height;
    };
    await expect.poll(gap).toBeCloseTo(0, 0);
    server.thaw();
    const sent = async () => {
      await page.clock.runFor(2_000);
      return fake.sent.map(({ path }) => path.split("/").at(-1));
    };
    await expect.poll(sent, { timeout: 20_000 }).toEqual(["stops", "take"]);
    await expect.poll(() => bar.count()).toBe(0);
  });

  it("[FL19] leaves a strip when a sheet closes on what it sent, and says how far it is", async () => {
    const opened = await open({ hasFakeClock: true });
    const { page, server } = opened;
    server.freeze();
    await opened.tap(/^Poste 3 /);
    await opened.tap("Qualité : Poste 3");
    const strip = page.locator(".fd-strip");
    await strip.getByText("J’enregistre : Poste 3, Qualité").waitFor();
    await page.clock.runFor(4_000);
    await strip.getByText("À envoyer : Poste 3, Qualité").waitFor();
    server.thaw();
    await page.clock.runFor(10_000);
    await strip.getByText("Noté : Poste 3, Qualité").waitFor();
  });

  it("[FL23] shows one strip with the latest of what was done, and the others at a tap", async () => {
    const { page, tap } = await open();
    for (const number of [1, 3, 8]) {
      await tap(new RegExp(`^Poste ${number} [^,]*$`));
      await tap(`Qualité : Poste ${number}`);
      await page.getByText(`Noté : Poste ${number}, Qualité`).waitFor();
    }
    const lines = page.locator(".fd-strip p");
    await expect.poll(() => lines.count()).toBe(1);
    expect((await page.locator(".fd-strip").boundingBox())!.height).toBeLessThan(100);
    await tap("Voir les 2 autres gestes");
    await expect.poll(() => lines.count()).toBe(3);
  });

  it("[FL24] says of how many stations a power cut became a stop", async () => {
    const opened = await open();
    const { page, fake } = opened;
    fake.onSent = ({ body }) => {
      const keys = [String(body["key"])];
      const cut = { from: at("10:05"), to: at("10:35"), cause: "power", needsCause: false, keys };
      fake.lists.stops = ["S01", "S04", "S07"].map((stationId) => stopRow({ ...cut, stationId }));
    };
    await opened.tap("Noter un arrêt");
    await page.getByLabel("De", { exact: true }).fill("10:05");
    await page.getByLabel(/^À \(vide/).fill("10:35");
    await opened.tap(/^Coupure de courant : /);
    await page.getByText(/Noté.: .*, Coupure de courant.: 3.postes/).waitFor();
  });
});
