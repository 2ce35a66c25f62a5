/** « Aide » on a tablet and on a phone: each button calls, and the screen says what became of it. */
import type { Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { faults } from "./support/axe.ts";
import { useScreens } from "./support/browser.ts";
import { opened, person } from "./support/fake-floor.ts";
import { openStation, type StationOptions } from "./support/station.ts";

const screens = useScreens();

async function open(options: StationOptions = {}) {
  const station = await openStation(screens, options);
  onTestFinished(station.close);
  return station;
}

function button(page: Page, name: string) {
  return page.getByRole("button", { name, exact: true });
}

const simple = { present: [person({ simple: true })], open: [opened(117)] };
const online = (page: Page) => page.evaluate(() => dispatchEvent(new Event("online")));

describe.each([
  ["a tablet", { width: 1280, height: 800 }],
  ["a phone", { width: 390, height: 844 }],
])("« Aide » on %s", (_name, viewport) => {
  it("[E24] calls with one touch, says so beside the work, and then that somebody comes", async () => {
    const { page, floor, trouble } = await open({ viewport, view: { open: [opened(117)] } });
    await button(page, "Aide").click();
    await page.getByText("De quoi avez-vous besoin ?").waitFor();
    expect(await faults(page)).toEqual([]);
    await button(page, "Mécanicien").dblclick();
    const note = page.getByRole("button", { name: "Mécanicien : appel parti à", exact: false });
    await note.waitFor();
    await expect
      .poll(() => floor.acts.map(({ path, body }) => [path, body["call"], body["stationId"]]))
      .toEqual([["/api/v1/calls", "mechanic", "S05"]]);
    floor.view = {
      ...floor.view,
      calls: (floor.view.calls ?? []).map((call) => ({ ...call, takenAt: Date.now() })),
    };
    await online(page);
    await page.getByRole("button", { name: "Mécanicien : quelqu’un arrive." }).click();
    await page.getByRole("region", { name: "Mécanicien" }).getByText("Quelqu’un arrive.").waitFor();
    await expect.poll(() => button(page, "Annuler l’appel").count()).toBe(0);
    expect(await faults(page)).toEqual([]);
    expect(trouble).toEqual([]);
  });

  it("[E27] is settled, or taken back, with one touch", async () => {
    const { page, floor } = await open({ viewport });
    for (const [kind, end] of [
      ["Matière", "Annuler l’appel"],
      ["Qualité", "C’est réglé"],
    ] as const) {
      await button(page, "Aide").click();
      await button(page, kind).click();
      await page.getByRole("button", { name: kind, exact: false }).click();
      await button(page, end).click();
      await page.locator(".note").waitFor({ state: "detached" });
    }
    await expect.poll(() => floor.acts.length).toBe(4);
    const [material, undo, quality, resolution] = floor.acts;
    expect(undo).toMatchObject({ path: "/api/v1/undos", body: { undoes: material?.body["key"] } });
    const path = `/api/v1/calls/${String(quality?.body["key"])}/resolve`;
    expect(resolution?.path).toBe(path);
    expect(resolution?.body["call"]).toBeUndefined();
  });

  it("[E28] keeps the call without the network, says that it leaves later, and it does", async () => {
    const { page, floor, server } = await open({ viewport });
    await page.getByText("Scannez un paquet").waitFor();
    server.hangUp();
    await button(page, "Aide").click();
    await button(page, "Encadrement").click();
    await page.getByText("L’appel partira dès que le réseau revient.").first().waitFor();
    expect(floor.acts).toEqual([]);
    server.pickUp();
    await online(page);
    await page.getByText("Encadrement : appel parti à", { exact: false }).waitFor();
    await expect
      .poll(() => floor.acts.map(({ body }) => [body["call"], body["offline"]]))
      .toEqual([["supervisor", true]]);
  });

  it("[E29] says it in easy words, and still leads to « Défaut » and « Annuler »", async () => {
    const { page, floor } = await open({ viewport, view: simple });
    await button(page, "Aide").click();
    await expect
      .poll(() => page.locator(".trio button").allInnerTexts())
      .toEqual(["Ma machine", "Le tissu", "Une personne"]);
    await expect.poll(() => page.locator(".ways button").count()).toBe(2);
    await button(page, "Une personne").click();
    await page.getByText("Mon appel est parti").waitFor();
    await page.getByText("J’attends une personne.").waitFor();
    floor.view = {
      ...floor.view,
      calls: (floor.view.calls ?? []).map((call) => ({ ...call, takenAt: Date.now() })),
    };
    await online(page);
    await page.getByRole("heading", { name: "Quelqu’un vient m’aider." }).waitFor();
    await expect.poll(() => page.getByText("J’attends une personne.").count()).toBe(0);
    await button(page, "Je continue").click();
    await page.getByRole("button", { name: "Quelqu’un vient m’aider." }).click();
    await button(page, "C’est réglé").click();
    await expect.poll(() => floor.acts.length).toBe(2);
    expect(await faults(page)).toEqual([]);
  });
});
