import { badgeToQr, formatBadge, type OwnData } from "@trame/shared";
import type { Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { faults } from "./support/axe.ts";
import { useScreens } from "./support/browser.ts";
import { person } from "./support/fake-floor.ts";
import type { FakeApi } from "./support/fake-server.ts";
import { at } from "./support/rows.ts";
import { openStation, wedge } from "./support/station.ts";

const screens = useScreens();
const NOW = Date.now();
const HOUR = 3_600_000;
const BADGE = formatBadge(412);
/** As a scanner reads it. */
const READ = badgeToQr(412);

/** What the server says of Fleur. */
function ownData(over: Partial<OwnData> = {}, mode: OwnData["person"]["mode"] = {}): OwnData {
  return {
    at: NOW,
    person: {
      ...{ id: "fleur", pseudonym: "Fleur", pictogram: "flower", badgeCode: BADGE, mode },
      skills: [
        { operation: "Plis", level: 3 },
        { operation: "Surjet des bords", level: 1 },
      ],
      ...{ hasPin: false, hasName: true },
    },
    presences: [
      { stationId: "S05", from: at("08:00"), to: null, isWithoutPin: false },
      {
        stationId: "S03",
        from: at("08:00") - 24 * HOUR,
        to: at("16:00") - 24 * HOUR,
        isWithoutPin: true,
      },
    ],
    plans: [{ day: "2026-11-25", stationId: null }],
    stations: [{ id: "S05", name: "Poste 5" }],
    acts: 128,
    looks: [
      { what: "own-data", by: "self", name: null, isOfAll: false, at: NOW },
      { what: "presence", by: "account", name: "Martine", isOfAll: true, at: NOW - HOUR },
      { what: "people", by: "token", name: null, isOfAll: false, at: NOW - 30 * HOUR },
    ],
    requests: [
      {
        ...{ n: 1, kind: "correction", about: "skills", words: null, at: NOW - 50 * HOUR },
        ...{ answer: "done", answerWords: "Border est noté.", answeredAt: NOW - 20 * HOUR },
      },
    ],
    progress: [
      { label: { fr: "Plis" }, daysWorked: 12, first: 41, latest: 58, ratio: 58 / 41 },
      { label: { fr: "Surjet des bords" }, daysWorked: 2, first: null, latest: null, ratio: null },
    ],
    mode: "own",
    assignmentsDays: 30,
    ...over,
  };
}

/** A station that answers about its people too. */
async function open(data: OwnData, pin: string | null = null, before: () => void = () => {}) {
  const asked: { path: string; body: Record<string, unknown> }[] = [];
  const own: FakeApi = ({ path, body }) => {
    const name = /\/stations\/S05\/([\w-]+)$/.exec(path)?.[1];
    if (name === undefined) return null;
    asked.push({ path: name, body });
    if (pin !== null && body["pin"] === undefined)
      return { status: 403, json: { code: "pin-needed", message: "Tapez votre code secret." } };
    if (pin !== null && body["pin"] !== pin)
      return { status: 403, json: { code: "pin-wrong", message: "Ce n’est pas le bon code." } };
    if (name === "own-data") return { status: 200, json: data };
    if (name === "own-export")
      return { status: 200, json: { code: "KT7M-2FQX", expiresAt: at("16:40") } };
    return { status: 200, json: { hasPin: true } };
  };
  const station = await openStation(screens, {
    api: own,
    view: { present: [person(data.person.mode)] },
    before,
  });
  onTestFinished(station.close);
  return { ...station, asked };
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

async function badge(page: Page, way: readonly string[] = ["Changer", "Mes données"]) {
  for (const name of way) await button(page, name).click();
  await page.getByRole("heading", { name: "Mes données" }).waitFor();
  await wedge(page, READ);
}

/** Targets under 72 px and texts under 24 px; it runs in the page. */
function misfits(): string[] {
  const seen = (one: Element) => one.getBoundingClientRect().width > 1;
  const small = [...document.querySelectorAll("button, input, textarea")].filter((one) => {
    const { width, height } = one.getBoundingClientRect();
    return seen(one) && (width < 72 || height < 72);
  });
  const tiny = [
    ...document.querySelectorAll(".station p, .station dt, .station dd, .station span"),
  ].filter((one) => seen(one) && Number.parseFloat(getComputedStyle(one).fontSize) < 24);
  const wide = document.documentElement.scrollWidth > innerWidth ? ["too wide"] : [];
  return [...[...small, ...tiny].map((one) => one.textContent ?? ""), ...wide];
}

async function look(page: Page, name: string) {
  await page.evaluate(() => document.fonts.ready);
  const { GALLERY } = process.env;
  if (GALLERY !== undefined) await page.screenshot({ path: `${GALLERY}/own-${name}.png` });
  expect([await faults(page), await page.evaluate(misfits)], name).toEqual([[], []]);
}

const PARTS = [
  "Ce qui est noté",
  "Où j’étais",
  "Qui a regardé",
  "Mes progrès",
  "Mes demandes",
  "Emporter une copie",
  "Code secret",
];

describe("own data at a station", () => {
  it("[PD6] [PD10] [PD16] is told part by part, and nothing of it is left when it is closed", async () => {
    const { page, trouble } = await open(ownData());
    await badge(page);
    await button(page, "Ce qui est noté").waitFor();
    await look(page, "menu");
    const found: string[] = [];
    for (const part of PARTS) {
      await button(page, part).click();
      await page.getByRole("heading", { name: part }).waitFor();
      await look(page, part);
      found.push(await page.locator("main").innerText());
      await button(page, "Retour").click();
    }
    const text = found.join("\n");
    for (const told of [
      new RegExp(BADGE),
      /128\sgestes portent/,
      /sans code secret/,
      /Martine/,
      /58\spièces/,
    ])
      expect(text).toMatch(told);
    expect(text).toContain("C’est fait. Border est noté.");
    await button(page, "Fermer").click();
    await button(page, "Changer").waitFor();
    await expect.poll(() => page.content()).not.toContain("Martine");
    expect(trouble).toEqual([]);
  });

  it("[PD10] goes from the tablet after a minute without a touch", async () => {
    const { page } = await open(ownData(), null, () => {
      const real = window.setTimeout.bind(window);
      const quick = (work: TimerHandler, ms = 0) => real(work, ms === 60_000 ? 1_000 : ms);
      Object.assign(window, { setTimeout: quick });
    });
    await badge(page);
    await button(page, "Ce qui est noté").waitFor();
    await button(page, "Changer").waitFor();
    await expect.poll(() => page.content()).not.toContain("Ce qui est noté");
  });

  it("[PD7] asks for something in three touches, with words where somebody likes", async () => {
    const { page, asked } = await open(ownData({ mode: "team", progress: null }));
    await badge(page);
    await button(page, "Mes demandes").click();
    await expect.poll(() => button(page, "Mes progrès").count()).toBe(0);
    await button(page, "Faire une demande").click();
    await look(page, "ask-kind");
    await button(page, "M’opposer").click();
    await look(page, "ask-about");
    await button(page, "Où j’étais").click();
    await page.getByLabel("Votre message").fill("Je préfère pas.");
    await look(page, "ask-words");
    await button(page, "Envoyer ma demande").click();
    await page.getByText("Votre demande est envoyée.").waitFor();
    expect(asked.find(({ path }) => path === "own-requests")?.body).toMatchObject({
      ...{ badge: READ, kind: "objection", about: "presence", words: "Je préfère pas." },
    });
  });

  it("[PD16] is one sentence a screen for whoever reads with effort", async () => {
    const { page } = await open(ownData({}, { simple: true }));
    await badge(page, ["Fleur", "Mes données"]);
    await page.getByText("Je regarde ce qui est noté sur moi.").waitFor();
    await look(page, "easy-menu");
    await button(page, "Qui a regardé").click();
    const say = page.locator(".say");
    await expect.poll(() => say.innerText()).toMatch(/On a regardé 2\sfois\./);
    await look(page, "easy-looks");
    await button(page, "Suivant").click();
    await expect.poll(() => say.innerText()).toMatch(/Martine a regardé\.$/);
    await button(page, "Retour").click();
    await button(page, "Emporter une copie").click();
    await button(page, "Recevoir un code").click();
    await page.getByText("KT7M-2FQX").waitFor();
    await look(page, "easy-copy");
  });

  it("[PD14] [PD15] opens with a PIN where there is one, and badges in with it", async () => {
    const { page, asked, floor } = await open(ownData(), "4829");
    await badge(page);
    await page.getByText("Tapez votre code secret.").waitFor();
    await look(page, "pin");
    const type = async (pin: string) => {
      for (const digit of pin) await button(page, digit).click();
      await button(page, "Valider").click();
    };
    await type("1111");
    await page.getByText("Ce n’est pas le bon code.").waitFor();
    await type("4829");
    await button(page, "Ce qui est noté").waitFor();
    await button(page, "Fermer").click();
    await button(page, "Changer").waitFor();
    floor.say({ accepted: false, code: "badge-pin-wanted", message: "Tapez votre code secret." });
    await wedge(page, READ);
    await page.getByRole("heading", { name: "Code secret" }).waitFor();
    await type("4829");
    await page.getByRole("heading", { name: "Code secret" }).waitFor({ state: "detached" });
    await expect
      .poll(() => floor.acts.map(({ path }) => path))
      .toEqual(["/api/v1/badges", "/api/v1/badges"]);
    expect(asked.at(-1)).toMatchObject({ path: "pin", body: { pin: "4829" } });
    expect(JSON.stringify(floor.acts)).not.toContain("4829");
  });
});
