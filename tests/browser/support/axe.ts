import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds, of whatever weight, as `rule: element`. */
export async function faults(page: Page): Promise<string[]> {
  return (await violationsOn(page)).map(({ fault }) => fault);
}

/** What axe finds serious or critical. */
export async function seriousFaults(page: Page): Promise<string[]> {
  const found = await violationsOn(page);
  return found
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ fault }) => fault);
}

/** What axe finds on a page of the desk once it is read, and what sticks out of it on a phone. */
export async function objections(page: Page): Promise<string[]> {
  await page.waitForFunction(() => !document.body.innerText.includes("Lecture…"));
  const found = await faults(page);
  const desk = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (desk !== null) await page.setViewportSize(desk);
  return wide > 0 ? [...found, `${wide} px too wide`] : found;
}

async function violationsOn(page: Page) {
  // Reading its half megabyte takes a page longer than a run of it. The policy of our pages forbids injected scripts; the
  // protocol of the debugger does not ask it.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(source);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
    const { violations } = await axe.run(document, { resultTypes: ["violations"] });
    return violations.flatMap(({ id, impact, nodes }) =>
      nodes.map(({ target }) => ({ impact, fault: `${id}: ${target.join(" ")}` })),
    );
  });
}
