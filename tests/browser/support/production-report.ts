import type {
  CellReport,
  OperationReport,
  OrderReport,
  ProductionReport,
  ReportFact,
  ReportTotals,
} from "@trame/shared";

/** 16:52 in Lons. */
export const CLOSED_AT = Date.parse("2026-03-16T15:52:00Z");
const DAY = "2026-03-16";

/** What some rows come to; ratios follow from the minutes. */
export function totals(over: Partial<ReportTotals> = {}): ReportTotals {
  const base = {
    ...{ good: 0, rework: 0, second: 0, scrap: 0 },
    ...{ earnedMinutes: 0, attendedMinutes: 0, onStandardMinutes: 0, masked: null },
    ...over,
  };
  const of = (minutes: number | null) =>
    minutes !== null && minutes > 0 ? base.earnedMinutes / minutes : null;
  return {
    ...base,
    efficiency: of(base.attendedMinutes),
    performance: of(base.onStandardMinutes),
    ...over,
  };
}

type Line = readonly [
  code: string,
  operation: string,
  pieces: readonly [good: number, rework: number, scrap: number],
  standard: number,
  ratios: readonly [efficiency: number, performance: number],
];

const MASK: readonly Line[] = [
  ["10", "Surjet des bords", [912, 6, 0], 0.42, [0.851, 0.977]],
  ["20", "Barrette nasale", [906, 3, 0], 0.4, [0.805, 0.911]],
  ["30", "Assemblage", [902, 5, 1], 0.86, [0.862, 0.955]],
  ["40", "Plis", [898, 9, 1], 0.82, [0.818, 0.923]],
  ["50", "Piqûre côtés", [896, 4, 0], 0.44, [0.876, 0.981]],
  ["60", "Pose du biais", [884, 11, 2], 0.92, [0.904, 0.966]],
  ["70", "Élastiques", [890, 2, 0], 0.43, [0.85, 0.945]],
  ["80", "Contrôle", [886, 0, 2], 0.36, [0.709, 0.857]],
  ["90", "Pliage, sachet", [886, 0, 0], 0.38, [0.748, 0.915]],
];
const APRON: readonly Line[] = [
  ["10", "Ourlets", [268, 2, 0], 1.35, [0.804, 0.882]],
  ["20", "Poche, surpiqûre", [240, 3, 1], 1.62, [0.864, 0.93]],
  ["30", "Liens, contrôle", [231, 1, 0], 1.1, [0.565, 0.632]],
];

function operationOf([code, operation, pieces, standard, ratios]: Line): OperationReport {
  const [good, rework, scrap] = pieces;
  const earned = good * standard;
  return {
    ...{ code, operation, standardMinutes: [standard], lineIds: ["L1"] },
    origins: { machine: good, scan: 0, hand: 0, deduced: 0, correction: 0 },
    totals: totals({
      ...{ good, rework, scrap, earnedMinutes: earned },
      attendedMinutes: earned / ratios[0],
      onStandardMinutes: earned / ratios[1],
    }),
  };
}

function orderOf(
  about: Pick<OrderReport, "orderId" | "styleId" | "name">,
  lines: readonly Line[],
  cells: readonly CellReport[],
): OrderReport {
  const operations = lines.map(operationOf);
  return {
    ...about,
    customer: "Ville de Lons",
    operations,
    cells,
    totals: addUp(
      operations.map((each) => each.totals),
      operations.at(-1)?.totals.good ?? 0,
    ),
  };
}

function addUp(parts: readonly ReportTotals[], good: number): ReportTotals {
  const sum = (key: Exclude<keyof ReportTotals, "efficiency" | "performance" | "masked">) =>
    parts.reduce((all, part) => all + (part[key] ?? 0), 0);
  return totals({
    good,
    ...{ rework: sum("rework"), second: sum("second"), scrap: sum("scrap") },
    earnedMinutes: sum("earnedMinutes"),
    attendedMinutes: sum("attendedMinutes"),
    onStandardMinutes: sum("onStandardMinutes"),
  });
}

const cell = (size: string, colour: string, good: number): CellReport => ({
  ...{ size, colour },
  totals: totals({ good }),
});

