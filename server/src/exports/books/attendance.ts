import { sumMinutes } from "@trame/shared";
import type { Book, ExportHead, Table } from "../book.ts";
import type { AttendanceFact, Names } from "../facts.ts";
import { createFormats } from "../formats.ts";
import { formulasOf } from "../formula-words.ts";
import { exportWords } from "../words.ts";
import { type ColumnKey, columnsOf, namesIn, rowOf, versionOf } from "./columns.ts";
import { sumFigure, tablePage } from "./table-page.ts";

const MINUTES: readonly ColumnKey[] = [
  "attendedMinutes",
  "onStandardMinutes",
  "offStandardMinutes",
];

/** Minutes of lines by day, and of nobody; fewer than four people are not counted ([EX10]). */
export function attendanceBook(
  head: ExportHead,
  names: Names,
  facts: readonly AttendanceFact[],
): Book {
  const words = exportWords[head.language];
  const formats = createFormats(head.language, head.timeZone);
  const detail = lineTable(head, names, facts);
  return {
    head,
    title: words.titles.attendance,
    tables: [detail, dayTable(head, facts)],
    formulas: formulasOf("attendance", head.language),
    page: tablePage(head, detail, {
      keys: ["day", "line", ...MINUTES, "source", "people"],
      figures: MINUTES.map((key) => sumFigure(detail, key, formats)),
      paretos: [],
    }),
  };
}

function lineTable(head: ExportHead, names: Names, facts: readonly AttendanceFact[]): Table {
  const words = exportWords[head.language];
  const { line, masked } = namesIn(head, names);
  const keys: ColumnKey[] = [
    "day",
    "line",
    ...MINUTES,
    "masked",
    "source",
    "people",
    "version",
    "correctedAt",
  ];
  return {
    name: words.tables.attendance,
    columns: columnsOf(head.language, keys),
    rows: facts.map((fact) =>
      rowOf(keys, {
        day: fact.day,
        line: line(fact.lineId),
        ...minutesOf([fact]),
        masked: masked(fact.masked),
        source: words.sources[fact.source],
        people: fact.people === "few" ? words.fewPeople : fact.people,
        ...versionOf(head, fact.day),
      }),
    ),
    total: rowOf(keys, { day: words.total, ...minutesOf(facts) }),
  };
}

function dayTable(head: ExportHead, facts: readonly AttendanceFact[]): Table {
  const words = exportWords[head.language];
  const keys: ColumnKey[] = ["day", ...MINUTES, "version", "correctedAt"];
  return {
    name: words.tables.days,
    columns: columnsOf(head.language, keys),
    rows: [...Map.groupBy(facts, ({ day }) => day)].map(([day, own]) =>
      rowOf(keys, { day, ...minutesOf(own), ...versionOf(head, day) }),
    ),
    total: rowOf(keys, { day: words.total, ...minutesOf(facts) }),
  };
}

/** What some lines and days come to; not told where one of them is not. */
function minutesOf(facts: readonly AttendanceFact[]) {
  const attendedMinutes = sumTold(facts.map((fact) => fact.attendedMinutes));
  const onStandardMinutes = sumTold(facts.map((fact) => fact.onStandardMinutes));
  const isTold = attendedMinutes !== null && onStandardMinutes !== null;
  const offStandardMinutes = isTold ? sumMinutes([attendedMinutes, -onStandardMinutes]) : null;
  return { attendedMinutes, offStandardMinutes, onStandardMinutes };
}

function sumTold(minutes: readonly (number | null)[]): number | null {
  return minutes.every((each) => each !== null) ? sumMinutes(minutes) : null;
}
