import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { seriousFaults } from "./support/axe.ts";
import { callRow, fullBoard, manyLines, orderApi } from "./support/full-board.ts";
import { at } from "./support/rows.ts";
import { twoFrames } from "./support/settled.ts";
import { overlaps, stickingOut, tile, useWalls } from "./support/walls.ts";

const { open } = useWalls();

/** The workshop has a name of its own for one cause. */
function api({ path }: { readonly path: string }) {
  const causes = [
    { code: "thread", class: "machine", label: { fr: "Aiguille cassée", en: "Broken needle" } },
  ];
  return path === "/api/v1/causes" ? { status: 200, json: { causes } } : orderApi(path);
}

const MESSAGE = { text: "Livraison à 16 h", until: null };
/** More than the strip has room for, the first one past its delay. */
const MANY_CALLS = [
  callRow({ at: at("11:27") }),
  callRow({ stationId: "S06", call: "material", at: at("11:33") }),
  callRow({ stationId: "S02", call: "supervisor", at: at("11:34") }),
  callRow({ stationId: "S03", call: "quality", at: at("11:20"), takenAt: at("11:22") }),
];
const CROWDED = fullBoard({ message: MESSAGE, calls: MANY_CALLS });

const SIZES = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
  { width: 3840, height: 2160 },
];

