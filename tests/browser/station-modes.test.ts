import type { OperatorMode } from "@trame/shared";
import type { Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { faults } from "./support/axe.ts";
import { useScreens } from "./support/browser.ts";
import { card, opened, person } from "./support/fake-floor.ts";
import { openStation, type StationOptions, wedge } from "./support/station.ts";

const screens = useScreens();

async function open(options: StationOptions = {}) {
  const station = await openStation(screens, options);
  onTestFinished(station.close);
  return station;
}

function button(page: Page, name: string) {
  return page.getByRole("button", { name, exact: true });
}

function press(...names: readonly string[]) {
  return async (page: Page) => {
    for (const name of names) await button(page, name).click();
  };
}

/** One who works in a mode, with a bundle open unless told otherwise. */
function working(mode: Partial<OperatorMode>, isOpen = true): StationOptions {
  return { view: { present: [person(mode)], open: isOpen ? [opened(117)] : [] } };
}

const simple = { simple: true };
const one = { open: [opened(117)] };
const crowded = {
  present: [person(), person({}, { assignmentId: "assignment-2", pseudonym: "Soleil" })],
  open: [
    opened(117, { isCarriedOver: true, rework: 3, corrected: -2, shade: 3, part: "manche" }),
    opened(118),
  ],
};

/** All four are asked for; somebody goes to two of them. */
const CALLS = (["mechanic", "material", "quality", "supervisor"] as const).map((call, index) => ({
  key: `call-of-${call}`,
  call,
  at: Date.now() - index * 60_000,
  takenAt: index % 2 === 0 ? Date.now() : null,
}));

const SIZES = [
  { width: 1280, height: 800 },
  { width: 800, height: 1280 },
  { width: 390, height: 844 },
] as const;

/** A screen: how to get there from the one before it, and a text that shows that one is. */
type Shown = readonly [name: string, go: (page: Page) => Promise<void>, text: string];

/** Goes back from a sheet with the keyboard, then on. */
function back(...names: readonly string[]) {
  return async (page: Page) => {
    await page.keyboard.press("Escape");
    await press(...names)(page);
  };
}

const NOTHING_OPEN: readonly Shown[] = [
  ["nothing open", press(), "Scannez un paquet"],
  ["help", press("Aide"), "De quoi avez-vous besoin ?"],
  ["the code", back("Scanner le paquet"), "L’appareil photo ne marche pas ici"],
  ["own data", back("Changer", "Mes données"), "Scannez votre badge."],
];
const A_BUNDLE: readonly Shown[] = [
  ["a bundle", press(), "118-117-K"],
  ["outcome", press("Défaut"), "Les pièces du paquet"],
  ["defects", press("Plus, Retouche", "Suite : le défaut", "Tache"), "Tout est expliqué"],
  ["more", back("Autres gestes"), "Partager le paquet"],
  ["parting", press("Partager le paquet"), "Elles partent"],
  ["joining", back("Autres gestes", "Assembler des éléments"), "Il va avec"],
];
const SIMPLE: readonly Shown[] = [
  ["simple", press(), "Je couds les plis."],
  ["simple, help", press("Aide"), "J’ai besoin d’aide."],
];
const asked = { present: [person(simple)], calls: CALLS };
const repaired = { lineBundles: [card(118, { rework: 2 }), card(119, { rework: 1 })] };

/** Every screen of the station, by what it is opened with. */
const OPENED: readonly (readonly [StationOptions, readonly Shown[]])[] = [
  [
    { path: "/station/S05" },
    [["no key", press(), "Cette tablette n’est pas encore celle du poste"]],
  ],
  [{ view: { present: [] } }, [["nobody", press(), "Scannez votre badge"]]],
  [{}, NOTHING_OPEN],
  [{}, [["pause", press("Pause"), "Touchez l’écran pour reprendre."]]],
  [{}, [["a refusal", scan("118X121U"), "Relisez le ticket, ou tapez son code."]]],
  [{ view: one }, A_BUNDLE],
  [{ view: one }, [["the question", scan("118X118P"), "Oui, tout est bon"]]],
  [{ view: one }, [["an answer", press("Terminé"), "Paquet terminé"]]],
  [
    { view: crowded },
    [
      ["much to say", press(), "Aussi ouvert"],
      ["people", press("Changer"), "Qui est là ?"],
    ],
  ],
  [
    { view: repaired },
    [["repaired", press("Autres gestes", "Retouches faites"), "1\u00a0pièce en retouche"]],
  ],
  [{ view: { calls: CALLS } }, [["help, asked for", press("Aide"), "Quelqu’un arrive."]]],
  [{ query: "?theme=dark", view: one }, [["dark", press(), "118-117-K"]]],
  [working(simple), SIMPLE],
  [working(simple), [["simple, an answer", press("J’ai fini"), "C’est bien noté."]]],
  [working(simple), [["simple, the question", scan("118X118P"), "Il est fini ?"]]],
  [working(simple, false), [["simple, idle", press(), "Je prends un paquet."]]],
  [{ view: asked }, [["simple, asked for", press("Aide"), "Quelqu’un vient m’aider."]]],
  [working({ contrast: true }), [["high contrast", press(), "118-117-K"]]],
  [working({ largeText: true }), [["larger text", press(), "118-117-K"]]],
  [working({ simple: true, oneSwitch: true }), [["one switch", press(), "Appuyez longtemps"]]],
];

function scan(code: string) {
  return (page: Page) => wedge(page, code);
}

async function show(page: Page, go: (page: Page) => Promise<void>, text: string): Promise<void> {
  await go(page);
  await page.getByText(text, { exact: false }).first().waitFor();
  await page.evaluate(() => document.fonts.ready);
}

/** Targets under 64 px, texts under 24 px, and what sticks out; it runs in the page. */
function misfits(): string[] {
  const seen = (one: Element) => one.getBoundingClientRect().width > 1;
  const name = (one: Element) => `${one.className} ${one.textContent}`.trim();
  const small = [...document.querySelectorAll("button, input:not([type=radio])")].filter((one) => {
    const { width, height } = one.getBoundingClientRect();
    return seen(one) && (width < 63 || height < 63);
  });
  const texts = [...document.querySelectorAll(".station *, .switch-key *")].filter(
    (one) =>
      seen(one) &&
      one.closest("svg") === null &&
      [...one.childNodes].some(({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.trim()),
  );
  const tiny = texts.filter((one) => Number.parseFloat(getComputedStyle(one).fontSize) < 24);
  const out = texts.filter((one) => {
    const { left, right } = one.getBoundingClientRect();
    return left < -1 || right > innerWidth + 1;
  });
  const buttons = [...document.querySelectorAll(".b")].filter(
    (one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1,
  );
  return [
    ...small.map((one) => `small: ${name(one)}`),
    ...tiny.map((one) => `tiny: ${name(one)}`),
    ...out.map((one) => `out: ${name(one)}`),
    ...buttons.map((one) => `cut: ${name(one)}`),
    ...(document.documentElement.scrollWidth > innerWidth ? ["wide"] : []),
  ];
}

/** What does not fit a tablet, one held upright or a phone, once the page has that size. */
async function misfitsBySize(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const size of SIZES) {
    await page.setViewportSize(size);
    const faulty = await page.evaluate(misfits);
    found.push(...faulty.map((fault) => `${size.width} wide: ${fault}`));
  }
  await page.setViewportSize(SIZES[0]);
  return found;
}

describe("every screen of the station", () => {
  it.each(
    OPENED.map(([options, shown]) => [shown.map(([name]) => name).join("; "), options, shown]),
  )("[E16] [E18] gives axe nothing to say, and fits: %s", async (_, options, shown) => {
    const { page } = await open(options);
    for (const [name, go, text] of shown) {
      await show(page, go, text);
      expect([name, await faults(page)]).toEqual([name, []]);
      expect([name, await misfitsBySize(page)]).toEqual([name, []]);
    }
  });

  it("[E16] axe does find what is wrong (negative control)", async () => {
    const { page } = await open({ view: one });
    const minus = button(page, "Retirer une pièce du compte");
    await minus.evaluate((element) => element.removeAttribute("aria-label"));
    expect(await faults(page)).toEqual(["button-name: .soft:nth-child(1)"]);
  });
});

describe("the simple station in a browser", () => {
  it("[E12] has one sentence, the count in tens and three buttons", async () => {
    const { page } = await open(working(simple));
    await expect.poll(() => page.locator("h1").allInnerTexts()).toEqual(["Je couds les plis."]);
    await expect.poll(() => page.locator(".num").innerText()).toBe("37 sur 50");
    await expect
      .poll(() => page.locator(".trio button").allInnerTexts())
      .toEqual(["J’ai fini", "Aide", "Pause"]);
    await expect.poll(() => page.locator(".tens i:not(.o)").count()).toBe(37);
  });

  it("[E12] fills the screen with each answer, and one button goes on", async () => {
    const { page } = await open(working(simple));
    await button(page, "J’ai fini").click();
    await page.getByText("C’est bien noté.").waitFor();
    await expect.poll(() => page.locator(".ways button").allInnerTexts()).toEqual(["Je scanne"]);
    await button(page, "Je scanne").click();
    await page.getByRole("heading", { name: "Montrez ou tapez le code" }).waitFor();
    await wedge(page, "118X117K");
    await page.getByText("C’est le bon paquet.").waitFor();
    await button(page, "Je commence").click();
    await page.getByRole("heading", { name: "Je couds les plis." }).waitFor();
  });

  it("[E12] [E19] says in the first person how a pause ends", async () => {
    const { page } = await open(working(simple));
    await button(page, "Pause").click();
    await page.getByText("Je touche l’écran.").click();
    await page.getByRole("heading", { name: "Je couds les plis." }).waitFor();
  });

  it("[E12] can tell a defect and take back, from its help", async () => {
    const { page, floor } = await open(working(simple));
    await button(page, "Aide").click();
    await button(page, "Un défaut").click();
    await button(page, "Plus, Retouche").click();
    await button(page, "Suite : le défaut").click();
    await button(page, "Enregistrer sans préciser").click();
    await page.getByText("C’est bien noté.").waitFor();
    await expect.poll(() => floor.acts[0]!.body["rework"]).toBe(1);
  });

  it("[E13] reads each sentence aloud to whoever asked for it, and on request to anybody", async () => {
    const before = () => {
      const spoken: string[] = [];
      Object.assign(globalThis, { spoken });
      SpeechSynthesis.prototype.speak = ({ text }) => void spoken.push(text);
      const voice = { lang: "fr-FR", localService: true } as SpeechSynthesisVoice;
      SpeechSynthesis.prototype.getVoices = () => [voice];
      // Only a real voice can be given to an utterance: this one is not to be heard.
      Object.defineProperty(SpeechSynthesisUtterance.prototype, "voice", { writable: true });
    };
    const spokenIn = (page: Page) =>
      page.evaluate(() => (globalThis as unknown as { spoken: string[] }).spoken);
    const asked = await open({ ...working({ simple: true, speech: true }), before });
    await button(asked.page, "J’ai fini").click();
    await asked.page.getByText("C’est bien noté.").waitFor();
    await expect
      .poll(() => spokenIn(asked.page))
      .toEqual(["Je couds les plis.", "C’est bien noté. Je prends un autre paquet."]);
    const silent = await open({ ...working(simple), before });
    await expect.poll(() => spokenIn(silent.page)).toEqual([]);
    await button(silent.page, "J’écoute").click();
    await expect.poll(() => spokenIn(silent.page)).toEqual(["Je couds les plis."]);
  });

  it("[E14] is worked with the space key alone", async () => {
    const { page, floor } = await open(working({ simple: true, oneSwitch: true }));
    await button(page, "J’ai fini").waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    for (let presses = 0; presses < 9 && (await focused()) !== "J’ai fini"; presses += 1) {
      await page.keyboard.press("Space");
    }
    expect([await focused(), floor.acts]).toEqual(["J’ai fini", []]);
    await page.keyboard.down("Space");
    await page.getByText("C’est bien noté.").waitFor();
    await page.keyboard.up("Space");
    await expect.poll(() => floor.acts.length).toBe(1);
  });

  it("[E14] is worked with one large button", async () => {
    const { page } = await open(working({ simple: true, oneSwitch: true }));
    const key = page.locator(".switch-key");
    await key.click();
    const first = await page.evaluate(() => document.activeElement?.textContent);
    await key.click();
    const second = await page.evaluate(() => document.activeElement?.textContent);
    expect([first === second, first]).toEqual([false, "Fleur"]);
  });
});

describe("the station for each person", () => {
  it("[E15] is worked with the keyboard alone", async () => {
    const { page, floor } = await open({ view: one });
    await button(page, "Terminé").waitFor();
    const reach = async (name: string) => {
      for (let steps = 0; steps < 40; steps += 1) {
        await page.keyboard.press("Tab");
        const here = await page.evaluate(() => {
          const label = document.activeElement?.getAttribute("aria-label");
          return label ?? document.activeElement?.textContent;
        });
        if (here === name) return;
      }
      throw new Error(`${name} can't be reached`);
    };
    await reach("Défaut");
    await page.keyboard.press("Enter");
    const sheet = page.getByRole("heading", { name: "Les pièces du paquet" });
    await sheet.waitFor();
    await page.keyboard.press("Escape");
    await sheet.waitFor({ state: "hidden" });
    await reach("Défaut");
    await page.keyboard.press("Enter");
    await sheet.waitFor();
    await reach("Plus, Rebut");
    await page.keyboard.press("Enter");
    await reach("Suite\u00a0: le défaut");
    await page.keyboard.press("Enter");
    await reach("Tache");
    await page.keyboard.press("Space");
    await reach("Enregistrer");
    await page.keyboard.press("Enter");
    await page.getByText("Paquet terminé").waitFor();
    await expect.poll(() => floor.acts[0]!.body["scrap"]).toBe(1);
  });

  it("[E15] gives the focus to a sheet that opens, and to the way on of an answer", async () => {
    const { page, floor } = await open();
    await button(page, "Aide").click();
    const heading = page.getByRole("heading", { name: "De quoi avez-vous besoin ?" });
    await expect.poll(() => heading.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press("Escape");
    floor.say({ accepted: false, code: "scan-out", message: "Ce paquet est fini." });
    await wedge(page, "118X117K");
    const on = button(page, "Scanner un autre paquet");
    await on.waitFor();
    await expect.poll(() => on.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  it("[E18] shows nothing below what records, where there are more defects than fit", async () => {
    const { page } = await open(working({ largeText: true }));
    await page.setViewportSize({ width: 700, height: 420 });
    await press("Défaut", "Plus, Rebut", "Suite : le défaut")(page);
    const record = button(page, "Enregistrer sans préciser");
    await record.waitFor();
    const below = () =>
      record.evaluate((one) => {
        const found = document.elementFromPoint(one.getBoundingClientRect().left, innerHeight - 2);
        return found?.closest(".pair") !== null;
      });
    await expect.poll(below).toBe(true);
    const main = page.locator("main");
    await expect.poll(() => main.evaluate((m) => m.scrollHeight > m.clientHeight)).toBe(true);
  });

  it("[E2] [E18] keeps the answer and the actions in sight with two bundles open and a call out", async () => {
    const view = { open: [opened(117), opened(118)], calls: CALLS.slice(0, 1) };
    const { page, floor } = await open({ view });
    await page.setViewportSize({ width: 1280, height: 800 });
    floor.say({ accepted: true, code: "scan-accepted", message: "Paquet accepté." });
    await wedge(page, "118X117K");
    await page.locator(".ans").getByText("Paquet accepté").waitFor();
    const below = () =>
      page
        .locator(".ans, .acts .b")
        .evaluateAll(
          (all) => all.filter((e) => e.getBoundingClientRect().bottom > innerHeight).length,
        );
    await expect.poll(below).toBe(0);
  });

  it("[E3] the button that says « Scanner » under a refusal scans, at the first touch", async () => {
    const { page, floor } = await open();
    floor.say({ accepted: false, code: "scan-out", message: "Ce paquet est fini." });
    await wedge(page, "118X117K");
    await button(page, "Scanner un autre paquet").click();
    await page.getByRole("heading", { name: "Montrez ou tapez le code" }).waitFor();
  });

  it("[E21] looks as the person who acts wants it, and only while they do", async () => {
    const wanting = person({ contrast: true, leftHanded: true, largeText: true });
    const { page } = await open({ view: { ...one, present: [wanting] } });
    await button(page, "Terminé").waitFor();
    const html = page.locator("html");
    const look = async () => ({
      ink: await page.locator(".acts .main").evaluate((b) => getComputedStyle(b).backgroundColor),
      isLeft: await page.evaluate(
        () =>
          document.querySelector(".acts")!.getBoundingClientRect().left <
          document.querySelector(".job")!.getBoundingClientRect().left,
      ),
      size: await page
        .locator(".card dt")
        .first()
        .evaluate((t) => getComputedStyle(t).fontSize),
    });
    await expect.poll(() => look()).toEqual({ ink: "rgb(0, 0, 0)", isLeft: true, size: "30px" });
    await button(page, "Changer").click();
    await button(page, "Je m’en vais").click();
    await page.locator(".who").waitFor({ state: "detached" });
    await expect.poll(() => html.getAttribute("data-contrast")).toBeNull();
    await expect
      .poll(() => look())
      .toEqual({ ink: "rgb(21, 24, 29)", isLeft: false, size: "24px" });
  });
});
