import type { Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { useScreens } from "./support/browser.ts";
import { card, opened, PLEATS, person } from "./support/fake-floor.ts";
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

function paths({ acts }: { readonly acts: readonly { readonly path: string }[] }): string[] {
  return acts.map(({ path }) => path.replace("/api/v1/", ""));
}

const one = { open: [opened(117)] };

describe("station in a browser", () => {
  it("[E1] shows who, where, the bundle and its count", async () => {
    const { page, trouble } = await open({ view: one });
    const bar = (await page.locator(".bar").innerText()).replaceAll(/\s+/g, " ");
    expect(bar).toBe("Fleur Poste 5 Plis Connecté Changer");
    const card117 = (await page.locator(".card").innerText()).replaceAll(/\s+/g, " ");
    expect(card117).toContain("Paquet 118-117-K Taille M Coloris Bleu Quantité 50 37 / 50 pièces");
    await expect.poll(() => page.locator(".my-day").innerText()).toContain("187\u00a0pièces");
    await expect.poll(() => page.title()).toBe("Poste 5");
    expect(trouble).toEqual([]);
  });

  it.each(["qwerty", "azerty"] as const)(
    "[E2] answers a ticket that a scanner typed on %s, with what comes next",
    async (layout) => {
      const { page, floor, trouble } = await open();
      await page.getByText("Scannez un paquet").waitFor();
      await wedge(page, "118X117K", layout);
      const answer = page.getByRole("status").filter({ hasText: "Paquet accepté" });
      await answer.getByText("Ensuite : plis, puis « Terminé ».").waitFor();
      await expect.poll(() => page.locator(".card").innerText()).toContain("118-117-K");
      await expect
        .poll(() => floor.acts.map(({ body }) => [body["code"], body["origin"]]))
        .toEqual([["118X117K", "scan"]]);
      expect(trouble).toEqual([]);
    },
  );

  it("[E2] keeps the answer until the next action", async () => {
    const { page } = await open();
    await wedge(page, "118X117K");
    await page.getByText("Paquet accepté", { exact: false }).waitFor();
    await button(page, "Aide").click();
    await button(page, "Fermer").click();
    await page.getByText("Paquet accepté", { exact: false }).waitFor();
    await button(page, "Terminé").click();
    await page.getByText("Paquet terminé").waitFor();
    await expect.poll(() => page.getByText("Paquet accepté", { exact: false }).count()).toBe(0);
  });

  it("[E3] says what is wrong and what to do, and goes on with one touch", async () => {
    const { page, floor } = await open();
    floor.say({
      accepted: false,
      code: "scan-not-yet",
      message: "Ce paquet est attendu au poste 3. Posez-le, prenez un autre paquet.",
    });
    await wedge(page, "118X117K");
    await page.getByText("Ce paquet est attendu au poste 3", { exact: true }).waitFor();
    const said = await page.locator("main").innerText();
    expect(said).toContain("Posez-le, prenez un autre paquet.");
    expect(said).not.toContain("scan-not-yet");
    const colours = await page.locator(".big").evaluate((box) => getComputedStyle(box).borderColor);
    expect(colours).toBe("rgb(21, 24, 29)");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Montrez ou tapez le code" }).waitFor();
  });

  it("[E3] [E25] has no colour of a stop on any of its sheets of style", async () => {
    const { page } = await open({ view: one });
    const rules = await page.evaluate(() =>
      [...document.styleSheets].flatMap((sheet) =>
        [...sheet.cssRules]
          .map((rule) => rule.cssText)
          .filter((text) => /^\.(b|ans|big|card|bar|note|station|trio|easy)\b/.test(text)),
      ),
    );
    expect(rules.length).toBeGreaterThan(30);
    expect(rules.filter((text) => text.includes("--stop") || text.includes("red"))).toEqual([]);
  });

  it("[E4] finishes with one touch: all that is left is good", async () => {
    const { page, floor } = await open({ view: { open: [opened(117, { finished: 20 })] } });
    await button(page, "Terminé").click();
    await page.getByText("Paquet terminé").waitFor();
    const { body } = floor.acts[0]!;
    expect([body["code"], body["good"], body["rework"], body["scrap"]]).toEqual([
      "118-117-K",
      30,
      0,
      0,
    ]);
  });

  it("[E4] is not finished by the Enter of a scanner, though the button has the focus", async () => {
    const { page, floor } = await open({ view: one });
    await button(page, "Terminé").focus();
    await wedge(page, "118X118P");
    await page.getByText("Le paquet 118-117-K est encore ouvert").waitFor();
    expect(floor.acts).toEqual([]);
  });

  it("[E5] records rework and scrap with the defect and the operation at fault", async () => {
    const { page, floor } = await open({ view: one });
    await button(page, "Défaut").click();
    await button(page, "Plus, Retouche").click();
    await button(page, "Plus, Retouche").click();
    await button(page, "Plus, Rebut").click();
    await button(page, "Suite : le défaut").click();
    await button(page, "Tache").click();
    await button(page, "Trou").click();
    await page.getByText("Surjet des bords").click();
    await button(page, "Enregistrer sans préciser").click();
    await page.getByText("Paquet terminé").waitFor();
    const { good, rework, second, scrap, defects } = floor.acts[0]!.body;
    expect({ good, rework, second, scrap, defects }).toEqual({
      good: 47,
      rework: 2,
      second: 0,
      scrap: 1,
      defects: [
        { defect: "tache", operation: "10", pieces: 1 },
        { defect: "trou", operation: "10", pieces: 1 },
      ],
    });
  });

  it("[E5] leaves pieces for later, and asks for no defect where there is none", async () => {
    const { page, floor } = await open({ view: one });
    await button(page, "Défaut").click();
    await page.getByRole("spinbutton", { name: "Bonnes" }).fill("30");
    await page.getByText("20\u00a0pièces à finir plus tard.").waitFor();
    await button(page, "Enregistrer").click();
    await page.getByText("Paquet terminé").waitFor();
    await expect
      .poll(() => [floor.acts[0]!.body["good"], floor.acts[0]!.body["defects"]])
      .toEqual([30, []]);
  });

  it.each([
    ["Oui, tout est bon", ["finishes", "scans"]],
    ["Non, garder les deux ouverts", ["scans"]],
    ["Assembler les deux", ["joins"]],
    ["Retour", []],
  ])("[E6] asks once about the bundle that is open, and « %s » goes on", async (answer, acts) => {
    const body = opened(117, { part: "dos" });
    const lineBundles = [card(118, { part: "manche", next: [body.operation.code] })];
    const { page, floor } = await open({ view: { open: [body], lineBundles, next: null } });
    await wedge(page, "118X118P");
    await page.getByText("Il reste 50\u00a0pièces à déclarer. Est-il terminé ?").waitFor();
    await button(page, answer).click();
    await button(page, "Pause").waitFor();
    await expect.poll(() => paths(floor)).toEqual(acts);
  });

  it("[E6] takes defects as an answer, then scans the other", async () => {
    const { page, floor } = await open({ view: one });
    await wedge(page, "118X118P");
    await button(page, "Oui, avec des défauts").click();
    await button(page, "Plus, 2e choix").click();
    await button(page, "Suite : le défaut").click();
    await button(page, "Enregistrer sans préciser").click();
    await expect.poll(() => paths(floor)).toEqual(["finishes", "scans"]);
    await expect
      .poll(() => [floor.acts[0]!.body["good"], floor.acts[0]!.body["second"]])
      .toEqual([49, 1]);
  });

  it("[E7] takes a code that is touched, once it is whole, and tells a wrong sign before", async () => {
    const { page, floor } = await open();
    await button(page, "Scanner le paquet").click();
    for (const sign of "118") await button(page, sign).click();
    await button(page, "Tiret").click();
    for (const sign of "117P") await button(page, sign).click();
    await page.getByText("Un signe de ce code ne va pas. Relisez le ticket.").waitFor();
    await expect.poll(() => button(page, "Valider").isDisabled()).toBe(true);
    await button(page, "Effacer").click();
    await button(page, "K").click();
    await button(page, "Valider").click();
    await page.getByText("Paquet accepté", { exact: false }).waitFor();
    await expect
      .poll(() => [floor.acts[0]!.body["code"], floor.acts[0]!.body["origin"]])
      .toEqual(["118-117K", "hand"]);
  });

  it("[E8] says what is kept without the network, goes on, and says when it is sent", async () => {
    const { page, floor, server } = await open({ view: one });
    await page.getByText("118-117-K").waitFor();
    server.hangUp();
    await button(page, "Terminé").click();
    await page.getByText("Hors connexion : gardé ici, envoyé plus tard.").waitFor();
    await wedge(page, "118X118P");
    await page.locator(".bar").getByText("Hors connexion — 2\u00a0gestes gardés").waitFor();
    await expect.poll(() => page.locator(".card").innerText()).toContain("118-118-P");
    server.pickUp();
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await page.locator(".bar").getByText("Connecté", { exact: true }).waitFor();
    expect(paths(floor)).toEqual(["finishes", "scans"]);
  });

  it("[E8] opens a bundle that nobody knows as one to check", async () => {
    const { page, server } = await open();
    await page.getByText("Scannez un paquet").waitFor();
    server.hangUp();
    await wedge(page, "118X121U");
    await page.getByText("Code à vérifier : 118-121-U").waitFor();
    await page.getByText("Le scan est gardé. Continuez.", { exact: false }).waitFor();
  });

  it("[E8] tells, as information, what came back about a scan made without the network", async () => {
    const { page, floor, server } = await open();
    await page.getByText("Scannez un paquet").waitFor();
    server.hangUp();
    await wedge(page, "118X117K");
    await page.getByText("Hors connexion : gardé ici, envoyé plus tard.").waitFor();
    floor.say({ conflict: "done-twice", message: "Ce paquet était déjà fait au poste 6." });
    server.pickUp();
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await button(page, "1\u00a0réponse arrivée").click();
    await page.getByText("Ce paquet était déjà fait au poste 6.").waitFor();
    await button(page, "J’ai lu").click();
    await button(page, "Terminé").waitFor();
    await expect.poll(() => page.getByText("réponse arrivée", { exact: false }).count()).toBe(0);
  });

  it("[E9] corrects the machine's count by one, and shows the correction beside it", async () => {
    const { page, floor } = await open({ view: one });
    await button(page, "Retirer une pièce du compte").click();
    await expect.poll(() => floor.acts.map(({ body }) => body["pieces"])).toEqual([-1]);
    await page.locator(".marks").getByText("Corrigé : −1").waitFor();
  });

  it("[E9] offers no correction where nothing counts", async () => {
    const operation = { ...PLEATS, countedBy: "scan" } as const;
    const { page } = await open({
      view: { open: [opened(117, { operation, machinePieces: null })] },
    });
    await page.getByText("pièces à faire").waitFor();
    await expect.poll(() => button(page, "Retirer une pièce du compte").count()).toBe(0);
  });

  it("[E10] takes back the last scan", async () => {
    const { page, floor } = await open();
    await page.getByText("Scannez un paquet").waitFor();
    await expect.poll(() => button(page, "Annuler le dernier scan").isDisabled()).toBe(true);
    await wedge(page, "118X117K");
    await page.getByText("Paquet accepté", { exact: false }).waitFor();
    await button(page, "Annuler le dernier scan").click();
    await page.getByText("C’est annulé").waitFor();
    await expect.poll(() => floor.acts[1]!.body["undoes"]).toBe(floor.acts[0]!.body["key"]);
  });

  it("[E11] parts a bundle, and says the new ticket's code", async () => {
    const { page, floor } = await open({ view: one });
    await button(page, "Autres gestes").click();
    await button(page, "Partager le paquet").click();
    await button(page, "Plus, Elles partent").click();
    await page.getByText("24\u00a0pièces restent dans ce paquet.").waitFor();
    await button(page, "Partager").click();
    await page.getByText("Nouveau ticket : 118-241-", { exact: false }).waitFor();
    await expect.poll(() => floor.acts[0]!.body["pieces"]).toBe(26);
  });

  it("[E11] joins what is scanned next to the bundle that is open", async () => {
    const { page, floor } = await open({ view: one });
    await button(page, "Autres gestes").click();
    await button(page, "Assembler des éléments").click();
    await page.getByText("Il va avec le paquet 118-117-K", { exact: false }).waitFor();
    await wedge(page, "118X118P");
    await expect.poll(() => paths(floor)).toEqual(["joins"]);
    await expect.poll(() => floor.acts[0]!.body["codes"]).toEqual(["118-117-K", "118X118P"]);
  });

  it("[E11] takes pieces back from repair, also of a bundle that is not open here", async () => {
    const lineBundles = [card(119, { rework: 3 })];
    const { page, floor } = await open({ view: { lineBundles } });
    await button(page, "Autres gestes").click();
    await button(page, "Retouches faites").click();
    await button(page, "Plus, Rebut").click();
    await button(page, "Enregistrer").click();
    await expect.poll(() => paths(floor)).toEqual(["finishes"]);
    const { code, good, scrap, repaired } = floor.acts[0]!.body;
    expect([code, good, scrap, repaired]).toEqual([card(119).code, 2, 1, true]);
  });

  it("[E19] dims for a pause, sends nothing, and ends with a touch or a scan", async () => {
    const { page, floor } = await open();
    await button(page, "Pause").click();
    await page.getByText("Touchez l’écran pour reprendre.").click();
    await page.getByText("Scannez un paquet").waitFor();
    expect(floor.acts).toEqual([]);
    await button(page, "Pause").click();
    await wedge(page, "118X117K");
    await page.getByText("Paquet accepté", { exact: false }).waitFor();
  });

  it("[E20] never moves its buttons; the one in ink is the expected one", async () => {
    const { page } = await open();
    const placesOf = () =>
      page
        .locator(".acts .b")
        .evaluateAll((all) =>
          all.map((one) => JSON.stringify([one.textContent, one.getBoundingClientRect()])),
        );
    const inkOf = () => page.locator(".acts .main").allInnerTexts();
    await page.getByText("Scannez un paquet").waitFor();
    const [before, inkBefore] = [await placesOf(), await inkOf()];
    await wedge(page, "118X117K");
    await page.getByText("Paquet accepté", { exact: false }).waitFor();
    expect(await placesOf()).toEqual(before);
    expect([inkBefore, await inkOf()]).toEqual([["Scanner le paquet"], ["Terminé"]]);
  });

  it("[PR4] shows no pseudonym beside a count in the mode `team`, and each of them once nothing is open", async () => {
    const team = { ...one, myDay: false, ownProgress: false };
    const { page } = await open({ view: team });
    const bar = async () => (await page.locator(".bar").innerText()).replaceAll(/\s+/g, " ");
    expect(await bar()).toBe("Poste 5 Plis Connecté Changer");
    await page.locator(".who").getByRole("img", { name: "Quelqu’un a badgé" }).waitFor();
    await wedge(page, "PX412F");
    await page.getByText("Badge lu", { exact: false }).waitFor();
    await expect.poll(() => page.locator("main").innerText()).not.toMatch(/Fleur|Bonjour/);
    await button(page, "Changer").click();
    await page.locator("li", { hasText: "Fleur" }).first().waitFor();
  });

  it("[PR4] names whoever acts as soon as no bundle is open, or the workshop tells people their own", async () => {
    for (const view of [
      { open: [], myDay: false },
      { ...one, myDay: false, ownProgress: true },
    ]) {
      const { page } = await open({ view });
      await page.locator(".bar .who").getByText("Fleur").waitFor();
    }
  });

  it("[E22] asks for a badge while nobody is there, greets, and lets go", async () => {
    const { page, floor } = await open({ view: { present: [] } });
    await page.getByText("Scannez votre badge").waitFor();
    await wedge(page, "PX412F");
    await page.getByText("Bonjour Fleur").waitFor();
    await button(page, "Changer").click();
    await button(page, "Je m’en vais").click();
    await page.getByText("Scannez votre badge").waitFor();
    await expect.poll(() => floor.acts.map(({ body }) => body["direction"])).toEqual(["in", "out"]);
  });

  it("[E22] lets one of several say who acts", async () => {
    const soleil = person({}, { assignmentId: "assignment-soleil", pseudonym: "Soleil" });
    const { page, floor } = await open({ view: { present: [person(), soleil] } });
    await button(page, "Changer").click();
    await page
      .locator("li", { hasText: "Fleur" })
      .getByText("C’est moi")
      .or(page.locator("li", { hasText: "Soleil" }).getByText("C’est moi"))
      .click();
    const name = (await page.locator(".bar .who").innerText()).trim();
    await wedge(page, "118X117K");
    await page.getByText("Paquet accepté", { exact: false }).waitFor();
    const expected = name === "Fleur" ? "assignment-fleur" : "assignment-soleil";
    await expect.poll(() => floor.acts[0]!.body["assignmentId"]).toBe(expected);
  });

  it("[E23] says what to do on a tablet that has no key", async () => {
    const { page, floor } = await open({ path: "/station/S05" });
    await page.getByText("Cette tablette n’est pas encore celle du poste").waitFor();
    await page.getByText("Demandez le QR du poste", { exact: false }).waitFor();
    expect(floor.acts).toEqual([]);
  });

  it("[E1] speaks English when asked", async () => {
    const { page } = await open({ query: "?lang=en", view: one });
    await button(page, "Finished").waitFor();
    await expect.poll(() => page.locator(".where").innerText()).toContain("Pleats");
    await expect.poll(() => page.locator("html").getAttribute("lang")).toBe("en");
  });
});