describe("full board in a browser", () => {
  it("[W25] [W26] [W27] [W28] shows packets, a cause, the bottleneck, and nothing of who is helped", async () => {
    const { page, trouble } = await open("/wall/L1", { board: fullBoard(), api });
    await tile(page, 7).getByText("Aiguille").waitFor();
    await expect
      .poll(() => tile(page, 7).innerText())
      .toMatch(/À l’arrêt\s+3\smin\s+64\/70\s+Aiguille\s+cassée\s+4/);
    await expect.poll(() => tile(page, 2).locator(".packets i").count()).toBe(2);
    await expect.poll(() => tile(page, 6).locator(".packets i.none").count()).toBe(1);
    await expect.poll(() => tile(page, 9).innerText()).toMatch(/^Goulot\s+9\s+Pose du biais\s+3$/);
    await expect.poll(() => page.locator(".flag").count()).toBe(2);
    const outlines = await page
      .locator(".neck .in")
      .evaluateAll((all) => all.map((inner) => getComputedStyle(inner).outlineWidth));
    expect(outlines).toEqual(["6px", "6px"]);
    expect(trouble).toEqual([]);
  });

  it("[W29] [W30] [W35] shows calls, quality and the order", async () => {
    const { page } = await open("/wall/L1", { board: fullBoard(), api });
    await tile(page, 7).waitFor();
    const strip = (await page.locator(".strip").innerText()).replaceAll("\u00a0", " ");
    expect(strip).toMatch(
      /7\s+Mécanicien\s+Poste 7 · depuis 3 min\s+6\s+Matière\s+Poste 6 · pris en charge\s+\+ 1 poste\s+Rythme tenu.*DHU\s+2,4\s+Bon du 1ᵉʳ coup\s+97,8 %/s,
    );
    const badges = await page
      .locator(".badge")
      .evaluateAll((all) => all.map((badge) => getComputedStyle(badge).backgroundColor));
    expect(badges[0]).not.toBe(badges[1]);
    expect((await page.locator(".of").innerText()).replaceAll(/\s+/g, " ")).toBe(
      "OF 2026-118 · Masque lavable · 12 000 pièces",
    );
  });

  it("[W31] flashes a new call three times in three seconds, then is still", async () => {
    const { page, server } = await open("/wall/L1", { board: fullBoard({ calls: [] }), api });
    await tile(page, 7).waitFor();
    const call = callRow({ stationId: "S03", at: at("11:35") });
    server.patch({ lines: [{ ...fullBoard().lines[0]!, calls: [call] }] });
    const badge = page.locator(".call.new .badge");
    await badge.waitFor();
    const timing = await badge.evaluate((element) =>
      element.getAnimations().map((each) => each.effect?.getComputedTiming()),
    );
    expect(timing.map((each) => [each?.duration, each?.iterations, each?.endTime])).toEqual([
      [1000, 3, 3000],
    ]);
    await page.locator(".call:not(.new) .badge").waitFor({ timeout: 15_000 });
  });

  it("[W31] outlines it instead where motion is not wanted, and flashes none that was there before", async () => {
    const board = fullBoard({ calls: [callRow({ stationId: "S03", at: at("11:34:58") })] });
    const { page } = await open("/wall/L1", { board, api, reducedMotion: "reduce" });
    const badge = page.locator(".call.new .badge");
    await badge.waitFor();
    const [outline, moving] = await badge.evaluate((element) => [
      getComputedStyle(element).outlineWidth,
      element.getAnimations().length,
    ]);
    expect([outline, moving]).toEqual(["6px", 0]);
    const old = await open("/wall/L1", { board: fullBoard(), api });
    await old.page.locator(".call").first().waitFor();
    await expect.poll(() => old.page.locator(".call.new").count()).toBe(0);
  });

  it.each([
    ["sounds once where the workshop wants it heard", true, 1],
    ["is silent where it does not", false, 0],
  ])("[W31] a call that nobody took in time %s", async (_name, isHeard, sounds) => {
    const call = callRow({ at: at("11:30"), escalatesAt: at("11:35:03"), isHeard });
    const { page } = await open("/wall/L1", { board: fullBoard({ calls: [call] }), api });
    await page.evaluate(() => {
      const Real = AudioContext;
      const opened: AudioContext[] = [];
      Object.assign(globalThis, { opened });
      globalThis.AudioContext = class extends Real {
        constructor() {
          super();
          opened.push(this);
        }
      };
    });
    await page.locator(".call.escalated").waitFor({ timeout: 20_000 });
    await page.getByText(/À jour · il y a ([5-9]|\d\d).s/).waitFor({ timeout: 20_000 });
    const opened = () =>
      page.evaluate(() => (globalThis as unknown as { opened: unknown[] }).opened.length);
    expect(await opened()).toBe(sounds);
  });

  it("[W11] [W30] tells no good news and dims its calls without a connection, and keeps its message", async () => {
    const board = fullBoard({ message: MESSAGE });
    const { page, server } = await open("/wall/L1", { board, api, hasFakeClock: true });
    await tile(page, 7).waitFor();
    await expect.poll(() => page.locator(".qual .g").count()).toBe(2);
    server.hangUp();
    await page.clock.runFor(130_000);
    await page.locator(".wall.offline").waitFor();
    await expect.poll(() => page.locator(".qual .g, .team.good").count()).toBe(0);
    const opacity = await page
      .locator(".call")
      .first()
      .evaluate((call) => Number(getComputedStyle(call).opacity));
    expect(opacity).toBeLessThan(1);
    await expect.poll(() => tile(page, 7).innerText()).toMatch(/Aiguille\s+cassée/);
    await expect.poll(() => page.locator(".message").innerText()).toBe("Livraison à 16 h");
  });

  it("[W32] [W33] shows all lines at a glance, then each, with the calls in their place", async () => {
    const { page, server } = await open("/wall?rotate=20", {
      board: { ...manyLines(3, 12), serverTime: at("11:36") },
      hasFakeClock: true,
    });
    const table = page.locator(".lines");
    for (let turns = 0; turns < 4 && (await table.count()) === 0; turns++) {
      server.tick();
      await page.clock.runFor(20_000);
    }
    await expect.poll(() => table.locator("tbody th").count()).toBe(3);
    await expect
      .poll(() => table.locator("tbody tr").first().innerText())
      .toMatch(/Ligne 1\s+OF 2026-118/);
    const calls = await page.locator(".calls").innerText();
    expect(calls).toContain("Ligne 2");
    server.tick();
    await page.clock.runFor(20_000);
    await page.locator(".cell article").first().waitFor();
    expect((await page.locator(".calls").innerText()).split("\n")[0]).toBe(calls.split("\n")[0]);
    await expect.poll(() => page.locator(".dots i").count()).toBe(4);
  });

  it("[W34] shows one order by size and colour, and says where it knows none", async () => {
    const { page, trouble } = await open("/wall/order/2026-118", { board: fullBoard(), api });
    await page.locator(".matrix").waitFor();
    const figures = (await page.locator(".left").innerText()).replaceAll("\u00a0", " ");
    expect(figures).toMatch(/Fait\s+2 860.*12 000.*À livrer le\s+18 déc\..*Fin prévue\s+7 déc\./s);
    await expect.poll(() => page.locator(".matrix td b").count()).toBe(12);
    expect(trouble).toEqual([]);
    const other = await open("/wall/order/2026-999", { board: fullBoard(), api });
    await other.page.getByText("La commande 2026-999 n’est pas connue").waitFor();
  });

  it.each([
    ["the full board", "/wall/L1", CROWDED],
    ["the full board, dark", "/wall/L1?theme=dark", CROWDED],
    ["the full board in English", "/wall/L1?lang=en", CROWDED],
    ["all lines", "/wall?rotate=20", manyLines(6, 12)],
    ["an order", "/wall/order/2026-118", CROWDED],
    ["an order, dark", "/wall/order/2026-118?theme=dark", CROWDED],
  ])(
    "[W14] [W16] %s has nothing serious for axe, and fits 1080p, 720p and 4K: nothing is cut off or pushed out",
    async (_name, path, board) => {
      const { page } = await open(path, { board, api });
      await page.locator(".cell article, .lines, .matrix").first().waitFor();
      await page.evaluate(() => document.fonts.ready);
      expect(await seriousFaults(page)).toEqual([]);
      const isFloor = (await page.locator(".floor").count()) > 0;
      const blocks = [
        ...(isFloor ? [".floor", ".tape", ".bars"] : []),
        ".legend",
        ".strip",
        ".top",
      ];
      for (const size of SIZES) {
        await page.setViewportSize(size);
        await twoFrames(page);
        expect([size.width, await stickingOut(page)]).toEqual([size.width, []]);
        expect([size.width, await page.evaluate(overlaps, blocks)]).toEqual([size.width, []]);
        expect([size.width, await clipped(page)]).toEqual([size.width, []]);
      }
    },
  );
});

/** Texts that are wider than their block. */
function clipped(page: Page): Promise<(string | null)[]> {
  return page
    .locator(".strip, .call .t, .call .s, .message, .of, .in")
    .evaluateAll((all) =>
      all
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
        .map(({ textContent }) => textContent),
    );
}
