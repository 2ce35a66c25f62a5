// @vitest-environment happy-dom

import { cleanup, fireEvent, waitFor, within } from "@testing-library/preact";
import { afterEach, describe, expect, it } from "vitest";
import { fakeReports } from "../../browser/support/fake-reports.ts";
import type { FakeApi } from "../../browser/support/fake-server.ts";
import { productionReport } from "../../browser/support/production-report.ts";
import { openDesk } from "../support/open-desk.tsx";

afterEach(cleanup);

const DAY = "/manage?day=2026-03-16";
const spaced = (text: string | null | undefined) => (text ?? "").replaceAll("\u00a0", " ");

async function openDay(api: FakeApi = fakeReports(), address = DAY) {
  const desk = openDesk(address, api);
  await waitFor(() => expect(desk.app.container.querySelector(".totals")).not.toBeNull());
  return desk;
}

/** Opens what is behind the first figure that says so. */
async function drill(desk: Awaited<ReturnType<typeof openDay>>, name: RegExp) {
  const [figure] = await desk.app.findAllByLabelText(name);
  fireEvent.click(figure!);
  return within(await desk.app.findByRole("dialog"));
}

describe("report of a day", () => {
  it("[MD3] shows six figures, each with its formula behind a question mark", async () => {
    const { app } = await openDay();
    await app.findByText("Journée close à 16 h 52");
    const figures = [...app.container.querySelectorAll(".totals > div")];
    expect(figures.map((each) => spaced(each.querySelector("dd")?.textContent))).toEqual([
      ...["1 117", "46", "7 · 4", "5 508/ 6 750", "81,6 %", "91,5 %"],
    ]);
    const columns = [...app.container.querySelectorAll(".rep thead th")];
    expect(columns.slice(1, 5).map(({ textContent }) => textContent)).toEqual([
      ...["Bonnes", "Retouches", "Rebuts", "2e choix"],
    ]);
    expect(app.container.querySelector(".rep-page")?.firstElementChild?.textContent).toBe(
      "Atelier Lons",
    );
    const mark = app.getByRole("button", { name: /^Comment se calcule.:.Rendement$/ });
    expect(app.queryByRole("note")).toBeNull();
    fireEvent.click(mark);
    expect(app.getByRole("note").textContent).toBe("Minutes produites ÷ minutes de présence.");
    fireEvent.keyDown(mark, { key: "Escape" });
    expect(app.queryByRole("note")).toBeNull();
  });

  it("[PR11] shows a dash with its reason where minutes are of few people, and says why below", async () => {
    const { orders, totals } = productionReport();
    const masked = {
      ...{ attendedMinutes: null, onStandardMinutes: null, efficiency: null, performance: null },
      masked: "few-people" as const,
    };
    const told = orders.map((order) => ({
      ...order,
      operations: order.operations.map((each) => ({
        ...each,
        totals: { ...each.totals, ...masked },
      })),
    }));
    const desk = await openDay(fakeReports({ orders: told }));
    const { app } = desk;
    const rows = [...app.container.querySelectorAll(".rep tbody tr")];
    const cellsOf = (name: string) =>
      [
        ...(rows.find((row) => spaced(row.textContent).startsWith(name))?.querySelectorAll("td") ??
          []),
      ].map((cell) => spaced(cell.textContent));
    expect(cellsOf("10 Surjet").slice(-4)).toEqual(["383", "—", "—", "—"]);
    expect(cellsOf("Atelier").slice(-3)).toEqual(["6 750", "81,6 %", "91,5 %"]);
    const reasons = app.getAllByRole("img", { name: /^non dit/ });
    expect(reasons.length).toBe(3 * told.flatMap(({ operations }) => operations).length);
    app.getByText(/^—.: moins de 4.personnes ont été comptées/);
    const panel = await drill(desk, /^81,6 %, Rendement, Atelier/);
    panel.getByText(/moins de 4.personnes/);
    expect(totals.masked).toBeNull();
  });

  it("[MD2] opens the facts behind a figure, all pages of them, and their sum is the figure", async () => {
    const desk = await openDay();
    const panel = await drill(desk, /^912, Pièces bonnes, Surjet des bords/);
    await panel.findByText("C’est bien le chiffre affiché.");
    const rows = panel.getAllByRole("row").map((row) => spaced(row.textContent));
    expect(rows.length).toBe(1 + Math.ceil(912 / 20));
    expect(rows[1]).toBe("16 mars, 8 h 05scanPoste 1118-1-C20");
    expect(rows[6]).toContain("reçu à 9 h 30arrivé en retard");
    const ticket = panel.getByRole("link", { name: "118-1-C" });
    expect(ticket.getAttribute("href")).toBe("/bundle/118-1-C");
    expect(desk.asked.filter((path) => path.includes("/facts"))).toEqual([
      "/api/v1/reports/facts?from=2026-03-16&to=2026-03-16&order=2026-118&style=MASQUE&operation=10&figure=good",
      "/api/v1/reports/facts?from=2026-03-16&to=2026-03-16&order=2026-118&style=MASQUE&operation=10&figure=good&after=30",
    ]);
  });

  it("[MD2] [MD8] opens a size and colour of these days too, and what no order explains", async () => {
    const { orders, ...report } = productionReport();
    const [first] = orders;
    const none = { ...first!, orderId: null, styleId: null, name: null, cells: [] };
    const api = fakeReports({ ...report, orders: [...orders, none] });
    const desk = await openDay(api);
    await drill(desk, /^462, Pièces bonnes, M Bleu/);
    await drill(desk, /^912, Pièces bonnes, Surjet des bords, Sans commande/);

    const asked = desk.asked.filter((path) => path.includes("/facts") && !path.includes("after"));
    expect(asked).toEqual([
      "/api/v1/reports/facts?from=2026-03-16&to=2026-03-16&order=2026-118&style=MASQUE&size=M&colour=Bleu&figure=good",
      "/api/v1/reports/facts?from=2026-03-16&to=2026-03-16&order=none&operation=10&figure=good",
    ]);
  });

  it("[JO5] leads from a figure to the correction of a sample, which no bundle's story tells", async () => {
    const api = fakeReports();
    const sample = {
      ...{ at: Date.parse("2026-03-16T10:00:00+01:00"), origin: "hand", kind: "inspection" },
      ...{ receivedAt: Date.parse("2026-03-16T10:00:00+01:00"), key: "sample-1" },
      ...{ stationId: "S09", orderId: null, code: null, operation: null, what: "puckering" },
      ...{ good: 0, rework: 0, second: 0, scrap: 0, defects: 3, minutes: null, correctedBy: null },
    };
    const desk = await openDay((call) =>
      call.path.startsWith("/api/v1/reports/facts")
        ? { status: 200, json: { facts: [sample], next: null } }
        : api(call),
    );
    const panel = await drill(desk, /^14, Défauts/);
    const link = await panel.findByRole("link", {
      name: "Corriger ce qui a été déclaré à 10\u00a0h\u00a000",
    });
    expect(link.getAttribute("href")).toBe("/manage/journal?act=sample-1");
  });

  it("[MD2] says so where the facts come to something else, and offers to read again", async () => {
    const desk = await openDay();
    const panel = await drill(desk, /^906, Pièces bonnes, Barrette nasale/);
    await panel.findByText(/^Les faits donnent 1.117, l’écran montrait 906/);
    const before = desk.asked.length;
    fireEvent.click(panel.getByRole("button", { name: "Relire le rapport" }));
    await waitFor(() => expect(desk.app.queryByRole("dialog")).toBeNull());
    expect(desk.asked.slice(before)).toContain(
      "/api/v1/reports/production?from=2026-03-16&to=2026-03-16",
    );
  });

  it("[MD3] opens a ratio as its formula with the figures in it, by operation", async () => {
    const panel = await drill(await openDay(), /^83,4.%, Rendement, OF 2026-118/);
    expect(spaced(panel.getByText(/÷.* = /).textContent)).toBe("4 503 ÷ 5 400 = 83,4 %");
    const rows = panel.getAllByRole("row").map((row) => spaced(row.textContent));
    expect(rows[1]).toBe("Surjet des bordsOF 2026-118 · Masque lavable912 × 0,42383450");
    expect(rows.at(-1)).toBe("Total4 5035 400");
  });

  it("[MD5] says that a day is empty, and leads to the nearest one that is not", async () => {
    const { app } = openDesk("/manage?day=2026-03-15", fakeReports());
    await app.findByRole("heading", { name: "Aucune pièce ce jour-là" });
    const nearest = app.getByRole("link", { name: /vendredi 13 mars$/ });
    expect(nearest.getAttribute("href")).toBe("/manage?day=2026-03-13");
  });

  it("[MD6] gives each drawing a sentence, and its figures as a table", async () => {
    const { app } = await openDay();
    const trend = await app.findByRole("img", { name: /^Pièces bonnes par jour\./ });
    expect(trend.tagName.toLowerCase()).toBe("svg");
    app.getByRole("img", { name: /^Pièces bonnes sorties des lignes, heure par heure/ });
    const defects = app.getByRole("list", { name: /^Défauts du plus fréquent/ });
    expect(spaced(defects.querySelector("li")?.textContent)).toBe("Fronces14cumul 33 %");
    app.getByRole("list", { name: /^Minutes d’arrêt par cause/ });
    fireEvent.click(app.getByRole("button", { name: "Voir en tableau — Défauts du jour" }));
    const table = within(app.getByRole("table", { name: "Défauts du jour" }));
    expect(table.getAllByRole("row").map((row) => spaced(row.textContent))).toEqual([
      ...["DéfautPiècesCumul", "Fronces1433 %", "Couture ouverte1160 %"],
      ...["Couture de travers674 %", "Élastique décousu586 %"],
      ...["Tache393 %", "Défaut non précisé3100 %"],
    ]);
  });

  it("[MD4] keeps the figures when nobody answers any more, and says of when they are", async () => {
    let isAway = false;
    const api = fakeReports();
    const desk = await openDay((request) => (isAway ? null : api(request)));
    const panel = await drill(desk, /^906, Pièces bonnes, Barrette nasale/);
    const again = await panel.findByRole("button", { name: "Relire le rapport" });
    isAway = true;
    fireEvent.click(again);
    await desk.app.findByText("Données du 16 mars, 16 h 52");
    expect(desk.app.container.querySelector(".totals")).not.toBeNull();
  });

  it("[MD4] says what could not be read, where nothing was read before", async () => {
    const { app } = openDesk(DAY, () => null);
    await app.findByText(/^Le serveur ne répond pas/);
    app.getByRole("button", { name: "Réessayer" });
  });
});

describe("report of a period", () => {
  it("[MD1] lists its days, each leading to its own report, and reads days before when asked", async () => {
    const desk = await openDay(fakeReports(), "/manage/period?from=2026-01-05&to=2026-03-16");
    const table = within(await desk.app.findByRole("table", { name: "Jour par jour" }));
    expect(table.getAllByRole("link").length).toBe(15);
    const monday = table.getByRole("link", { name: "Lundi 16 mars 2026" });
    expect(monday.getAttribute("href")).toBe("/manage?day=2026-03-16");
    fireEvent.click(desk.app.getByRole("button", { name: "Jours d’avant" }));
    await waitFor(() =>
      expect(desk.asked).toContain("/api/v1/reports/production?from=2026-01-05&to=2026-02-23"),
    );
  });
});
