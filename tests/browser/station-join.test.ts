import { toQr } from "@trame/shared";
import { describe, expect, it, onTestFinished } from "vitest";
import { useScreens } from "./support/browser.ts";
import { card, PLEATS } from "./support/fake-floor.ts";
import { openStation, wedge } from "./support/station.ts";

const screens = useScreens();

const SLEEVES = { ...PLEATS, code: "30", label: { fr: "Montage manches" } };
const joining = {
  lineBundles: [
    card(117, { part: "corps", next: ["30"] }),
    card(119, { part: "manches", next: ["30"] }),
  ],
  joins: [
    {
      orderId: "2026-118",
      styleId: "masque",
      operation: SLEEVES,
      parts: [
        { code: "corps", label: { fr: "Corps" } },
        { code: "manches", label: { fr: "Manches" } },
      ],
    },
  ],
};

describe("a station in a browser where parts come together", () => {
  it("[E26] names the part that waits, also after a reload, and joins the next one", async () => {
    const station = await openStation(screens, { view: joining });
    onTestFinished(station.close);
    const { page, floor, trouble } = station;
    await page.getByText("Scannez un paquet").waitFor();
    await wedge(page, "118X117K");
    await page.getByText("Premier élément : corps").waitFor();
    await page.getByText("Scannez maintenant : manches.").waitFor();
    await page.reload();
    await page.getByText("Il va avec le paquet 118-117-K", { exact: false }).waitFor();
    await wedge(page, toQr({ order: 118, bundle: 119 }));
    await expect
      .poll(() => floor.acts.map(({ path, body }) => [path, body["codes"]]))
      .toEqual([["/api/v1/joins", ["118-117-K", card(119).code]]]);
    expect(trouble).toEqual([]);
  });
});
