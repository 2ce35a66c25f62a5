/** A day of a line whose people are known to the test: so many at each station, who sew one thing after the other. */
import {
  type DayFacts,
  type Goods,
  minuteFigures,
  type ProductionRow,
  parseDay,
  plansOfDay,
  toldBody,
  type WorkFact,
} from "@trame/shared";
import { at, planOf } from "../../server/store/workshop.ts";
import { dayFacts } from "../reports/any-day.ts";

export interface PeopledStation {
  readonly operation: string;
  /** All day long, each a person of their own. */
  readonly heads: number;
  /** What is sewn, each for as long as the others. */
  readonly goods: readonly Goods[];
}

const STRICT = { stationFigures: true, operationMinutes: false };
const [BEGIN, END] = [at("08:00"), at("17:00")];

export const stationId = (index: number): string => `S${index + 1}`;

/** Facts of the line's day; nobody badged in where nobody is. */
export function factsOf(stations: readonly PeopledStation[]): DayFacts {
  const bare = planOf({
    stations: Object.fromEntries(
      stations.map(({ operation }, index) => [stationId(index), { operation }]),
    ),
  });
  const plan = { ...bare, lines: bare.lines.map((line) => ({ ...line, operators: 2 })) };
  const day = parseDay("2026-11-23") ?? 0;
  return dayFacts({
    stretches: plansOfDay([{ from: at("2026-11-01 00:00"), plan }], day),
    stations: stations.map(({ operation, goods }, index) => ({
      ...{ stationId: stationId(index), pieces: [], deductions: [] },
      works: goods.map((each, turn) => workOf(each, { turn, of: goods.length, code: operation })),
    })),
    presences: stations.flatMap(({ heads }, index) =>
      heads === 0 ? [] : [{ stationId: stationId(index), from: BEGIN, to: END, heads }],
    ),
  });
}

function workOf(goods: Goods, { turn, of, code }: { turn: number; of: number; code: string }) {
  const from = BEGIN + ((END - BEGIN) * turn) / of;
  const to = BEGIN + ((END - BEGIN) * (turn + 1)) / of;
  return { bundleId: turn + 1, goods, code, from, to } satisfies WorkFact;
}

export function rowsOf(facts: DayFacts, told = STRICT): readonly ProductionRow[] {
  return toldBody(facts, told).rows;
}

/** By what reports, orders' pages and exports put rows together. */
const GROUPINGS: readonly ((row: ProductionRow) => unknown)[] = [
  (row) => row.orderId,
  (row) => row.styleId,
  (row) => [row.orderId, row.styleId],
  (row) => [row.orderId, row.styleId, row.code],
  (row) => [row.orderId, row.code],
  (row) => row.operation,
  (row) => [row.orderId, row.size, row.colour],
  (row) => [row.orderId, row.styleId, row.size, row.colour, row.code],
  (row) => row.stationId,
];

/** Groups of rows whose minutes are told, each by where its rows stand; `isTold` decides, as the product does unless said. */
export function toldGroups(
  rows: readonly ProductionRow[],
  isTold = (own: readonly ProductionRow[]) => minuteFigures(own, 0).masked === null,
): number[][] {
  return GROUPINGS.flatMap((grouping) => [
    ...Map.groupBy(rows, (row) => JSON.stringify(grouping(row))).values(),
  ])
    .filter(isTold)
    .map((own) => own.map((row) => rows.indexOf(row)));
}
