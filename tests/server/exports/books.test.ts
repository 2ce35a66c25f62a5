import type { OrderDelay } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { createBook } from "../../../server/src/exports/create-book.ts";
import type {
  AttendanceFact,
  ExportFacts,
  OrderCell,
  OrderFacts,
  QualityFact,
} from "../../../server/src/exports/facts.ts";
import { writeJson } from "../../../server/src/exports/write-json.ts";
import { AS_OF, DAY, factsOf, productionFacts, ROWS, reportOf } from "./support/facts-builder.ts";

type Row = Readonly<Record<string, unknown>>;

/** Rows of a table as JSON has them. */
function rowsOf(facts: ExportFacts, name: string): readonly Row[] {
  return writeJson(createBook(facts)).tables.find((table) => table.name === name)?.rows ?? [];
}

function totalOf(facts: ExportFacts, name: string): Row | null | undefined {
  return writeJson(createBook(facts)).tables.find((table) => table.name === name)?.total;
}

function sum(rows: readonly Row[], key: string): number {
  return rows.reduce((total, row) => total + Number(row[key] ?? 0), 0);
}

describe("production", () => {
  it("[EX2] puts stations together that did the same, and adds up to the rows of the report", () => {
    const rows = rowsOf(productionFacts(), "Détail");

    expect(rows[1]).toMatchObject({
      ...{
        day: DAY,
        line: "Ligne 1",
        order: "2026-118",
        styleId: "MSK",
        size: "M",
        colour: "Bleu",
      },
      ...{ code: "10", operation: "Surjet des bords", good: 100, out: 0, rework: 3 },
      ...{ standardMinutes: 0.42, earnedMinutes: 42, attendedMinutes: 60, onStandardMinutes: 55 },
      ...{ efficiency: 0.7, performance: 42 / 55, version: 1, correctedAt: null },
    });
    expect(sum(rows, "good")).toBe(ROWS.reduce((total, { good }) => total + good, 0));
    expect(sum(rows, "attendedMinutes")).toBe(reportOf(ROWS).totals.attendedMinutes);
  });

  it("[EX2] its totals are those of the report, and a garment counts once in them", () => {
    const { totals } = reportOf(ROWS);

    expect(totalOf(productionFacts(), "Jours")).toMatchObject({ ...totals, day: "Total" });
    expect(totalOf(productionFacts(), "Détail")).toMatchObject({ good: null, out: totals.good });
    expect(totalOf(productionFacts(), "Opérations")).toMatchObject({ good: null });
  });

  it("[EX22] tells each day beside its target, and what came out hour by hour", () => {
    expect(rowsOf(productionFacts(), "Jours")).toMatchObject([
      { day: DAY, target: 900, good: 127 },
    ]);
    expect(rowsOf(productionFacts(), "Heures")).toEqual([
      { day: DAY, from: "2026-11-23T08:00:00+01:00", good: 80 },
      { day: DAY, from: "2026-11-23T09:00:00+01:00", good: 47 },
    ]);
    expect(totalOf(productionFacts(), "Heures")).toEqual({ day: "Total", from: null, good: 127 });
  });

  it("[EX2] rows come by line, order, size and operation, what no bundle explains last", () => {
    const places = rowsOf(productionFacts(ROWS.toReversed()), "Détail").map(
      ({ line, order, code, size }) => [line, order, code, size],
    );

    expect(places).toEqual([
      ["Ligne 1", "2026-118", "10", "S"],
      ["Ligne 1", "2026-118", "10", "M"],
      ["Ligne 1", "2026-118", "20", "M"],
      ["Ligne 1", null, null, null],
      ["Ligne 2", "2026-121", "10", "U"],
    ]);
  });

  it("[EX8] as JSON it says what it is, and its figures are not rounded", () => {
    const { tables, formulas, ...head } = writeJson(createBook(productionFacts()));

    expect(head).toEqual({
      ...{ line: null, order: null, style: null },
      ...{ kind: "production", workshop: "Atelier Lons", timeZone: "Europe/Paris" },
      ...{
        from: DAY,
        to: DAY,
        asOf: "2026-11-23T16:52:00+01:00",
        isRecounting: false,
        corrected: [],
      },
    });
    expect(formulas).toContain("Activité = minutes produites / minutes de travail.");
    expect(tables.find(({ name }) => name === "Détail")?.rows[1]?.["performance"]).toBe(42 / 55);
  });

  it("[EX2] in English everything is in English but what people named", () => {
    const book = createBook(productionFacts(ROWS, { head: { language: "en" } }));
    const causes = book.tables.find(({ name }) => name === "Causes");

    expect(book.tables.map(({ name }) => name)).toEqual([
      ...["Detail", "Days", "Orders", "Operations", "Sizes and colours", "Hours"],
      ...["Causes", "Defects"],
    ]);
    expect(causes?.rows.map((row) => row[2])).toEqual(["Machine", "Matière", "No cause given"]);
  });
});

describe("quality", () => {
  const fact: QualityFact = {
    ...{ day: DAY, lineId: "L1", orderId: "2026-118", styleId: "MSK" },
    ...{ good: 45, rework: 4, second: 0, scrap: 1 },
    defects: [{ defect: "stain", code: "10", operation: "Surjet des bords", pieces: 3 }],
  };
  const facts = factsOf({
    kind: "quality",
    read: [fact, { ...fact, good: 50, rework: 0, scrap: 0, defects: [] }],
  });

  it("[EX9] sums inspections by day, line, order, operation and defect, those that nobody named too", () => {
    const rows = rowsOf(facts, "Détail");

    expect(
      rows.map((row) => [row["operation"], row["defect"], row["inspected"], row["defects"]]),
    ).toEqual([
      [null, null, 100, null],
      ["Surjet des bords", "Tache", null, 3],
      [null, "Défaut non précisé", null, 2],
    ]);
    expect(totalOf(facts, "Détail")).toMatchObject({
      ...{ inspected: 100, goodFirst: 95, defects: 5, dhu: 5, firstPassYield: 0.95 },
    });
    expect(sum(rows, "defects")).toBe(5);
  });
});

