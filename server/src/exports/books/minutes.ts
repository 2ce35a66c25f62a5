import { efficiency, sumMinutes } from "@trame/shared";
import type { Book, ExportHead, Table } from "../book.ts";
import type { MinutesFacts, Names } from "../facts.ts";
import { createFormats } from "../formats.ts";
import { formulasOf } from "../formula-words.ts";
import { exportWords } from "../words.ts";
import { type ColumnKey, columnsOf, namesIn, rowOf } from "./columns.ts";
import { sumFigure, tablePage } from "./table-page.ts";

const SPENT = ["estimatedMinutes", "attendedMinutes", "earnedMinutes", "efficiency"] as const;
const KEYS = [...SPENT, "masked"] as const;

/** What orders took against what they may take, by operation ([EX18]). */
export function minutesBook(head: ExportHead, names: Names, read: readonly MinutesFacts[]): Book {
  const words = exportWords[head.language];
  const detail = operationTable(head, names, read);
  const formats = createFormats(head.language, head.timeZone);
  return {
    head,
    title: words.titles.minutes,
    tables: [detail, orderTable(head, names, read)],
    formulas: formulasOf("minutes", head.language),
    page: tablePage(head, detail, {
      keys: ["order", "style", "operation", "ordered", "good", ...SPENT],
      figures: [
        sumFigure(detail, "estimatedMinutes", formats),
        sumFigure(detail, "attendedMinutes", formats),
        sumFigure(detail, "earnedMinutes", formats),
      ],
      paretos: [],
    }),
  };
}

function operationTable(head: ExportHead, names: Names, read: readonly MinutesFacts[]): Table {
  const words = exportWords[head.language];
  const { label, masked, style } = namesIn(head, names);
  const place: ColumnKey[] = ["order", "styleId", "style", "code", "operation", "standardMinutes"];
  const keys: ColumnKey[] = [...place, "ordered", "good", ...KEYS];
  return {
    name: words.tables.operations,
    columns: columnsOf(head.language, keys),
    rows: read.flatMap(({ orderId, minutes }) =>
      minutes.operations.map(({ label: operation, ...of }) =>
        rowOf(keys, {
          ...of,
          order: orderId,
          style: style(of.styleId),
          operation: label(operation),
          masked: masked(of.masked),
        }),
      ),
    ),
    total: rowOf(keys, { order: words.total, ...sumsOf(read) }),
  };
}

function orderTable(head: ExportHead, names: Names, read: readonly MinutesFacts[]): Table {
  const words = exportWords[head.language];
  const keys: ColumnKey[] = ["order", "reference", "customer", ...KEYS];
  const { masked } = namesIn(head, names);
  return {
    name: words.tables.orders,
    columns: columnsOf(head.language, keys),
    rows: read.map((of) => {
      const { customer = null, reference = null } = names.orders.get(of.orderId) ?? {};
      const { total } = of.minutes;
      const told = { ...total, masked: masked(total.masked) };
      return rowOf(keys, { order: of.orderId, customer, reference, ...told });
    }),
    total: rowOf(keys, { order: words.total, ...sumsOf(read) }),
  };
}

/** The orders' totals together; attended minutes of all are told where those of each are. */
function sumsOf(read: readonly MinutesFacts[]) {
  const totals = read.map(({ minutes }) => minutes.total);
  const spent = totals.map(({ attendedMinutes }) => attendedMinutes);
  const isTold = spent.every((minutes) => minutes !== null);
  const earned = sumMinutes(totals.map(({ earnedMinutes }) => earnedMinutes));
  const attended = isTold ? sumMinutes(spent) : null;
  return {
    estimatedMinutes: sumMinutes(totals.map(({ estimatedMinutes }) => estimatedMinutes)),
    ...{ earnedMinutes: earned, attendedMinutes: attended },
    efficiency: attended === null ? null : efficiency(earned, attended),
  };
}
