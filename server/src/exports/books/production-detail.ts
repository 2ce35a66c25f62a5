import {
  earnedMinutes,
  type GoodOrigins,
  type MinutesOf,
  minuteFigures,
  type ProductionRow,
  totalsOf,
} from "@trame/shared";
import type { ExportHead, Table } from "../book.ts";
import type { Names, ProductionFacts } from "../facts.ts";
import { exportWords } from "../words.ts";
import { type ColumnKey, columnsOf, namesIn, rowOf, versionOf } from "./columns.ts";
import { byPlace } from "./order-of-rows.ts";

const KEYS: readonly ColumnKey[] = [
  "day",
  "line",
  "order",
  "styleId",
  "style",
  "size",
  "colour",
  "code",
  "operation",
  "good",
  "out",
  "rework",
  "second",
  "scrap",
  "deduced",
  "hand",
  "correction",
  "standardMinutes",
  "earnedMinutes",
  "attendedMinutes",
  "onStandardMinutes",
  "efficiency",
  "performance",
  "masked",
  "version",
  "correctedAt",
];

/** A row per day, line, order, style, size, colour, operation and standard time: stations that share an operation are one ([EX2]). */
export function productionDetail(head: ExportHead, names: Names, { rows }: ProductionFacts): Table {
  const words = exportWords[head.language];
  const { line, style, masked } = namesIn(head, names);
  const groups = [...Map.groupBy(rows, keyOf).values()].map(summed).toSorted(byPlace(names));
  const all = totalsOf(rows, ({ isOutput }) => isOutput, toldAs(head));
  const { good: out, masked: _, ...total } = all;
  return {
    name: words.tables.detail,
    columns: columnsOf(head.language, KEYS),
    rows: groups.map((group) =>
      rowOf(KEYS, {
        ...group,
        line: line(group.lineId),
        order: group.orderId,
        style: style(group.styleId),
        masked: masked(group.masked),
        ...versionOf(head, group.day),
      }),
    ),
    total: rows.length === 0 ? null : rowOf(KEYS, { day: words.total, ...total, out }),
  };
}

/** All rows are those of lines, unless the export is of one order or style. */
function toldAs({ order, style }: Pick<ExportHead, "order" | "style">): MinutesOf {
  return order === null && style === null ? "line" : "part";
}

function keyOf(row: ProductionRow): string {
  const { day, lineId, orderId, styleId, size, colour, code, operation, standardMinutes } = row;
  return JSON.stringify([
    ...[day, lineId, orderId, styleId, size, colour, code, operation],
    standardMinutes,
  ]);
}

function summed(rows: readonly ProductionRow[]) {
  const [first] = rows;
  if (first === undefined) throw new RangeError("a group of no rows");
  const { day, lineId, orderId, styleId, size, colour, code, operation, standardMinutes } = first;
  const sum = (of: (row: ProductionRow) => number): number =>
    rows.reduce((total, row) => total + of(row), 0);
  const from = (origin: keyof GoodOrigins): number => sum(({ origins }) => origins[origin]);
  const good = sum((row) => row.good);
  const earned = earnedMinutes([{ pieces: good, standardMinutes }]);
  return {
    ...{ day, lineId, orderId, styleId, size, colour, code, operation, standardMinutes, good },
    out: sum((row) => (row.isOutput ? row.good : 0)),
    rework: sum((row) => row.rework),
    second: sum((row) => row.second),
    scrap: sum((row) => row.scrap),
    deduced: from("deduced"),
    hand: from("hand"),
    correction: from("correction"),
    earnedMinutes: earned,
    ...minuteFigures(rows, earned),
  };
}