const TREND = [855, 880, 863, 905, 817, 873, 915, 925, 891, 857, 902, 921, 928, 884];

/** The day of the mockup: two orders, 1,117 good pieces, closed at 16:52. */
export function productionReport(over: Partial<ProductionReport> = {}): ProductionReport {
  const orders = [
    orderOf({ orderId: "2026-118", styleId: "MASQUE", name: "Masque lavable" }, MASK, [
      cell("S", "Écru", 424),
      cell("M", "Bleu", 462),
    ]),
    orderOf({ orderId: "2026-121", styleId: "TABLIER", name: "Tablier bistrot" }, APRON, [
      cell("U", "Noir", 231),
    ]),
  ];
  const all = addUp(
    orders.map((order) => order.totals),
    1117,
  );
  return {
    scope: { from: DAY, to: DAY, lineId: null, orderId: null, styleId: null },
    asOf: CLOSED_AT,
    closedAt: CLOSED_AT,
    stage: "closed",
    corrected: [],
    isRefolding: false,
    totals: { ...all, second: 4 },
    orders,
    hours: [7, 8, 9, 10, 11, 13, 14, 15].map((hour, index) => ({
      hour: Date.parse(`${DAY}T${String(hour).padStart(2, "0")}:00:00Z`),
      pieces: [98, 152, 148, 160, 61, 171, 165, 162][index] ?? 0,
    })),
    stops: [
      { class: "machine", cause: "machine", minutes: 212, count: 6 },
      { class: "material", cause: "material", minutes: 143, count: 4 },
      { class: "machine", cause: "thread", minutes: 96, count: 11 },
      { class: null, cause: null, minutes: 52, count: 3 },
    ],
    quality: {
      ...{ inspected: 1167, goodFirst: 1121, defects: 42 },
      ...{ dhu: 4200 / 1167, firstPassYield: 1121 / 1167 },
      byDefect: [
        { defect: "puckering", pieces: 14 },
        { defect: "open-seam", pieces: 11 },
        { defect: "crooked-seam", pieces: 6 },
        { defect: "elastic-loose", pieces: 5 },
        { defect: "stain", pieces: 3 },
      ],
    },
    trend: [
      ...TREND.map((good, index) => trendDay(WORKED[index] ?? DAY, good)),
      trendDay(DAY, 1117),
    ],
    nearest: null,
    ...over,
  };
}

/** Fourteen working days before it. */
const WORKED = [24, 25, 26, 27]
  .map((day) => `2026-02-${day}`)
  .concat(
    [2, 3, 4, 5, 6, 9, 10, 11, 12, 13].map((day) => `2026-03-${String(day).padStart(2, "0")}`),
  );

function trendDay(day: string, good: number) {
  const earned = good * 4.9;
  return {
    ...totals({
      ...{ good, rework: 40, scrap: 6, earnedMinutes: earned },
      ...{ attendedMinutes: 6750, onStandardMinutes: 6020 },
    }),
    ...{ day, target: 900 },
  };
}

/** A day on which nothing was made. */
export function emptyReport(over: Partial<ProductionReport> = {}): ProductionReport {
  return productionReport({
    totals: totals(),
    ...{ orders: [], hours: [], stops: [], trend: [], closedAt: null, nearest: "2026-03-13" },
    quality: {
      inspected: 0,
      goodFirst: 0,
      defects: 0,
      dhu: null,
      firstPassYield: null,
      byDefect: [],
    },
    ...over,
  });
}

/** A scan at 10:12 in Lons. */
export function reportFact(over: Partial<ReportFact> = {}): ReportFact {
  return {
    at: Date.parse("2026-03-16T09:12:00Z"),
    receivedAt: Date.parse("2026-03-16T09:12:00Z"),
    ...{ origin: "scan", kind: "finish", key: "finish-1", stationId: "S01" },
    ...{ orderId: "2026-118", code: "118-024-C", operation: "Surjet des bords" },
    ...{ good: 20, rework: 0, second: 0, scrap: 0, defects: 0 },
    ...{ minutes: null, what: null, correctedBy: null },
    ...over,
  };
}
