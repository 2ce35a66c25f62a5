import { describe, expect, it } from "vitest";
import { seriousFaults } from "./support/axe.ts";
import { boardAt, emptyBoard, largeBoard, madeUpBoard } from "./support/made-up-board.ts";
import { lineRow } from "./support/rows.ts";
import { twoFrames } from "./support/settled.ts";
import { overlaps, stickingOut, tile, useWalls } from "./support/walls.ts";

const { open } = useWalls();

/** 1080p, 720p, 4K, a tablet, one held upright, a phone. */
const SIZES = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
  { width: 3840, height: 2160 },
  { width: 1280, height: 800 },
  { width: 800, height: 1280 },
  { width: 390, height: 844 },
];

describe("wall in a browser", () => {
  it("[W2] [W14] shows the line and its stations in French", async () => {
    const { page, trouble } = await open("/wall/L1");
    await tile(page, 1).waitFor();
    const figures = await page.locator(".left").innerText();
    expect(figures.replaceAll("\u00a0", " ")).toMatch(
      /Fait\s+412\s+Attendu à cette heure\s+430\s+Objectif\s+960\s+.*Écart\s+−18pièces\s+Fin prévue/s,
    );
    await expect
      .poll(() => tile(page, 1).innerText())
      .toMatch(/1\s+Surjet des bords\s+En marche\s+74\/70/);
    await expect.poll(() => tile(page, 7).innerText()).toMatch(/À l’arrêt\s+3\smin/);
    await expect
      .poll(() => tile(page, 4).innerText())
      .toMatch(/Sans données\s+—\s+depuis\s+23\smin/);
    await expect
      .poll(() => page.locator(".strip").innerText())
      .toContain("Poste 7 · depuis 3\u00a0min");
    await expect.poll(() => page.locator("html").getAttribute("lang")).toBe("fr");
    expect(trouble).toEqual([]);
  });

  it("[W23] finds the line also when its address is typed in lower case", async () => {
    const { page, trouble } = await open("/wall/l1");
    await tile(page, 1).waitFor();
    await expect.poll(() => page.locator("h1").innerText()).toContain("Ligne 1");
    expect(trouble).toEqual([]);
  });

  it("[W14] shows them in English when asked", async () => {
    const { page, trouble } = await open("/wall/L1?lang=en");
    await tile(page, 1).waitFor();
    await expect
      .poll(() => tile(page, 1).innerText())
      .toMatch(/Running\s+74\/70\s+1\d\d pieces\/h/);
    await expect
      .poll(() => page.locator(".left").innerText())
      .toMatch(/Done\s+412\s+Expected by\snow\s+430/);
    await expect.poll(() => page.locator("html").getAttribute("lang")).toBe("en");
    expect(trouble).toEqual([]);
  });

  it("[L52] changes a number with a patch, and that of no other tile", async () => {
    const { page, server, trouble } = await open("/wall/L1");
    const board = madeUpBoard();
    const row = board.stations[0]!;
    await tile(page, 1).waitFor();
    await page.evaluate(() => {
      const changed = new Set<string>();
      Object.assign(globalThis, { changed });
      new MutationObserver((records) => {
        for (const { target } of records) {
          const cell = (target as Element).parentElement?.closest(".cell");
          changed.add(cell?.querySelector(".no")?.textContent ?? "");
        }
      }).observe(document.querySelector(".floor")!, { subtree: true, characterData: true });
    });
    const hours = row.hours!.map((count, index) =>
      index === 3 ? { ...count, pieces: 75 } : count,
    );
    const line = { ...board.lines[0]!, pieces: 413 };
    server.patch({ stations: [{ ...row, hours, pieces: row.pieces! + 1 }], lines: [line] });
    await tile(page, 1).getByText("75/70").waitFor();
    await expect.poll(() => page.locator(".fait .n").innerText()).toBe("413");
    const changed = await page.evaluate(() => [
      ...(globalThis as unknown as { changed: Set<string> }).changed,
    ]);
    expect(changed.filter((number) => number !== "1")).toEqual([]);
    expect(trouble).toEqual([]);
  });

  it("[W11] goes stale, then offline, and recovers by itself", async () => {
    const { page, server } = await open("/wall/L1", { hasFakeClock: true });
    await tile(page, 1).waitFor();
    await expect.poll(() => page.locator(".live.fresh .g").count()).toBe(1);
    server.hangUp();
    await page.locator(".live.loading").waitFor();
    await page.clock.runFor(8_000);
    await expect
      .poll(() => page.locator(".live").innerText())
      .toMatch(/^Reconnexion · il y a \d+\ss$/);
    await expect.poll(() => page.locator(".live .g, .team.good .g").count()).toBe(0);
    await page.clock.runFor(23_000);
    await page.getByText("Données de 11\u00a0h\u00a035").waitFor();
    await page.clock.runFor(90_000);
    await page.getByText("Connexion perdue depuis 11\u00a0h\u00a035").waitFor();
    await expect.poll(() => page.locator(".clock").innerText()).toMatch(/^11h3[67]$/);
    const fill = await tile(page, 7)
      .locator(".in")
      .evaluate((inner) => getComputedStyle(inner).backgroundImage);
    expect(fill).toContain("repeating-linear-gradient");
    await expect.poll(() => tile(page, 7).innerText()).toContain("À l’arrêt");
    server.pickUp();
    await page.clock.runFor(20_000);
    await page.locator(".live.fresh").waitFor();
    expect(server.hellos).toEqual([0, 41]);
  });

  it("[W11] [L57] starts on its last picture while the server is away", async () => {
    const { page, server } = await open("/wall/L1");
    await tile(page, 1).waitFor();
    server.hangUp();
    await page.reload();
    await tile(page, 7).getByText("À l’arrêt").waitFor();
    await expect.poll(() => page.locator(".live").innerText()).toBe("Données de 11\u00a0h\u00a035");
    await expect.poll(() => page.locator(".clock").count()).toBe(0);
  });

  it("[L56] reloads itself for new screens, once", async () => {
    const { page, server } = await open("/wall/L1", { hasFakeClock: true });
    await tile(page, 1).waitFor();
    let loads = 0;
    page.on("load", () => {
      loads += 1;
    });
    const reloaded = page.waitForEvent("load");
    server.show(madeUpBoard(), "other");
    await page.clock.runFor(6000);
    await reloaded;
    await tile(page, 1).waitFor();
    await page.clock.runFor(60_000);
    expect(loads).toBe(1);
  });

  it("[W8] pages through 500 stations and draws only those it shows", async () => {
    const { page, server, trouble } = await open("/wall", {
      board: largeBoard(500, 500),
      hasFakeClock: true,
    });
    await page.locator(".cell article").first().waitFor();
    await expect.poll(() => page.locator(".cell article").count()).toBe(16);
    const before = await page.locator(".dots").innerText();
    server.tick();
    await page.clock.runFor(20_000);
    await page.locator(".dots", { hasNotText: before }).waitFor();
    await expect.poll(() => page.locator(".fait .n").innerText()).toBe("412");
    expect(trouble).toEqual([]);
  });

  it("[W8] lets small lines share the wall, each with its figures", async () => {
    const { page, trouble } = await open("/wall", { board: largeBoard(12, 4) });
    await page.locator(".cell article").first().waitFor();
    await expect
      .poll(() => page.locator(".band h2").allInnerTexts())
      .toEqual(["Ligne 1", "Ligne 2", "Ligne 3"]);
    expect(trouble).toEqual([]);
  });

  it("[W16] fits walls, tablets and a phone: nothing is cut off or pushed out", async () => {
    const { page } = await open("/wall/L1");
    await tile(page, 12).waitFor();
    await page.evaluate(() => document.fonts.ready);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await twoFrames(page);
      expect([size.width, await stickingOut(page)]).toEqual([size.width, []]);
      const blocks = [".tape", ".bars", ".floor", ".legend", ".strip"];
      expect([size.width, await page.evaluate(overlaps, blocks)]).toEqual([size.width, []]);
      const isWider = () => document.documentElement.scrollWidth > innerWidth;
      expect([size.width, await page.evaluate(isWider)]).toEqual([size.width, false]);
    }
  });

  it.each([
    ["three rows", 12],
    ["four rows", 16],
  ])("[W20] shows a long operation whole in a tile of %s", async (_name, count) => {
    const board = largeBoard(count, count);
    const operation = "Points d’arrêt, contrôle, pliage";
    const stations = board.stations.map((row) => ({ ...row, operation }));
    const { page } = await open("/wall/L1", { board: { ...board, stations } });
    await tile(page, count).waitFor();
    await page.evaluate(() => document.fonts.ready);
    const cut = await page.evaluate(
      () =>
        [...document.querySelectorAll(".cell .in")].filter((inner) => {
          const name = inner.querySelector(".op")!;
          const isCut =
            name.scrollWidth > name.clientWidth || name.scrollHeight > name.clientHeight + 2;
          return isCut || inner.scrollHeight > inner.clientHeight;
        }).length,
    );
    expect(cut).toBe(0);
  });

  it.each([
    ["the wall", "/wall/L1", undefined],
    ["the dark wall", "/wall/L1?theme=dark", undefined],
    ["the first page", "/", undefined],
    ["an empty workshop", "/", emptyBoard()],
  ])("[W14] %s has nothing serious for axe", async (_name, path, board) => {
    const { page } = await open(path, board === undefined ? {} : { board });
    await page.locator(".cell article, .links").first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  it("[W14] axe does find what is wrong (negative control)", async () => {
    const { page } = await open("/wall/L1");
    await tile(page, 1).waitFor();
    await page.evaluate(() => document.querySelector(".theme")?.removeAttribute("aria-label"));
    expect(await seriousFaults(page)).toEqual(["button-name: button"]);
  });

  it("[W1] [W10] says that it is a break, and until when", async () => {
    const { page } = await open("/wall/L1", { board: boardAt("12:20") });
    await tile(page, 1).getByText("Pause").waitFor();
    await expect
      .poll(() => page.locator(".strip").innerText())
      .toMatch(/Pause\s+jusqu’à 13\sh\s00/);
  });

  it("[W15] turns dark on the spot and stays so after a reload", async () => {
    const { page } = await open("/wall/L1");
    await page.getByRole("button", { name: "Passer en sombre" }).click();
    await page.reload();
    await page.getByRole("button", { name: "Passer en clair" }).waitFor();
    await expect.poll(() => page.locator("html").getAttribute("data-theme")).toBe("dark");
  });

  it("[W12] leads an empty workshop to its first start, and offers nothing that would be empty", async () => {
    const { page, trouble } = await open("/", { board: emptyBoard() });
    const begin = page.getByRole("link", { name: "Commencer" });
    await expect.poll(() => begin.getAttribute("href")).toBe("/start");
    await expect.poll(() => page.getByRole("heading", { name: "Écrans muraux" }).count()).toBe(0);
    expect(trouble).toEqual([]);
  });

  it("[W17] says which lines there are where one is asked for that is not in the plan", async () => {
    const { page, trouble } = await open("/wall/L9");
    await page.getByText("La ligne L9 n’est pas dans le plan").waitFor();
    await page.getByRole("link", { name: "Ligne 1" }).click();
    await tile(page, 1).waitFor();
    expect([new URL(page.url()).pathname, trouble]).toEqual(["/wall/L1", []]);
  });

  it("[W17] sends the wall of an empty workshop to where it begins", async () => {
    const { page } = await open("/wall", { board: emptyBoard() });
    await page.getByRole("link", { name: "Par où commencer" }).click();
    await page.getByRole("heading", { name: "Premier démarrage" }).waitFor();
  });

  it("[W4] says « au moins » while the output station is silent", async () => {
    const board = madeUpBoard();
    const stations = board.stations.map((row, index) =>
      index === 11 ? { ...row, heardAt: board.serverTime - 400_000 } : row,
    );
    const { page } = await open("/wall/L1", { board: { ...board, stations } });
    await page.getByText("au moins").waitFor();
    await expect.poll(() => page.locator(".fait .n").innerText()).toBe(String(lineRow().pieces));
  });
});
