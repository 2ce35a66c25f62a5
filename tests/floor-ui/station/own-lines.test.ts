import type { OwnData, OwnLook } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { createI18n } from "../../../floor-ui/src/i18n/i18n.ts";
import { ownDataFr } from "../../../floor-ui/src/i18n/own-data-fr.ts";
import { easySentences } from "../../../floor-ui/src/pages/station/own/own-easy.ts";
import {
  lookLines,
  requestLines,
  visitLines,
  whereLines,
} from "../../../floor-ui/src/pages/station/own/own-lines.ts";

const i18n = { ...createI18n("fr", "Europe/Paris"), t: ownDataFr };
const MINUTE_MS = 60_000;
const HOUR = Date.parse("2026-11-22T20:00:00Z");

function look(minute: number, over: Partial<OwnLook> = {}): OwnLook {
  const at = HOUR + minute * MINUTE_MS;
  return { what: "people", by: "account", name: "Samia", isOfAll: true, at, ...over };
}

function data(over: Partial<OwnData>): OwnData {
  return {
    ...{ at: HOUR, acts: 0, progress: null, mode: "team", assignmentsDays: 30 },
    person: { id: "luc", pseudonym: "Luc", badgeCode: "P-413-K", hasPin: false, hasName: false },
    ...{ presences: [], plans: [], looks: [], requests: [] },
    stations: [{ id: "S02", name: "Table de coupe" }],
    ...over,
  };
}

describe("the lines of one's own data", () => {
  const looks = [
    look(7, { what: "accompanied", isOfAll: false }),
    look(6, { what: "requests" }),
    look(5, { what: "skills" }),
    look(3, { what: "people" }),
    look(2, { what: "own-data", by: "self", name: null, isOfAll: false }),
    look(1, { what: "own-data", by: "self", name: null, isOfAll: false }),
    look(-30, { what: "people" }),
  ];

  it("[PD17] make one visit of what a reader opened within the hour, and keep a look at one person apart", () => {
    expect(visitLines(data({ looks }), i18n)).toEqual([
      { label: "22 nov., 21\u00a0h\u00a007", text: "Vos progrès — Samia" },
      {
        label: "22 nov., de 21\u00a0h\u00a003 à 21\u00a0h\u00a006",
        text: "Toute l’équipe\u00a0: demandes, savoir-faire, fiches — Samia",
      },
      {
        label: "22 nov., de 21\u00a0h\u00a001 à 21\u00a0h\u00a002",
        text: "Mes données (2\u00a0fois) — vous",
      },
      { label: "22 nov., 20\u00a0h\u00a030", text: "Toute l’équipe\u00a0: fiches — Samia" },
    ]);
  });

  it("[PD17] tell each look in the copy, and each reader once a day in simple mode", () => {
    expect(lookLines(data({ looks }), i18n)).toHaveLength(looks.length);
    expect(easySentences("looks", data({ looks }), i18n)).toEqual([
      "On a regardé 3\u00a0fois.",
      "Le 22 nov., Samia a regardé.",
    ]);
  });

  it("[PD6] call a station by its name, and one that is gone by its id", () => {
    const stay = { from: HOUR, to: null, isWithoutPin: false };
    const presences = [
      { ...stay, stationId: "S02" },
      { ...stay, stationId: "S09" },
    ];
    const told = data({ presences });
    expect(whereLines(told, i18n).map(({ label }) => label)).toEqual([
      "Table de coupe",
      "Poste S09",
    ]);
    expect(easySentences("where", told, i18n)[0]).toBe(
      "Le 22 nov., j’étais là\u00a0: Table de coupe.",
    );
  });

  it("[PD7] say until when an answer is owed", () => {
    const asked = { n: 1, kind: "objection", about: "work", words: null, at: HOUR } as const;
    const requests = [{ ...asked, answer: null, answerWords: null, answeredAt: null }];
    expect(requestLines(data({ requests }), i18n)).toEqual([
      { label: "M’opposer — Mon travail", text: "En attente, réponse avant le 22 déc." },
    ]);
  });
});
