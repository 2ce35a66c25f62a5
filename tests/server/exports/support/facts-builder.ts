/** A day of a workshop as exports read it: two orders on two lines, stops, defects, and a row that no bundle explains. */
import {
  type OffStandard,
  type OperationReport,
  type OrderReport,
  type ProductionReport,
  type ProductionRow,
  totalsOf,
} from "@trame/shared";
import type { ExportHead } from "../../../../server/src/exports/book.ts";
import type { ExportFacts, KindFacts, Names } from "../../../../server/src/exports/facts.ts";

export const DAY = "2026-11-23";
/** 16 h 52 in Paris. */
export const AS_OF = Date.parse("2026-11-23T16:52:00+01:00");

function headOf(over: Partial<ExportHead> = {}): ExportHead {
  return {
    kind: "production",
    language: "fr",
    workshop: "Atelier Lons",
    timeZone: "Europe/Paris",
    from: DAY,
    to: DAY,
    line: null,
    order: null,
    style: null,
    asOf: AS_OF,
    corrected: [],
    isRefolding: false,
    ...over,
  };
}

function namesOf(over: Partial<Names> = {}): Names {
  return {
    lines: new Map([
      ["L1", "Ligne 1"],
      ["L2", "Ligne 2"],
    ]),
    stations: new Map([
      ["S1", "Poste 1"],
      ["S2", "Poste 2"],
    ]),
    styles: new Map([
      [
        "MSK",
        {
          name: "Masque lavable",
          sizes: ["S", "M", "L"],
          colours: ["Bleu", "Écru"],
        },
      ],
      ["TAB", { name: "Tablier bistrot", sizes: ["U"], colours: ["Noir"] }],
    ]),
    orders: new Map([
      ["2026-118", { customer: "Mairie de Lons", reference: "BC-4471" }],
      ["2026-121", { customer: "Brasserie Ü", reference: null }],
    ]),
    causes: [
      { code: "machine", class: "machine", label: { fr: "Machine", en: "Machine" } },
      { code: "material", class: "material", label: { fr: "Matière" } },
    ],
    defects: [
      { code: "skipped-stitch", label: { fr: "Point sauté", en: "Skipped stitch" } },
      { code: "stain", label: { fr: "Tache", en: "Stain" } },
    ],
    ...over,
  };
}

export function rowOf(over: Partial<ProductionRow> = {}): ProductionRow {
  const good = over.good ?? 100;
  return {
    day: DAY,
    lineId: "L1",
    stationId: "S1",
    operation: "Surjet des bords",
    code: "10",
    orderId: "2026-118",
    styleId: "MSK",
    size: "M",
    colour: "Bleu",
    standardMinutes: 0.42,
    isOutput: false,
    isLast: false,
    good,
    rework: 0,
    second: 0,
    scrap: 0,
    origins: { machine: good, scan: 0, hand: 0, deduced: 0, correction: 0 },
    attendedMinutes: 60,
    offStandardMinutes: 10,
    ...over,
  };
}

export const ROWS: readonly ProductionRow[] = [
  rowOf({ stationId: "S2", good: 40, attendedMinutes: 20, offStandardMinutes: 0 }),
  rowOf({ good: 60, rework: 3, attendedMinutes: 40, offStandardMinutes: 5 }),
  rowOf({
    ...{ code: "20", operation: "Pliage, sachet", stationId: "S3", isOutput: true, isLast: true },
    ...{ good: 96, scrap: 2, second: 1, standardMinutes: 0.38, attendedMinutes: 50 },
    origins: { machine: 0, scan: 90, hand: 2, deduced: 4, correction: 0 },
  }),
  rowOf({ size: "S", good: 12, attendedMinutes: 0, offStandardMinutes: 0 }),
  rowOf({
    ...{ lineId: "L2", stationId: "S9", orderId: "2026-121", styleId: "TAB", size: "U" },
    ...{ colour: "Noir", operation: "Ourlets", standardMinutes: 1.35, good: 31 },
    ...{ isOutput: true, isLast: true, attendedMinutes: 55, offStandardMinutes: 0 },
  }),
  rowOf({
    ...{ orderId: null, styleId: null, size: null, colour: null, code: null, good: 7 },
    ...{ attendedMinutes: 5, offStandardMinutes: 0 },
  }),
];

