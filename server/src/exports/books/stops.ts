import { offStandardMinutes } from "@trame/shared";
import type { Book, ExportHead, Table } from "../book.ts";
import type { Names, StopFact } from "../facts.ts";
import { createFormats } from "../formats.ts";
import { formulasOf } from "../formula-words.ts";
import { exportWords } from "../words.ts";
import { type ColumnKey, columnsOf, namesIn, rowOf, versionOf } from "./columns.ts";
import { causePareto, causeTable } from "./pareto-tables.ts";
import { sumFigure, tablePage } from "./table-page.ts";

/** Each stop of the span with its cause, and what causes come to ([EX9]). */
export function stopsBook(head: ExportHead, names: Names, stops: readonly StopFact[]): Book {
  const words = exportWords[head.language];
  const detail = stopTable(head, names, stops);
  const causes = offStandardMinutes(stops);
  const formats = createFormats(head.language, head.timeZone);
  const unexplained = stops.filter(({ cause }) => cause === null).length;
  const keys: ColumnKey[] = ["day", "line", "station", "from", "to", "minutes", "cause", "origin"];
  return {
    head,
    title: words.titles.stops,
    tables: [detail, dayTable(head, stops), causeTable(head, names, causes)],
    formulas: formulasOf("stops", head.language),
    page: tablePage(head, detail, {
      keys: keys.filter((key) => key !== "day" || head.from !== head.to),
      figures: [
        { label: words.page.stopCount, value: formats.number(stops.length) },
        sumFigure(detail, "minutes", formats),
        { label: words.page.unexplained, value: formats.number(unexplained) },
      ],
      paretos: [causePareto(head, names, causes)],
    }),
  };
}

function stopTable(head: ExportHead, names: Names, stops: readonly StopFact[]): Table {
  const words = exportWords[head.language];
  const { line, station, cause } = namesIn(head, names);
  const place: ColumnKey[] = ["day", "line", "station", "from", "to", "minutes"];
  const why: ColumnKey[] = ["causeCode", "cause", "class", "origin", "version", "correctedAt"];
  const keys = [...place, ...why];
  return {
    name: words.tables.stops,
    columns: columnsOf(head.language, keys),
    rows: stops.map((stop) =>
      rowOf(keys, {
        day: stop.day,
        line: line(stop.lineId),
        station: station(stop.stationId),
        from: stop.from,
        to: stop.to,
        minutes: stop.minutes,
        causeCode: stop.cause,
        cause: cause(stop.cause) ?? words.noCause,
        class: stop.class === null ? null : words.classes[stop.class],
        origin: words.origins[stop.origin],
        ...versionOf(head, stop.day),
      }),
    ),
    total: rowOf(keys, { day: words.total, minutes: minutesOf(stops) }),
  };
}

function dayTable(head: ExportHead, stops: readonly StopFact[]): Table {
  const words = exportWords[head.language];
  const keys: ColumnKey[] = ["day", "count", "minutes", "version", "correctedAt"];
  return {
    name: words.tables.days,
    columns: columnsOf(head.language, keys),
    rows: [...Map.groupBy(stops, ({ day }) => day)].map(([day, own]) =>
      rowOf(keys, { day, count: own.length, minutes: minutesOf(own), ...versionOf(head, day) }),
    ),
    total: rowOf(keys, { day: words.total, count: stops.length, minutes: minutesOf(stops) }),
  };
}

function minutesOf(stops: readonly StopFact[]): number {
  return stops.reduce((sum, { minutes }) => sum + minutes, 0);
}
