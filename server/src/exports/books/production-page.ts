import type { OrderReport, ReportTotals } from "@trame/shared";
import type { ExportHead, Page, PageColumn, PageRow } from "../book.ts";
import type { Names, ProductionFacts } from "../facts.ts";
import { createFormats, type Formats, told } from "../formats.ts";
import { exportWords } from "../words.ts";
import { namesIn } from "./columns.ts";
import { causePareto, defectPareto } from "./pareto-tables.ts";

/** The page to hand over: totals, orders with their operations, why stations stood still, what was wrong ([EX7]). */
export function productionPage(head: ExportHead, names: Names, { report }: ProductionFacts): Page {
  const words = exportWords[head.language];
  const { totals, orders, stops, quality } = report;
  const formats = createFormats(head.language, head.timeZone);
  const { number, percent } = formats;
  const { page, columns } = words;
  return {
    figures: [
      { label: page.good, value: number(totals.good) },
      { label: columns.rework, value: number(totals.rework) },
      { label: page.scrapAndSecond, value: `${number(totals.scrap)} · ${number(totals.second)}` },
      { label: page.earned, value: number(totals.earnedMinutes) },
      { label: page.attended, value: told(totals.attendedMinutes, number) },
      { label: columns.efficiency, value: percent(totals.efficiency) },
      { label: columns.performance, value: percent(totals.performance) },
    ],
    main: {
      title: page.orderAndOperation,
      columns: pageColumns(head),
      rows: orders.flatMap((order) => rowsOf(order, { head, names, formats })),
      total: [ofWhat(head), ...figuresOf(totals, { formats, standardMinutes: "" })],
    },
    paretos: [causePareto(head, names, stops), defectPareto(head, names, quality)],
  };
}

/** What its totals are of: the whole workshop, unless it is narrowed. */
function ofWhat({ language, line, order, style }: ExportHead): string {
  const words = exportWords[language];
  const narrowed = [line, order === null ? null : words.orderOf(order), style];
  return narrowed.filter((part) => part !== null).join(" · ") || words.workshop;
}

function pageColumns({ language }: ExportHead): PageColumn[] {
  const { page, columns } = exportWords[language];
  const figure = (title: string, share: number): PageColumn => ({ title, share, align: "right" });
  return [
    { title: page.orderAndOperation, share: 0.3, align: "left" },
    figure(columns.good, 0.08),
    figure(columns.rework, 0.09),
    figure(columns.second, 0.08),
    figure(columns.scrap, 0.07),
    figure(columns.standardMinutes, 0.1),
    figure(columns.earnedMinutes, 0.09),
    figure(columns.efficiency, 0.11),
    figure(columns.performance, 0.1),
  ];
}

interface In {
  readonly head: ExportHead;
  readonly names: Names;
  readonly formats: Formats;
}

function rowsOf(order: OrderReport, { head, names, formats }: In): PageRow[] {
  const words = exportWords[head.language];
  const style = namesIn(head, names).style(order.styleId);
  const title =
    order.orderId === null
      ? words.noOrder
      : [words.orderOf(order.orderId), style].filter(Boolean).join(" · ");
  return [
    { cells: [title, ...figuresOf(order.totals, { formats, standardMinutes: "" })], isHead: true },
    ...order.operations.map(({ code, operation, standardMinutes, totals }) => ({
      cells: [
        [code, operation].filter(Boolean).join("  ") || words.noOperation,
        ...figuresOf(totals, {
          formats,
          standardMinutes: standardMinutes.map((each) => formats.number(each, 2)).join(" ; "),
        }),
      ],
      isHead: false,
    })),
  ];
}

function figuresOf(
  totals: ReportTotals,
  { formats, standardMinutes }: { readonly formats: Formats; readonly standardMinutes: string },
): string[] {
  const { number, percent } = formats;
  return [
    number(totals.good),
    number(totals.rework),
    number(totals.second),
    number(totals.scrap),
    standardMinutes,
    number(totals.earnedMinutes),
    percent(totals.efficiency),
    percent(totals.performance),
  ];
}
