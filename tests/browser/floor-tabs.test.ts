import { describe, expect, it, onTestFinished } from "vitest";
import { useScreens } from "./support/browser.ts";
import { startFakeServer } from "./support/fake-server.ts";
import { createFakeSupervision, fullLists } from "./support/fake-supervision.ts";
import { supervisedBoard } from "./support/supervised-board.ts";

const screens = useScreens();

async function open(isSignedIn: boolean, viewport = { width: 390, height: 844 }) {
  const { api } = createFakeSupervision(fullLists(), isSignedIn);
  const server = await startFakeServer(screens.dist, supervisedBoard(), { api });
  onTestFinished(() => server.close());
  const context = await screens.browser.newContext({
    viewport,
    locale: "fr-FR",
  });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(`${server.url}/floor`);
  await page.locator(".fd-page:not(.fd-blank)").waitFor();
  return page;
}

describe("the tabs of a phone", () => {
  it.each([true, false])(
    "[FL1] bring no section's head under the band, signed in: %s",
    async (isSignedIn) => {
      const page = await open(isSignedIn);
      for (const name of ["line", "bundles", "calls"]) {
        await page.locator(`.fd-tabs a[href="#${name}"]`).click();
        const overlap = () =>
          page.evaluate(
            (id) =>
              document.querySelector(".fd-over")!.getBoundingClientRect().bottom -
              document.getElementById(id)!.getBoundingClientRect().top,
            name,
          );
        await expect.poll(overlap).toBeLessThanOrEqual(0);
        await expect
          .poll(() => page.locator(".fd-tabs [aria-current]").getAttribute("href"))
          .toBe(`#${name}`);
      }
    },
  );
});

describe("the stations on an upright tablet", () => {
  it("[FL1] leave no pseudonym and no operation cut off", async () => {
    const page = await open(true, { width: 800, height: 1280 });
    await page.locator(".fd-st .who .name").first().waitFor();
    const cut = () =>
      page
        .locator(".fd-st .name, .fd-st .op")
        .evaluateAll((all) =>
          all.filter((each) => each.scrollWidth > each.clientWidth + 1).map((e) => e.textContent),
        );
    await expect.poll(cut).toEqual([]);
  });
});
