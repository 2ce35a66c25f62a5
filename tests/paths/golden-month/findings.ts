/** Where a report says something else than what really happened. */
import type { DayTruth, TruthRow } from "@trame/firmware-sim";
import type { ProductionReport, ReportTotals } from "@trame/shared";
import { STANDARD_MINUTES } from "./workshop-month.ts";

/** `2026-11-02 · 2026-1 · 30 · good: 137 reported, 138 true`. */
export type Finding = string;

type Figures = Readonly<Record<string, number>>;

/** Minutes are decimals: a hundredth of a second is none. */
const SAME_MINUTES = 1e-4;

/** Compares a report of some days with their truth: totals, orders, operations, cells, stops, quality. */
export function findWrongFigures(
  report: ProductionReport,
  days: readonly DayTruth[],
  lastOperation: string,
): Finding[] {
  const rows = days.flatMap((day) => day.rows);
  const off = days.reduce((sum, day) => sum + day.offStandardMinutes, 0);
  const output = rows.filter(({ operation }) => operation === lastOperation);
  const all = { ...figuresOf(rows), good: goodOf(output) };
  return [
    ...compare(
      "totals",
      { ...totals(report.totals), onStandard: report.totals.onStandardMinutes ?? Number.NaN },
      { ...all, onStandard: all.attended - off },
    ),
    ...report.orders.flatMap((order) => {
      const own = rows.filter(({ orderId }) => orderId === order.orderId);
      const last = own.filter(({ operation }) => operation === lastOperation);
      const good = order.orderId === null ? totals(order.totals)["good"] : goodOf(last);
      const said = totals(order.totals);
      return [
        ...compare(`order ${order.orderId}`, said, { ...figuresOf(own), good: good ?? 0 }),
        ...order.operations.flatMap((operation) => {
          const of = own.filter((row) => row.operation === (operation.code ?? operation.operation));
          const name = `order ${order.orderId} · ${operation.code ?? operation.operation}`;
          return compare(name, totals(operation.totals), figuresOf(of));
        }),
        ...order.cells.flatMap((cell) => {
          const of = last.filter(
            ({ size, colour }) => size === cell.size && colour === cell.colour,
          );
          const name = `order ${order.orderId} · ${cell.size} ${cell.colour}`;
          return compare(name, { good: cell.totals.good }, { good: goodOf(of) });
        }),
      ];
    }),
    ...missing(report, rows),
    ...compare("stops", stopsOf(report), summed(days.map(({ stops }) => stops))),
    ...compare("defects", defectsOf(report), summed(days.map(({ defects }) => defects))),
    ...compare("quality", qualityOf(report), qualityTruth(days)),
  ];
}

/** A row of the finest table of the production export, as JSON. */
export interface ExportRow {
  readonly day: string;
  readonly order: string | null;
  readonly size: string | null;
  readonly colour: string | null;
  readonly code: string | null;
  readonly operation: string;
  readonly good: number;
  readonly rework: number;
  readonly second: number;
  readonly scrap: number;
  readonly attendedMinutes: number;
}

/** Compares the finest rows of an export with the truth: by day, order, size, colour and operation. */
export function findWrongRows(
  exported: readonly ExportRow[],
  days: readonly DayTruth[],
): Finding[] {
  const said = Map.groupBy(exported, ({ day, order, size, colour, code, operation }) =>
    JSON.stringify([day, order, size, colour, code ?? operation]),
  );
  const truth = new Map(
    days.flatMap(({ day, rows }) =>
      rows.map((row) => {
        const { orderId, size, colour, operation } = row;
        return [JSON.stringify([day, orderId, size, colour, operation]), row] as const;
      }),
    ),
  );
  return [...new Set([...said.keys(), ...truth.keys()])].flatMap((name) => {
    const own = said.get(name) ?? [];
    const sums = summed(
      own.map(({ good, rework, second, scrap, attendedMinutes }) => {
        return { good, rework, second, scrap, attended: attendedMinutes };
      }),
    );
    const row = truth.get(name);
    const { good = 0, rework = 0, second = 0, scrap = 0, attendedMinutes = 0 } = row ?? {};
    return compare(name, sums, { good, rework, second, scrap, attended: attendedMinutes });
  });
}

/** Orders, operations and cells that the report leaves out. */
function missing({ orders }: ProductionReport, rows: readonly TruthRow[]): Finding[] {
  const told = new Set(
    orders.flatMap(({ orderId, operations }) =>
      operations.map(({ code, operation }) => `${orderId} · ${code ?? operation}`),
    ),
  );
  const really = new Set(rows.map(({ orderId, operation }) => `${orderId} · ${operation}`));
  return [...really].filter((name) => !told.has(name)).map((name) => `${name} is missing`);
}

function compare(name: string, reported: Figures, truth: Figures): Finding[] {
  return [...new Set([...Object.keys(reported), ...Object.keys(truth)])].flatMap((figure) => {
    const is = reported[figure] ?? 0;
    const was = truth[figure] ?? 0;
    // Comparing across NaN must be a finding.
    return Math.abs(is - was) < SAME_MINUTES
      ? []
      : [`${name} · ${figure}: ${is} reported, ${was} true`];
  });
}

function totals(of: ReportTotals): Figures {
  const { earnedMinutes: earned } = of;
  // Minutes that are not told are a finding.
  const attended = of.attendedMinutes ?? Number.NaN;
  const { good, rework, second, scrap } = of;
  return { good, rework, second, scrap, earned, attended };
}

function figuresOf(rows: readonly TruthRow[]) {
  const sum = (of: (row: TruthRow) => number): number =>
    rows.reduce((all, row) => all + of(row), 0);
  return {
    good: goodOf(rows),
    rework: sum(({ rework }) => rework),
    second: sum(({ second }) => second),
    scrap: sum(({ scrap }) => scrap),
    earned: sum(({ good, operation }) => good * (STANDARD_MINUTES.get(operation) ?? Number.NaN)),
    attended: sum(({ attendedMinutes }) => attendedMinutes),
  };
}

function goodOf(rows: readonly TruthRow[]): number {
  return rows.reduce((sum, { good }) => sum + good, 0);
}

function stopsOf({ stops }: ProductionReport): Figures {
  return Object.fromEntries(stops.map(({ cause, minutes }) => [cause ?? "", minutes]));
}

function defectsOf({ quality }: ProductionReport): Figures {
  return Object.fromEntries(quality.byDefect.map(({ defect, pieces }) => [defect, pieces]));
}

function qualityOf({ quality }: ProductionReport): Figures {
  const { inspected, goodFirst, defects, dhu, firstPassYield } = quality;
  return { inspected, goodFirst, defects, dhu: dhu ?? 0, firstPassYield: firstPassYield ?? 0 };
}

function qualityTruth(days: readonly DayTruth[]): Figures {
  const inspected = days.reduce((sum, day) => sum + day.inspected, 0);
  const goodFirst = days.reduce((sum, day) => sum + day.goodFirst, 0);
  const defects = days
    .flatMap((day) => Object.values(day.defects))
    .reduce((sum, pieces) => sum + pieces, 0);
  const rates =
    inspected === 0
      ? { dhu: 0, firstPassYield: 0 }
      : {
          dhu: (defects * 100) / inspected,
          firstPassYield: goodFirst / inspected,
        };
  return { inspected, goodFirst, defects, ...rates };
}

function summed(all: readonly Figures[]): Figures {
  const sums = new Map<string, number>();
  for (const [name, value] of all.flatMap((each) => Object.entries(each))) {
    sums.set(name, (sums.get(name) ?? 0) + value);
  }
  return Object.fromEntries(sums);
}
