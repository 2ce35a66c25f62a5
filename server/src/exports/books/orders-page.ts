import type { ExportHead, Page, PageColumn, PageRow } from "../book.ts";
import type { Names, OrderCell, OrderFacts } from "../facts.ts";
import { createFormats, type Formats } from "../formats.ts";
import { exportWords } from "../words.ts";
import { namesIn } from "./columns.ts";
import { byPlace } from "./order-of-rows.ts";

const SHOWN = [
  "ordered",
  "cut",
  "good",
  "rework",
  "second",
  "scrap",
  "inProgress",
  "left",
] as const;
type Shown = (typeof SHOWN)[number];

interface Of {
  readonly head: ExportHead;
  readonly names: Names;
  readonly formats: Formats;
}

/** Each order with its due date, and under it its sizes and colours. */
export function ordersPage(head: ExportHead, names: Names, orders: readonly OrderFacts[]): Page {
  const { columns, total } = exportWords[head.language];
  const formats = createFormats(head.language, head.timeZone);
  const all = orders.flatMap(({ cells }) => cells);
  const figure = (key: Shown) => ({ label: columns[key], value: formats.number(sumOf(all, key)) });
  return {
    figures: (["ordered", "cut", "good", "inProgress", "left"] as const).map(figure),
    main: {
      title: columns.order,
      columns: [
        { title: columns.order, share: 0.4, align: "left" },
        ...SHOWN.map((key): PageColumn => ({ title: columns[key], share: 0.075, align: "right" })),
      ],
      rows: orders.flatMap((order) => rowsOf(order, { head, names, formats })),
      total: [total, ...SHOWN.map((key) => formats.number(sumOf(all, key)))],
    },
    paretos: [],
  };
}

function rowsOf(
  { orderId, state, dueOn, forecastOn, cells }: OrderFacts,
  { head, names, formats }: Of,
): PageRow[] {
  const words = exportWords[head.language];
  const { style } = namesIn(head, names);
  const title = [
    words.orderOf(orderId),
    names.orders.get(orderId)?.customer,
    words.page.dueOn(formats.day(dueOn)),
    forecastOn === null ? null : words.page.forecastOn(formats.day(forecastOn)),
    words.states[state],
  ];
  const figures = (of: readonly OrderCell[]): string[] =>
    SHOWN.map((key) => formats.number(sumOf(of, key)));
  return [
    { cells: [title.filter(Boolean).join(" · "), ...figures(cells)], isHead: true },
    ...cells.toSorted(byPlace(names)).map((cell) => ({
      cells: [[style(cell.styleId), cell.size, cell.colour].join(" · "), ...figures([cell])],
      isHead: false,
    })),
  ];
}

function sumOf(cells: readonly OrderCell[], key: Shown): number {
  return cells.reduce((sum, cell) => sum + cell[key], 0);
}
