// @vitest-environment happy-dom

import { cleanup, within } from "@testing-library/preact";
import { afterEach, describe, expect, it, vi } from "vitest";
import { openDesk } from "../support/open-desk.tsx";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const NOON = Date.parse("2026-11-23T12:00:00+01:00");
const WHOLE = {
  ...{ at: NOON, lines: 12_031, head: "ab".repeat(32), isSealed: true },
  ...{ faults: [] as object[], faultCount: 0, headsMet: 4, restores: 0 },
};

const AUTHORS = [
  { kind: "account", id: "a1", name: "Camille", isGone: false },
  { kind: "account", id: "a2", name: null, isGone: true },
  { kind: "account", id: "a3", name: null, isGone: false },
  { kind: "key", id: "k1", name: "Tableur", isGone: false },
  { kind: "key", id: "k2", name: null, isGone: true },
  { kind: "station", id: "S01", name: null, isGone: false },
  { kind: "token", id: null, name: null, isGone: false },
  null,
];

function rowOf(author: object | null, n: number) {
  return {
    ...{ n, at: NOON, kind: "setting", by: "desk", author, stationId: null, subject: "screens" },
    ...{ subjectName: null, before: null, after: { value: n }, reason: null, key: null },
    ...{ about: null, isUndone: false },
  };
}

function openJournal(last: object | null, entries: object[] = []) {
  return openDesk("/manage/journal", ({ path }) => {
    if (path === "/api/v1/journal/verification") return { status: 200, json: { last } };
    if (path.startsWith("/api/v1/journal?")) return { status: 200, json: { entries, next: null } };
    return null;
  }).app;
}

describe("the journal's page", () => {
  it("[JC8] says who wrote each line, and of nobody that is gone more than that", async () => {
    const app = openJournal(null, AUTHORS.map(rowOf));

    const lines = await app.findAllByText("Réglage · Langue des écrans");

    const said = lines.map((line) => line.closest("li")?.querySelector(".journal-by")?.textContent);
    expect(said).toEqual([
      ...["Camille", "Compte supprimé", "Un compte", "Clé Tableur", "Clé supprimée"],
      ...["Poste 1", "Jeton d’administration", "Bureau"],
    ]);
  });

  it("[JC8] names the account that a line is about", async () => {
    const about = (over: object) => ({
      ...rowOf(null, 1),
      kind: "session",
      subject: "a1",
      ...over,
    });
    const app = openJournal(null, [
      about({ n: 3, subjectName: "Camille", after: { isShared: true } }),
      about({ n: 2, subjectName: "Camille", before: { isShared: true }, after: null }),
      about({ n: 1, kind: "sign-in-refused", after: null }),
    ]);
    for (const title of [
      "Connexion · Camille",
      "Déconnexion · Camille",
      "Connexion refusée · supprimé",
    ])
      expect(await app.findByText(title)).toBeTruthy();
  });

  it("[JC6] says that it is entire, when it was read, and its fingerprint", async () => {
    const app = openJournal(WHOLE);
    expect(await app.findByText(/^Entier.*12.031 lignes/)).toBeTruthy();
    expect(app.getByText(/^Lu en entier le .*23 novembre/)).toBeTruthy();
    expect(app.getByText(WHOLE.head)).toBeTruthy();
    expect(app.queryByText(/fin coupée/)).toBeNull();
  });

  it("[JC6] names the lines that are not as they were written", async () => {
    const faults = [
      { kind: "changed", n: 4_211, at: NOON, of: "scan", lines: 1 },
      { kind: "cut", n: 12_031, at: null, of: null, lines: 40 },
    ];
    const app = openJournal({ ...WHOLE, faults, faultCount: 5 });

    const found = within((await app.findByText(/^Pas entier/)).closest("div") as HTMLElement);

    const listed = found.getAllByRole("listitem").map(({ textContent }) => textContent);
    expect(listed[0]).toMatch(/^Ligne 4.211, .*23 novembre.*ne dit plus ce qui a été écrit\.$/);
    expect(listed[1]).toMatch(/^Ligne 12.031.*40.lignes coupées après elle, à la fin\.$/);
    expect(listed[2]).toBe("et 3\u00a0autres");
  });

  it.each([
    [null, /pas encore été vérifié/],
    [{ ...WHOLE, headsMet: 0 }, /fin coupée ne se verrait pas/],
    [{ ...WHOLE, isSealed: false }, /pas encore scellé en entier/],
  ])("[JC6] says what is not known yet: %o", async (last, said) => {
    expect(await openJournal(last).findByText(said)).toBeTruthy();
  });
});
