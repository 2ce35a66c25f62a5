// @vitest-environment happy-dom

import { cleanup, fireEvent, waitFor, within } from "@testing-library/preact";
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

/** An inspection of a sample: 17 good, two with skipped stitches, one with a hole. */
const SAMPLE = {
  ...{ key: "sample-1", kind: "inspection", at: NOON, stationId: "S01", code: null },
  ...{ operation: null, isUndone: false, canAmend: true, amendments: [] },
  original: sampleOf(17, 3),
  now: sampleOf(17, 3),
};

function sampleOf(good: number, rework: number) {
  const defects = [
    { defect: "skipped-stitch", operation: null, pieces: 2 },
    { defect: "hole", operation: "20", pieces: 1 },
  ];
  return { good, rework, second: 0, scrap: 0, defects };
}

describe("the correction of an act", () => {
  it("[JO5] of an inspection changes the kind and the number of what was found", async () => {
    const { app } = openDesk("/manage/journal?act=sample-1", ({ path, method }) => {
      if (path === "/api/v1/acts/sample-1") return { status: 200, json: SAMPLE };
      return method === "POST" ? { status: 200, json: { accepted: true } } : null;
    });
    const sent = vi.spyOn(globalThis, "fetch");
    const kind = await app.findByLabelText("Défaut 1");
    fireEvent.change(kind, { target: { value: "stain" } });
    fireEvent.click(app.getByLabelText("Retirer le défaut 2"));
    fireEvent.input(app.getByLabelText("Bonnes"), { target: { value: "18" } });
    fireEvent.input(app.getByLabelText("Retouches"), { target: { value: "2" } });
    fireEvent.input(app.getByLabelText("Raison de la correction"), {
      target: { value: "Revu avec l’équipe" },
    });
    fireEvent.click(app.getByRole("button", { name: "Corriger" }));
    const post = () => sent.mock.calls.find(([path]) => path === "/api/v1/amendments")?.[1];
    await waitFor(() => expect(post()).toBeDefined());
    expect(JSON.parse(String(post()?.body))).toMatchObject({
      ...{ amends: "sample-1", reason: "Revu avec l’équipe" },
      outcome: { good: 18, rework: 2, second: 0, scrap: 0 },
      defects: [{ defect: "stain", operation: null, pieces: 2 }],
    });
  });
});

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

  it("[JO5] tells a change of the plan in the sentences in which it was saved", async () => {
    const station = { id: "S01", name: "Poste 1", operation: "Col", standardMinutes: 0.6 };
    const lines = (minutes: number) => [
      { id: "L1", name: "Ligne 1", stations: [{ ...station, standardMinutes: minutes }] },
    ];
    const shifts = (to: string) => [{ days: [1], from: "08:00", to, breaks: [] }];
    const plan = { ...rowOf(null, 1), kind: "plan", subject: "2026-11-23T11:00:00.000Z" };
    const app = openJournal(null, [
      {
        ...plan,
        before: { lines: lines(0.6), calendar: { shifts: shifts("17:00") } },
        after: { lines: lines(0.9), calendar: { shifts: shifts("16:00") } },
      },
      { ...plan, n: 0, before: null, after: { lines: lines(0.6) } },
    ]);

    const [changed, first] = await app.findAllByText(/^Plan de l’atelier/);

    const said = (title: HTMLElement | undefined) =>
      [...(title?.closest("li")?.querySelectorAll("li") ?? [])].map((line) => line.textContent);
    expect(said(changed)).toEqual([
      expect.stringMatching(/^Poste 1.*0,6 à 0,9/),
      expect.stringMatching(/^Lundi.*16.h.*17.h/),
    ]);
    expect(said(first)).toEqual([]);
  });

  it("[JO5] tells a limit that was changed with its unit, and one that nobody had set as it is", async () => {
    const limit = { ...rowOf(null, 1), subject: "quality" };
    const app = openJournal(null, [
      {
        ...{ ...limit, n: 3 },
        before: { value: { mostDhu: 3, leastFirstPass: 0.97 } },
        after: { value: { mostDhu: 2.5, leastFirstPass: 0.97 } },
      },
      {
        ...limit,
        n: 2,
        subject: "calls",
        after: { value: { escalateAfterMinutes: 7, isHeard: false } },
      },
      { ...limit, n: 1, subject: "deduce-limit", before: { value: 2 }, after: { value: 1 } },
    ]);
    for (const sentence of [
      /^Défauts pour 100 pièces, au plus : 2,5 au lieu de 3\.$/,
      /^Montré à tous après : 7 min\.$/,
      /^Les écrans le font entendre aussi : non\.$/,
      /^Opérations déduites au plus : 1 au lieu de 2\.$/,
    ])
      expect(await app.findByText(sentence)).toBeTruthy();
    expect(app.queryByText(/^Bon du premier coup/)).toBeNull();
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
