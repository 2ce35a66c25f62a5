import { dhu, firstPassYield, qualityOf } from "@trame/shared";
import type { Book, ExportHead, Table, Value } from "../book.ts";
import type { Names, QualityFact } from "../facts.ts";
import { createFormats, UNKNOWN } from "../formats.ts";
import { formulasOf } from "../formula-words.ts";
import { exportWords } from "../words.ts";
import { type ColumnKey, columnsOf, namesIn, rowOf, versionOf } from "./columns.ts";
import { byPlace } from "./order-of-rows.ts";
import { defectPareto, defectTable } from "./pareto-tables.ts";
import { tablePage } from "./table-page.ts";

const SUMS: readonly ColumnKey[] = [
  "inspected",
  "goodFirst",
  "rework",
  "second",
  "scrap",
  "defects",
  "dhu",
  "firstPassYield",
];

interface Of {
  readonly head: ExportHead;
  readonly names: Names;
  readonly facts: readonly QualityFact[];
}

/** What was looked at and what was found, by day, line, order, operation and defect ([EX9]). */
export function qualityBook(head: ExportHead, names: Names, facts: readonly QualityFact[]): Book {
  const words = exportWords[head.language];
  const { number, percent } = createFormats(head.language, head.timeZone);
  const of = { head, names, facts };
  const sums = sumsOf(facts);
  const byDefect = countDefects(facts);
  const found = foundTable(of);
  const orders = levelTable(of, { name: words.tables.quality, place: ["day", "line", "order"] });
  return {
    head,
    title: words.titles.quality,
    tables: [
      found,
      orders,
      levelTable(of, { name: words.tables.qualityDays, place: ["day"] }),
      levelTable(of, { name: words.tables.qualityLines, place: ["line"] }),
      defectTable(head, names, byDefect),
    ],
    formulas: formulasOf("quality", head.language),
    page: tablePage(head, orders, {
      keys: ["day", "line", "order", "inspected", "goodFirst", "defects", "dhu", "firstPassYield"],
      figures: [
        { label: words.columns.inspected, value: number(sums.inspected) },
        { label: words.columns.defects, value: number(sums.defects) },
        { label: words.columns.dhu, value: sums.dhu === null ? UNKNOWN : number(sums.dhu, 1) },
        { label: words.columns.firstPassYield, value: percent(sums.firstPassYield) },
      ],
      paretos: [defectPareto(head, names, { byDefect, ...sums })],
    }),
  };
}

/** Each defect where it was found; the sums of what was looked at stand once a day, line and order, on a line without a defect. */
function foundTable({ head, names, facts }: Of): Table {
  const words = exportWords[head.language];
  const { line, style, defect } = namesIn(head, names);
  const place: ColumnKey[] = ["day", "line", "order", "styleId", "style"];
  const what: ColumnKey[] = ["code", "operation", "defectCode", "defect"];
  const keys: ColumnKey[] = [...place, ...what, ...SUMS, "version", "correctedAt"];
  const groups = Map.groupBy(facts, ({ day, lineId, orderId, styleId }) =>
    JSON.stringify([day, lineId, orderId, styleId]),
  );
  const ordered = [...groups.values()].toSorted(([a], [b]) => byPlace(names)(a ?? {}, b ?? {}));
  return {
    name: words.tables.detail,
    columns: columnsOf(head.language, keys),
    rows: ordered.flatMap((own): Value[][] => {
      const [{ day, lineId, orderId, styleId } = NOWHERE] = own;
      const at = { day, line: line(lineId), order: orderId, styleId, style: style(styleId) };
      const dated = versionOf(head, day);
      return [
        rowOf(keys, { ...at, ...sumsOf(own), defects: null, ...dated }),
        ...withUnnamed(own).map(({ defect: code, operation, ...found }) =>
          rowOf(keys, {
            ...at,
            code: found.code,
            operation,
            defectCode: code === "" ? null : code,
            defect: code === "" ? words.noDefect : defect(code),
            defects: found.pieces,
            ...dated,
          }),
        ),
      ];
    }),
    total: rowOf(keys, { day: words.total, ...sumsOf(facts) }),
  };
}

const NOWHERE = { day: "", lineId: null, orderId: null, styleId: null };

function levelTable(
  { head, names, facts }: Of,
  { name, place }: { readonly name: string; readonly place: readonly ("day" | "line" | "order")[] },
): Table {
  const words = exportWords[head.language];
  const { line } = namesIn(head, names);
  const dated: ColumnKey[] = place.includes("day") ? ["version", "correctedAt"] : [];
  const keys: ColumnKey[] = [...place, ...SUMS, ...dated];
  const at = ({ day, lineId, orderId }: QualityFact) => ({ day, line: lineId, order: orderId });
  const groups = Map.groupBy(facts, (fact) => JSON.stringify(place.map((each) => at(fact)[each])));
  const ordered = [...groups.values()].toSorted(([a], [b]) => byPlace(names)(a ?? {}, b ?? {}));
  return {
    name,
    columns: columnsOf(head.language, keys),
    rows: ordered.map((own) => {
      const [{ day, lineId, orderId } = NOWHERE] = own;
      const named = { day, line: line(lineId), order: orderId };
      return rowOf(keys, { ...named, ...sumsOf(own), ...versionOf(head, day) });
    }),
    total: rowOf(keys, { [place[0] ?? "day"]: words.total, ...sumsOf(facts) }),
  };
}

function sumsOf(facts: readonly QualityFact[]) {
  const quality = qualityOf(facts.map(({ defects, ...pieces }) => ({ ...pieces, defects })));
  const sum = (key: "rework" | "second" | "scrap"): number =>
    facts.reduce((total, fact) => total + fact[key], 0);
  return {
    inspected: quality?.inspected ?? 0,
    goodFirst: quality?.goodFirst ?? 0,
    defects: quality?.defects ?? 0,
    rework: sum("rework"),
    second: sum("second"),
    scrap: sum("scrap"),
    dhu: dhu(quality),
    firstPassYield: firstPassYield(quality),
  };
}

type Found = QualityFact["defects"][number];

/** The same defect of the same operation together, the most frequent first. */
function defectsOf(facts: readonly QualityFact[]): Found[] {
  const all = facts.flatMap(({ defects }) => defects);
  return [...Map.groupBy(all, ({ defect, code }) => JSON.stringify([defect, code])).values()]
    .flatMap(([first, ...more]) =>
      first === undefined
        ? []
        : [{ ...first, pieces: more.reduce((sum, { pieces }) => sum + pieces, first.pieces) }],
    )
    .toSorted((a, b) => b.pieces - a.pieces || (a.defect < b.defect ? -1 : 1));
}

/** A piece that was not good has a defect though nobody named one: without it the column would not add up. */
function withUnnamed(facts: readonly QualityFact[]): Found[] {
  const named = defectsOf(facts);
  const unnamed = sumsOf(facts).defects - named.reduce((sum, { pieces }) => sum + pieces, 0);
  const nameless = { defect: "", code: null, operation: null, pieces: unnamed };
  return unnamed > 0 ? [...named, nameless] : named;
}

function countDefects(facts: readonly QualityFact[]) {
  const all = facts.flatMap(({ defects }) => defects);
  return [...Map.groupBy(all, ({ defect }) => defect)]
    .map(([defect, own]) => ({ defect, pieces: own.reduce((sum, { pieces }) => sum + pieces, 0) }))
    .toSorted((a, b) => b.pieces - a.pieces || (a.defect < b.defect ? -1 : 1));
}
