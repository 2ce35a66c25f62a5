import type { Book, ExportHead, Table } from "../book.ts";
import { delayText } from "../delay-words.ts";
import type { Names, OrderCell, OrderFacts } from "../facts.ts";
import { wallClock } from "../formats.ts";
import { formulasOf } from "../formula-words.ts";
import { exportWords } from "../words.ts";
import { type ColumnKey, columnsOf, namesIn, rowOf } from "./columns.ts";
import { byPlace } from "./order-of-rows.ts";
import { ordersPage } from "./orders-page.ts";

const COUNTS = [
  "ordered",
  "cut",
  "good",
  "rework",
  "second",
  "scrap",
  "inProgress",
  "outside",
  "left",
  "packed",
] as const satisfies readonly (ColumnKey & keyof OrderCell)[];

const DATES: readonly ColumnKey[] = ["state", "givenOn", "dueOn", "closedOn"];
const AHEAD: readonly ColumnKey[] = ["forecastOn", "daysLate", "delay"];
const WHO: readonly ColumnKey[] = ["order", "reference", "customer"];

interface Of {
  readonly head: ExportHead;
  readonly names: Names;
  readonly orders: readonly OrderFacts[];
}

/** How far each order of the span is, by size and colour ([EX11]). */
export function ordersBook(head: ExportHead, names: Names, read: readonly OrderFacts[]): Book {
  const words = exportWords[head.language];
  const orders = read.toSorted(byPlace(names));
  const of = { head, names, orders };
  const cells = cellTable(of);
  const list = orderTable(of);
  return {
    head,
    title: words.titles.orders,
    tables: [cells, list, operationTable(of), kitTable(of), cartonTable(of)],
    formulas: formulasOf("orders", head.language),
    page: ordersPage(head, names, orders),
  };
}

function cellTable({ head, names, orders }: Of): Table {
  const words = exportWords[head.language];
  const { style } = namesIn(head, names);
  const place: ColumnKey[] = [...WHO, "styleId", "style", "size", "colour"];
  const keys = [...place, ...COUNTS, ...DATES];
  const rows = orders.flatMap((order) =>
    order.cells.toSorted(byPlace(names)).map((cell) =>
      rowOf(keys, {
        ...who(order, names),
        style: style(cell.styleId),
        ...cell,
        ...dates(order, head),
      }),
    ),
  );
  const all = orders.flatMap(({ cells }) => cells);
  return {
    name: words.tables.cells,
    columns: columnsOf(head.language, keys),
    rows,
    total: rowOf(keys, { order: words.total, ...sums(all) }),
  };
}

function orderTable({ head, names, orders }: Of): Table {
  const words = exportWords[head.language];
  const kits: ColumnKey[] = ["kits", "kitsComplete", "kitsPacked"];
  const keys: ColumnKey[] = [...WHO, ...COUNTS, ...kits, ...DATES, ...AHEAD];
  return {
    name: words.tables.orderList,
    columns: columnsOf(head.language, keys),
    rows: orders.map((order) =>
      rowOf(keys, {
        ...who(order, names),
        ...sums(order.cells),
        kits: order.kits?.ordered ?? null,
        kitsComplete: order.kits?.complete ?? null,
        kitsPacked: order.kits?.packed ?? null,
        forecastOn: order.forecastOn,
        daysLate: order.daysLate,
        delay: delayText(order, head, names),
        ...dates(order, head),
      }),
    ),
    total: rowOf(keys, { order: words.total, ...sums(orders.flatMap(({ cells }) => cells)) }),
  };
}

/** Good pieces of operations are not added: the same garment passes all of them. */
function operationTable({ head, names, orders }: Of): Table {
  const words = exportWords[head.language];
  const { style, label } = namesIn(head, names);
  const place: ColumnKey[] = [...WHO, "styleId", "style", "code", "operation"];
  const done: ColumnKey[] = ["good", "deduced", "rework", "second", "scrap"];
  const keys: ColumnKey[] = [...place, "waiting", "bundles", "inProcess", ...done];
  return {
    name: words.tables.operations,
    columns: columnsOf(head.language, keys),
    rows: orders.flatMap((order) =>
      order.operations.map(({ label: own, ...operation }) =>
        rowOf(keys, {
          ...who(order, names),
          ...operation,
          style: style(operation.styleId),
          operation: label(own),
        }),
      ),
    ),
    total: null,
  };
}

/** What of each size of kits is complete, and in a carton; of orders of pieces their sizes and colours tell it. */
function kitTable({ head, names, orders }: Of): Table {
  const words = exportWords[head.language];
  const keys: ColumnKey[] = [...WHO, "size", "kits", "kitsComplete", "kitsBoxed"];
  return {
    name: words.tables.kits,
    columns: columnsOf(head.language, keys),
    rows: orders.flatMap((order) =>
      order.kitStock.map(({ size, ordered, complete, inCartons }) =>
        rowOf(keys, {
          ...who(order, names),
          ...{ size, kits: ordered, kitsComplete: complete, kitsBoxed: inCartons },
        }),
      ),
    ),
    total: null,
  };
}

/** A row per size and colour, or per size of kits, of each carton. */
function cartonTable({ head, names, orders }: Of): Table {
  const words = exportWords[head.language];
  const { style } = namesIn(head, names);
  const place: ColumnKey[] = [...WHO, "carton", "packedAt", "openedAt"];
  const keys: ColumnKey[] = [...place, "styleId", "style", "size", "colour", "pieces", "kitsIn"];
  return {
    name: words.tables.cartons,
    columns: columnsOf(head.language, keys),
    rows: orders.flatMap((order) =>
      order.cartons.flatMap(({ number: carton, packedAt, openedAt, content }) => {
        const own = { ...who(order, names), carton, packedAt, openedAt };
        return [
          ...content.pieces.map((line) =>
            rowOf(keys, { ...own, ...line, style: style(line.styleId) }),
          ),
          ...content.kits.map(({ size, kits }) => rowOf(keys, { ...own, size, kitsIn: kits })),
        ];
      }),
    ),
    total: null,
  };
}

function who({ orderId }: OrderFacts, { orders }: Names) {
  const { customer = null, reference = null } = orders.get(orderId) ?? {};
  return { order: orderId, customer, reference };
}

function dates(
  { state, givenAt, dueOn, closedAt }: OrderFacts,
  { language, timeZone }: ExportHead,
) {
  const dayOf = (at: number): string => wallClock(at, timeZone).slice(0, 10);
  return {
    state: exportWords[language].states[state],
    givenOn: dayOf(givenAt),
    dueOn,
    closedOn: closedAt === null ? null : dayOf(closedAt),
  };
}

/** Packed pieces are not known for every order: a sum of what is not known is none. */
function sums(cells: readonly OrderCell[]): Record<(typeof COUNTS)[number], number | null> {
  const entries = COUNTS.map((key) => {
    const known = cells.map((cell) => cell[key]).filter((each) => each !== null);
    const isKnown = known.length > 0 || cells.length === 0;
    return [key, isKnown ? known.reduce((sum, each) => sum + each, 0) : null];
  });
  return Object.fromEntries(entries);
}
