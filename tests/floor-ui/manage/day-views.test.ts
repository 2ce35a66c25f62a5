import { CAUSES, DEFECTS, type ProductionReport } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { reportWords } from "../../../floor-ui/src/i18n/manage-day.ts";
import {
  defectRows,
  hourColumns,
  stopRows,
  trendColumns,
  trendSentence,
} from "../../../floor-ui/src/pages/manage/day-charts-view.ts";
import { matrixOf } from "../../../floor-ui/src/pages/manage/day-matrix-view.ts";
import { isRunning, stateOf } from "../../../floor-ui/src/pages/manage/day-state.ts";
import { CLOSED_AT, productionReport, totals } from "../../browser/support/production-report.ts";
import { i18nOf } from "../support/scene.ts";

const i18n = reportWords(i18nOf());
const HOUR_MS = 3_600_000;
const RUNNING = { closedAt: null, stage: "running" } as const;
const NIGHT = Date.parse("2026-03-17T03:40:00+01:00");
const WEEK = {
  ...{ from: "2026-03-16", to: "2026-03-22" },
  ...{ lineId: null, orderId: null, styleId: null },
};

describe("how far a report is known", () => {
  it.each<[string, Partial<ProductionReport>, string]>([
    ["closed", {}, "Journée close à 16 h 52"],
    ["going on", { ...RUNNING, asOf: CLOSED_AT - 6 * HOUR_MS }, "En cours, données de 10 h 52"],
    // The night that began on the evening of the 16th: what its clocks show is not its working day.
    ["going on after midnight", { ...RUNNING, asOf: NIGHT }, "En cours, données de 3 h 40"],
    [
      "corrected",
      { corrected: [{ day: "2026-03-16", version: 2, at: CLOSED_AT + 20 * HOUR_MS }] },
      "Corrigée le 17 mars (version 2)",
    ],
    ["off", { closedAt: null, stage: "off" }, "Jour sans travail prévu"],
    ["to come", { closedAt: null, stage: "ahead" }, "Pas encore commencée"],
    ["a week that is over", { scope: WEEK }, "Période terminée"],
    [
      "a week with a corrected day",
      { scope: WEEK, corrected: [{ day: "2026-03-16", version: 3, at: CLOSED_AT }] },
      "1 jour corrigé après coup",
    ],
  ])("[MD4] says of a day that is %s", (_, over, text) => {
    const said = stateOf(productionReport(over), i18n).text;
    expect(said.replaceAll("\u00a0", " ")).toBe(text);
  });

  it("[MD4] is asked again only while its last day goes on", () => {
    const reports = [
      productionReport(),
      productionReport(RUNNING),
      productionReport({ ...RUNNING, stage: "off" }),
      productionReport({ ...RUNNING, scope: WEEK }),
    ];
    expect(reports.map(isRunning)).toEqual([false, true, false, true]);
  });
});

describe("Pareto", () => {
  it("[MD7] falls from the most frequent to the rarest, up to all; what nobody named is a row", () => {
    const rows = defectRows(productionReport(), { kinds: DEFECTS, i18n });
    expect(rows.map(({ name, value, upTo }) => [name, value, i18n.whole(upTo)])).toEqual([
      ["Fronces", 14, "33\u00a0%"],
      ["Couture ouverte", 11, "60\u00a0%"],
      ["Couture de travers", 6, "74\u00a0%"],
      ["Élastique décousu", 5, "86\u00a0%"],
      ["Tache", 3, "93\u00a0%"],
      ["Défaut non précisé", 3, "100\u00a0%"],
    ]);
  });

  it("[MD7] puts what is too much for a glance into one last row, and loses nothing of it", () => {
    const causes = CAUSES.map(({ code }, index) => ({
      ...{ class: null, cause: code, count: 1 },
      minutes: 100 - index,
    }));
    const rows = stopRows(productionReport({ stops: causes }), { causes: CAUSES, i18n });
    const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
    expect(rows.map(({ name }) => name)).toEqual([
      ...CAUSES.slice(0, 6).map(({ label }) => label.fr),
      "Autres",
    ]);
    expect(sum(rows.map(({ value }) => value))).toBe(sum(causes.map(({ minutes }) => minutes)));
    expect(rows.at(-1)?.upTo).toBe(1);
  });
});

describe("columns", () => {
  it("[MD6] set the last day apart, with its target, and name each month once", () => {
    const columns = trendColumns(productionReport(), i18n);
    expect(columns.map(({ group }) => group).filter((group) => group !== null)).toEqual([
      "févr.",
      "mars",
    ]);
    expect(columns.filter(({ isMarked }) => isMarked)).toMatchObject([
      { key: "2026-03-16", value: 1117, name: "16", target: 900 },
    ]);
  });

  it("[MD6] say in a sentence what they show", () => {
    const said = trendSentence(productionReport(), i18n).replaceAll("\u00a0", " ");
    expect(said).toBe(
      "Pièces bonnes par jour. Du 24 février 2026 au 16 mars 2026. Le 16 mars 2026 : 1 117, pour une moyenne de 887 les jours d’avant.",
    );
  });

  it("[MD6] leave an hour without output empty rather than out", () => {
    const columns = hourColumns(productionReport(), i18n);
    expect(columns.map(({ name, value }) => `${name} ${value}`.replaceAll("\u00a0", " "))).toEqual([
      ...["8 h 98", "9 h 152", "10 h 148", "11 h 160", "12 h 61"],
      ...["13 h 0", "14 h 171", "15 h 165", "16 h 162"],
    ]);
  });
});

describe("size by colour", () => {
  const cells = [{ size: "S", colour: "Bleu", totals: totals({ good: 40 }) }];
  const quantity = { cut: 0, rework: 0, second: 0, scrap: 0, inProgress: 0, outside: 0, left: 0 };

  it("[MD8] tells what was finished since the beginning and what is ordered, and nothing that machines counted", () => {
    const quantities = [
      { size: "S", colour: "Bleu", good: 90, ordered: 100, ...quantity },
      { size: "M", colour: "Noir", good: 5, ordered: 60, ...quantity },
    ];
    const matrix = matrixOf(quantities, cells);
    expect(matrix).toEqual({
      colours: ["Bleu", "Noir"],
      rows: [
        {
          size: "S",
          cells: [{ good: 90, ordered: 100 }, null],
          total: { good: 90, ordered: 100 },
        },
        {
          size: "M",
          cells: [null, { good: 5, ordered: 60 }],
          total: { good: 5, ordered: 60 },
        },
      ],
      total: { good: 95, ordered: 160 },
    });
  });

  it("[MD8] shows only the report where the order could not be read", () => {
    expect(matrixOf(null, cells).total).toEqual({ good: 40, ordered: null });
  });
});