const CELL: OrderCell = {
  ...{ styleId: "MSK", size: "M", colour: "Écru", ordered: 100, cut: 90, good: 60, rework: 2 },
  ...{ second: 1, scrap: 3, inProgress: 24, outside: 5, left: 40, packed: null },
};
const ORDER: OrderFacts = {
  ...{ orderId: "2026-118", state: "running", dueOn: "2026-12-18", givenAt: AS_OF },
  ...{ closedAt: null, kits: null, forecastOn: "2026-12-16", daysLate: 2 },
  delay: { code: "queue", styleId: "MSK", operation: "10", pieces: 120, hours: 2.5 },
  delayLabel: { fr: "Surjet" },
  operations: [
    {
      ...{ styleId: "MSK", code: "10", label: { fr: "Surjet" }, waiting: 20, bundles: 1 },
      ...{ inProcess: 30, good: 60, deduced: 4, rework: 2, second: 1, scrap: 3 },
    },
  ],
  kitStock: [{ size: "6 ans", ordered: 40, complete: 9, inCartons: 5 }],
  cartons: [
    {
      ...{ number: 1, packedAt: AS_OF, openedAt: null },
      content: {
        kits: [],
        pieces: [{ styleId: "MSK", size: "M", colour: "Écru", pieces: 25 }],
      },
    },
  ],
  cells: [
    CELL,
    { ...CELL, colour: "Bleu", good: 90, inProgress: 0, left: 10 },
    { ...CELL, size: "S" },
  ],
};

describe("orders", () => {
  it("[EX11] has a row per size and colour with what is left, and its dates", () => {
    const facts = factsOf({ kind: "orders", read: [ORDER] });
    const rows = rowsOf(facts, "Tailles et coloris");

    expect(rows.map(({ size, colour }) => [size, colour])).toEqual([
      ["S", "Écru"],
      ["M", "Bleu"],
      ["M", "Écru"],
    ]);
    expect(rows[2]).toMatchObject({
      ...{ order: "2026-118", customer: "Mairie de Lons", reference: "BC-4471" },
      ...{ ordered: 100, cut: 90, good: 60, inProgress: 24, left: 40, packed: null },
      ...{ state: "En cours", givenOn: DAY, dueOn: "2026-12-18", closedOn: null },
    });
    expect(totalOf(facts, "Commandes")).toMatchObject({ ordered: 300, good: 210, packed: null });
  });
});

describe("what an order's page shows beside", () => {
  it("[EX23] is its forecast end, each operation with what waits, and each carton with what it holds", () => {
    const facts = factsOf({ kind: "orders", read: [ORDER] });

    expect(rowsOf(facts, "Commandes")).toMatchObject([
      {
        ...{ forecastOn: "2026-12-16", daysLate: 2 },
        delay: "Surjet\u00a0: 120 pièces attendent, 2,5\u00a0h à sa cadence",
      },
    ]);
    const delays: OrderDelay[] = [
      { code: "nothing-cut" },
      { code: "to-settle", bundles: 1 },
      { code: "not-cut", pieces: 30 },
      { code: "kit-style", styleId: "MSK", kits: 3 },
      { code: "stopped", stationIds: ["S9"] },
    ];
    const read = delays.map((delay) => ({ ...ORDER, delay, delayLabel: null }));
    expect(
      rowsOf(factsOf({ kind: "orders", read }), "Commandes").map(({ delay }) => delay),
    ).toMatchInlineSnapshot(`
      [
        "Rien n’est coupé",
        "À noter : 1 paquet à régler",
        "30 pièces à couper",
        "Les kits attendent Masque lavable : 3 kits de moins",
        "À l’arrêt avec un paquet : S9",
      ]
    `);
    expect(rowsOf(facts, "Opérations")).toMatchObject([
      { order: "2026-118", operation: "Surjet", waiting: 20, bundles: 1, inProcess: 30, good: 60 },
    ]);
    expect(rowsOf(facts, "Kits")).toMatchObject([
      { order: "2026-118", size: "6 ans", kits: 40, kitsComplete: 9, kitsBoxed: 5 },
    ]);
    expect(rowsOf(facts, "Cartons")).toMatchObject([
      { carton: 1, packedAt: "2026-11-23T16:52:00+01:00", openedAt: null, size: "M", pieces: 25 },
    ]);
  });
});

describe("attendance", () => {
  const fact: AttendanceFact = {
    ...{ day: DAY, lineId: "L1", attendedMinutes: 480.5, onStandardMinutes: 450.5, masked: null },
    ...{ source: "badges", people: 4 },
  };

  it("[EX10] tells minutes of lines and no person, and does not count fewer than four", () => {
    const read: AttendanceFact[] = [
      fact,
      { ...fact, lineId: "L2", people: "few" },
      { ...fact, lineId: "L3", source: "plan", people: null },
    ];
    const rows = rowsOf(factsOf({ kind: "attendance", read }), "Lignes et jours");

    expect(rows.map(({ people, source }) => [source, people])).toEqual([
      ["Badges", 4],
      ["Badges", "moins de 4"],
      ["Effectif prévu", null],
    ]);
    expect(rows[0]).toMatchObject({ attendedMinutes: 480.5, offStandardMinutes: 30 });
  });
});
