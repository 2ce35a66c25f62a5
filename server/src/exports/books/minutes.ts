import { efficiency, type OperationMinutes, sumMinutes } from "@trame/shared";
import type { Book, ExportHead, Table } from "../book.ts";
import type { MinutesFacts, Names } from "../facts.ts";
import { createFormats } from "../formats.ts";
import { formulasOf } from "../formula-words.ts";
import { exportWords } from "../words.ts";
import { type ColumnKey, columnsOf, namesIn, rowOf } from "./columns.ts";
import { sumFigure, tablePage } from "./table-page.ts";

const SPENT = ["estimatedMinutes", "attendedMinutes", "earnedMinutes", "efficiency"] as const;

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
  const { label, style } = namesIn(head, names);
  const place: ColumnKey[] = ["order", "styleId", "style", "code", "operation", "standardMinutes"];
  const keys: ColumnKey[] = [...place, "ordered", "good", ...SPENT];
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
        }),
      ),
    ),
    total: rowOf(keys, { order: words.total, ...sumsOf(read) }),
  };
}

function orderTable(head: ExportHead, { orders }: Names, read: readonly MinutesFacts[]): Table {
  const words = exportWords[head.language];
  const keys: ColumnKey[] = ["order", "reference", "customer", ...SPENT];
  return {
    name: words.tables.orders,
    columns: columnsOf(head.language, keys),
    rows: read.map((of) => {
      const { customer = null, reference = null } = orders.get(of.orderId) ?? {};
      return rowOf(keys, { order: of.orderId, customer, reference, ...of.minutes.total });
    }),
    total: rowOf(keys, { order: words.total, ...sumsOf(read) }),
  };
}

function sumsOf(read: readonly MinutesFacts[]) {
  const all = read.flatMap(({ minutes }): readonly OperationMinutes[] => minutes.operations);
  const sum = (key: Exclude<(typeof SPENT)[number], "efficiency">): number =>
    sumMinutes(all.map((of) => of[key]));
  const [earnedMinutes, attendedMinutes] = [sum("earnedMinutes"), sum("attendedMinutes")];
  return {
    ...{ earnedMinutes, attendedMinutes, estimatedMinutes: sum("estimatedMinutes") },
    efficiency: efficiency(earnedMinutes, attendedMinutes),
  };
}
