import type { Book, ExportHead, Table } from "../book.ts";
import type { HourFact, Names } from "../facts.ts";
import { createFormats } from "../formats.ts";
import { formulasOf } from "../formula-words.ts";
import { exportWords } from "../words.ts";
import { type ColumnKey, columnsOf, namesIn, rowOf, versionOf } from "./columns.ts";
import { sumFigure, tablePage } from "./table-page.ts";

const COUNTS = ["pieces", "stitches", "trims"] as const;

/** What each station counted in each clock hour ([EX9]). */
export function stitchesBook(head: ExportHead, names: Names, hours: readonly HourFact[]): Book {
  const words = exportWords[head.language];
  const formats = createFormats(head.language, head.timeZone);
  const detail = hourTable(head, names, hours);
  const stations = stationTable(head, names, hours);
  return {
    head,
    title: words.titles.stitches,
    tables: [detail, dayTable(head, hours), stations],
    formulas: formulasOf("stitches", head.language),
    page: tablePage(head, stations, {
      keys: ["line", "station", ...COUNTS],
      figures: COUNTS.map((key) => sumFigure(detail, key, formats)),
      paretos: [],
    }),
  };
}

function hourTable(head: ExportHead, names: Names, hours: readonly HourFact[]): Table {
  const words = exportWords[head.language];
  const { line, station } = namesIn(head, names);
  const place: ColumnKey[] = ["day", "from", "hour", "line", "station", "operation"];
  const keys: ColumnKey[] = [...place, ...COUNTS, "version", "correctedAt"];
  return {
    name: words.tables.hours,
    columns: columnsOf(head.language, keys),
    rows: hours.map(({ lineId, stationId, hour, shortHour, ...fact }) =>
      rowOf(keys, {
        ...fact,
        from: hour,
        hour: shortHour,
        line: line(lineId),
        station: station(stationId),
        ...versionOf(head, fact.day),
      }),
    ),
    total: rowOf(keys, { day: words.total, ...sumsOf(hours) }),
  };
}

function dayTable(head: ExportHead, hours: readonly HourFact[]): Table {
  const words = exportWords[head.language];
  const keys: ColumnKey[] = ["day", ...COUNTS, "version", "correctedAt"];
  return {
    name: words.tables.days,
    columns: columnsOf(head.language, keys),
    rows: [...Map.groupBy(hours, ({ day }) => day)].map(([day, own]) =>
      rowOf(keys, { day, ...sumsOf(own), ...versionOf(head, day) }),
    ),
    total: rowOf(keys, { day: words.total, ...sumsOf(hours) }),
  };
}

function stationTable(head: ExportHead, names: Names, hours: readonly HourFact[]): Table {
  const words = exportWords[head.language];
  const { line, station } = namesIn(head, names);
  const keys: ColumnKey[] = ["line", "station", ...COUNTS];
  const groups = Map.groupBy(hours, ({ lineId, stationId }) => JSON.stringify([lineId, stationId]));
  return {
    name: words.tables.stations,
    columns: columnsOf(head.language, keys),
    rows: [...groups.values()].map((own) =>
      rowOf(keys, {
        line: line(own[0]?.lineId ?? null),
        station: station(own[0]?.stationId ?? null),
        ...sumsOf(own),
      }),
    ),
    total: rowOf(keys, { line: words.total, ...sumsOf(hours) }),
  };
}

function sumsOf(hours: readonly HourFact[]): Record<(typeof COUNTS)[number], number> {
  const sum = (key: (typeof COUNTS)[number]): number =>
    hours.reduce((total, hour) => total + hour[key], 0);
  return { pieces: sum("pieces"), stitches: sum("stitches"), trims: sum("trims") };
}
