import { minutesOn } from "@trame/shared";
import type { Book, ExportHead, Table } from "../book.ts";
import type { LearningFacts, Names } from "../facts.ts";
import { formulasOf } from "../formula-words.ts";
import { exportWords } from "../words.ts";
import { type ColumnKey, columnsOf, namesIn, rowOf } from "./columns.ts";
import { tablePage } from "./table-page.ts";

/** How styles are learnt, a day a row, and the curve that fits ([EX19]). */
export function learningBook(head: ExportHead, names: Names, read: readonly LearningFacts[]): Book {
  const words = exportWords[head.language];
  const styles = styleTable(head, names, read);
  return {
    head,
    title: words.titles.learning,
    tables: [dayTable(head, names, read), styles],
    formulas: formulasOf("learning", head.language),
    page: tablePage(head, styles, {
      keys: ["style", "points", "maskedDays", "firstMinutes", "learningRatio", "explained"],
      figures: [],
      paretos: [],
    }),
  };
}

function dayTable(head: ExportHead, names: Names, read: readonly LearningFacts[]): Table {
  const words = exportWords[head.language];
  const { style } = namesIn(head, names);
  const keys: ColumnKey[] = ["styleId", "style", "day", "garments", "minutesEach", "minutesFitted"];
  return {
    name: words.tables.learningDays,
    columns: columnsOf(head.language, keys),
    rows: read.flatMap(({ styleId, curve: { fit, points } }) =>
      points.map(({ day, garments, minutes }) =>
        rowOf(keys, {
          ...{ styleId, style: style(styleId), day, garments, minutesEach: minutes },
          minutesFitted: fit === null ? null : minutesOn(fit, garments),
        }),
      ),
    ),
    total: null,
  };
}

function styleTable(head: ExportHead, names: Names, read: readonly LearningFacts[]): Table {
  const words = exportWords[head.language];
  const { style } = namesIn(head, names);
  const keys: ColumnKey[] = [
    ...(["styleId", "style", "points", "maskedDays"] as const),
    ...(["firstMinutes", "learningRatio", "explained"] as const),
  ];
  return {
    name: words.tables.learningStyles,
    columns: columnsOf(head.language, keys),
    rows: read.map(({ styleId, curve: { fit, maskedDays, points } }) =>
      rowOf(keys, {
        ...{ styleId, style: style(styleId), points: points.length },
        maskedDays: maskedDays === 0 ? null : maskedDays,
        firstMinutes: fit?.firstMinutes ?? null,
        learningRatio: fit?.ratio ?? null,
        explained: fit?.explained ?? null,
      }),
    ),
    total: null,
  };
}
