import type { ReportTotals } from "@trame/shared";
import type { Book, ExportHead, Table, Value } from "../book.ts";
import type { Names, ProductionFacts } from "../facts.ts";
import { formulasOf } from "../formula-words.ts";
import { exportWords } from "../words.ts";
import { type ColumnKey, columnsOf, namesIn, rowOf, versionOf } from "./columns.ts";
import { causeTable, defectTable } from "./pareto-tables.ts";
import { productionDetail } from "./production-detail.ts";
import { productionPage } from "./production-page.ts";

/** What each level of production tells beside what names its rows. */
const FIGURES: readonly ColumnKey[] = [
  "good",
  "rework",
  "second",
  "scrap",
  "earnedMinutes",
  "attendedMinutes",
  "onStandardMinutes",
  "efficiency",
  "performance",
  "masked",
];

/** What was produced, by day, order, operation, size and colour ([EX2]). */
export function productionBook(head: ExportHead, names: Names, facts: ProductionFacts): Book {
  const words = exportWords[head.language];
  const { stops, quality } = facts.report;
  const by = { head, names, facts };
  return {
    head,
    title: words.titles.production,
    tables: [
      productionDetail(head, names, facts),
      dayTable(by),
      orderTable(by),
      operationTable(by),
      cellTable(by),
      hourTable(by),
      causeTable(head, names, stops),
      defectTable(head, names, quality.byDefect),
    ],
    formulas: formulasOf("production", head.language),
    page: productionPage(head, names, facts),
  };
}

interface By {
  readonly head: ExportHead;
  readonly names: Names;
  readonly facts: ProductionFacts;
}

function dayTable({ head, names, facts: { report } }: By): Table {
  const words = exportWords[head.language];
  const { masked } = namesIn(head, names);
  const keys: ColumnKey[] = ["day", "target", ...FIGURES, "version", "correctedAt"];
  return {
    name: words.tables.days,
    columns: columnsOf(head.language, keys),
    rows: report.trend.map(({ masked: why, ...day }) =>
      rowOf(keys, { ...day, masked: masked(why), ...versionOf(head, day.day) }),
    ),
    total: totalRow(keys, { day: words.total, ...report.totals }),
  };
}

function orderTable({ head, names, facts: { report } }: By): Table {
  const words = exportWords[head.language];
  const { style, masked } = namesIn(head, names);
  const keys: ColumnKey[] = ["order", "reference", "customer", "styleId", "style", ...FIGURES];
  return {
    name: words.tables.orders,
    columns: columnsOf(head.language, keys),
    rows: report.orders.map(({ orderId, styleId, totals, customer }) =>
      rowOf(keys, {
        order: orderId,
        reference: names.orders.get(orderId ?? "")?.reference ?? null,
        customer,
        styleId,
        style: style(styleId),
        ...totals,
        masked: masked(totals.masked),
      }),
    ),
    total: totalRow(keys, {
      order: words.total,
      ...report.totals,
      good: sumOfGood(report.orders),
    }),
  };
}

/** Good pieces of operations are not added: the same garment passes all of them. */
function operationTable({ head, names, facts: { report } }: By): Table {
  const words = exportWords[head.language];
  const { line, style, masked } = namesIn(head, names);
  const place: ColumnKey[] = ["order", "styleId", "style", "line", "code", "operation"];
  const origins: ColumnKey[] = ["deduced", "hand", "correction", "standardMinutes"];
  const keys: ColumnKey[] = [...place, ...FIGURES.slice(0, 4), ...origins, ...FIGURES.slice(4)];
  return {
    name: words.tables.operations,
    columns: columnsOf(head.language, keys),
    rows: report.orders.flatMap(({ orderId, styleId, operations }) =>
      operations.map(({ code, operation, standardMinutes, lineIds, origins, totals }) =>
        rowOf(keys, {
          order: orderId,
          styleId,
          style: style(styleId),
          line: lineIds.map(line).join(" + "),
          code,
          operation,
          deduced: origins.deduced,
          hand: origins.hand,
          correction: origins.correction,
          standardMinutes: oneOf(standardMinutes),
          ...totals,
          masked: masked(totals.masked),
        }),
      ),
    ),
    total: totalRow(keys, { order: words.total, ...report.totals, good: null }),
  };
}

function cellTable({ head, names, facts: { report } }: By): Table {
  const words = exportWords[head.language];
  const { style } = namesIn(head, names);
  const place: ColumnKey[] = ["order", "styleId", "style", "size", "colour"];
  const keys: ColumnKey[] = [...place, "good", "rework", "second", "scrap", "earnedMinutes"];
  const cells = report.orders.flatMap(({ orderId, styleId, cells: own }) =>
    own.map((cell) => ({ orderId, styleId, ...cell })),
  );
  return {
    name: words.tables.cells,
    columns: columnsOf(head.language, keys),
    rows: cells.map(({ orderId, styleId, size, colour, totals }) =>
      rowOf(keys, {
        ...{ order: orderId, styleId, style: style(styleId), size, colour },
        ...totals,
        masked: null,
      }),
    ),
    total: rowOf(keys, { order: words.total, good: sumOfGood(cells) }),
  };
}

function hourTable({ head, facts: { hours } }: By): Table {
  const words = exportWords[head.language];
  const keys: ColumnKey[] = ["day", "from", "good"];
  const good = hours.reduce((sum, { pieces }) => sum + pieces, 0);
  return {
    name: words.tables.hours,
    columns: columnsOf(head.language, keys),
    rows: hours.map(({ day, hour, pieces }) => rowOf(keys, { day, from: hour, good: pieces })),
    total: rowOf(keys, { day: words.total, good }),
  };
}

/** A total says by its empty figure that it is not told. */
function totalRow(
  keys: readonly ColumnKey[],
  { masked: _, ...values }: Omit<ReportTotals, "good"> & Partial<Record<ColumnKey, Value>>,
): Value[] {
  return rowOf(keys, values);
}

function sumOfGood(all: readonly { readonly totals: ReportTotals }[]): number {
  return all.reduce((sum, { totals }) => sum + totals.good, 0);
}

/** Where a standard time changed meanwhile, all of them. */
function oneOf(minutes: readonly number[]): string | number | null {
  return minutes.length > 1 ? minutes.join(" ; ") : (minutes[0] ?? null);
}