const STOPS: readonly OffStandard[] = [
  { class: "machine", cause: "machine", minutes: 42, count: 3 },
  { class: "material", cause: "material", minutes: 18.5, count: 1 },
  { class: null, cause: null, minutes: 6, count: 1 },
];

/** A report of rows, folded as reports are. */
export function reportOf(
  rows: readonly ProductionRow[],
  over: Partial<ProductionReport> = {},
): ProductionReport {
  return {
    scope: { from: DAY, to: DAY, lineId: null, orderId: null, styleId: null },
    asOf: AS_OF,
    closedAt: AS_OF,
    stage: "closed",
    corrected: [],
    isRefolding: false,
    totals: totalsOf(rows, ({ isOutput }) => isOutput),
    orders: [...Map.groupBy(rows, ({ orderId }) => orderId).values()].map(orderOf),
    hours: [],
    stops: STOPS,
    quality: {
      ...{ inspected: 200, goodFirst: 180, defects: 8, dhu: 4, firstPassYield: 0.9 },
      byDefect: [
        { defect: "skipped-stitch", pieces: 6 },
        { defect: "stain", pieces: 2 },
      ],
    },
    trend: [...Map.groupBy(rows, ({ day }) => day)].map(([day, own]) => ({
      ...{ day, target: 900 },
      ...totalsOf(own, ({ isOutput }) => isOutput),
    })),
    nearest: null,
    ...over,
  };
}

function orderOf(rows: readonly ProductionRow[]): OrderReport {
  const { orderId = null, styleId = null } = rows[0] ?? {};
  const cells = Map.groupBy(rows, ({ size, colour }) => JSON.stringify([size, colour]));
  return {
    orderId,
    styleId,
    name: styleId,
    customer: orderId === null ? null : (namesOf().orders.get(orderId)?.customer ?? null),
    totals: totalsOf(rows, ({ isLast }) => isLast),
    operations: [...Map.groupBy(rows, ({ code }) => code).values()].map(operationOf),
    cells: [...cells.values()].flatMap((own) => {
      const { size = null, colour = null } = own[0] ?? {};
      if (size === null || colour === null) return [];
      return [{ size, colour, totals: totalsOf(own, ({ isLast }) => isLast) }];
    }),
  };
}

function operationOf(rows: readonly ProductionRow[]): OperationReport {
  const { code = null, operation = "" } = rows[0] ?? {};
  const sum = (of: keyof ProductionRow["origins"]) =>
    rows.reduce((total, { origins }) => total + origins[of], 0);
  return {
    code,
    operation,
    standardMinutes: [...new Set(rows.map(({ standardMinutes }) => standardMinutes))],
    lineIds: [...new Set(rows.map(({ lineId }) => lineId).filter((id) => id !== null))],
    origins: {
      machine: sum("machine"),
      scan: sum("scan"),
      hand: sum("hand"),
      deduced: sum("deduced"),
      correction: sum("correction"),
    },
    totals: totalsOf(rows, () => true),
  };
}

const HOURS = [
  { day: DAY, hour: Date.parse("2026-11-23T08:00:00+01:00"), pieces: 80 },
  { day: DAY, hour: Date.parse("2026-11-23T09:00:00+01:00"), pieces: 47 },
];

export function productionFacts(
  rows: readonly ProductionRow[] = ROWS,
  over: { readonly head?: Partial<ExportHead>; readonly names?: Partial<Names> } = {},
): ExportFacts {
  return {
    head: headOf(over.head),
    names: namesOf(over.names),
    body: { kind: "production", read: { rows, hours: HOURS, report: reportOf(rows) } },
  };
}

export function factsOf(
  body: KindFacts,
  over: { readonly head?: Partial<ExportHead>; readonly names?: Partial<Names> } = {},
): ExportFacts {
  return { head: headOf({ kind: body.kind, ...over.head }), names: namesOf(over.names), body };
}
