// @vitest-environment happy-dom

import { cleanup, fireEvent } from "@testing-library/preact";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { FakeApi } from "../../browser/support/fake-server.ts";
import { madeUpBoard } from "../../browser/support/made-up-board.ts";
import { openDesk } from "../support/open-desk.tsx";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const FAILING = {
  state: "failing",
  nextAt: null,
  last: null,
  failing: { message: "Le dossier « /nas » n’existe pas.", since: 1_795_450_200_000 },
};

function openExports(board = madeUpBoard()) {
  const api: FakeApi = ({ path }) =>
    path === "/api/v1/exports/evening" ? { status: 200, json: FAILING } : null;
  return openDesk("/manage/exports", api, { board }).app;
}

describe("page of exports", () => {
  it("[EX17] leads to each file of what and which days are chosen, by plain links", async () => {
    const app = openExports();
    const excel = await app.findByRole("link", { name: /^Excel/ });
    const before = new URL((excel as HTMLAnchorElement).href);

    fireEvent.click(app.getByRole("radio", { name: /^Arrêts/ }));
    fireEvent.click(app.getByRole("button", { name: "Ce mois" }));
    const links = app.getAllByRole("link").filter((link) => link.hasAttribute("download"));
    const files = links.map((link) => new URL((link as HTMLAnchorElement).href));

    expect(before.pathname).toBe("/api/v1/exports/production");
    expect(before.searchParams.get("from")).toBe(before.searchParams.get("to"));
    expect(files.map(({ pathname }) => pathname)).toEqual(Array(5).fill("/api/v1/exports/stops"));
    expect(files.map(({ searchParams }) => searchParams.get("format"))).toEqual([
      ...["xlsx", "pdf", "csv", "csv-plain", "json"],
    ]);
    expect(files[0]?.searchParams.get("from")).toMatch(/-01$/);
  });

  it("[EX17] begins with the working day: in a night shift it is the one on which it began", async () => {
    const app = openExports({ ...madeUpBoard(), day: "2026-03-14" });

    expect(await app.findByText("Production, le 14/03/2026")).toBeDefined();
  });

  it("[EX17] offers no file of days that are the wrong way round", async () => {
    const app = openExports();
    const from = await app.findByLabelText("Du");

    fireEvent.input(from, { target: { value: "2099-01-01" } });

    expect(app.getByText("La première date est après la seconde.")).toBeDefined();
    expect(app.queryByRole("link", { name: /^Excel/ })).toBeNull();
  });

  it("[EX16] [EX17] says why the evening's files are not written", async () => {
    const app = openExports();

    expect(await app.findByText("Les fichiers du soir ne sont pas écrits")).toBeDefined();
    expect(app.getByText(FAILING.failing.message)).toBeDefined();
  });
});
