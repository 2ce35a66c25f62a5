import { sumMinutes } from "../formulas/garment-minutes.ts";
import { GROUP_MIN } from "../people/masked.ts";
import type { DayBody } from "../reports/day-body.ts";
import type { ProductionRow } from "../reports/production-row.ts";
import { type HeadSpan, type HeadsAt, peopleOf } from "./heads-at.ts";

/** Under what attended minutes of a row are told below its line, from the coarsest on: names by which rows are one. */
export type MinuteLevels = readonly ((row: ProductionRow) => string)[];

/** A row with minutes, where it stands among the others, and who was counted at what it is about. */
interface Attended {
  readonly index: number;
  readonly row: ProductionRow;
  readonly spans: readonly HeadSpan[];
}

type Rows = readonly Attended[];

interface Pool {
  readonly rows: Rows;
  /** Too few people: told of the whole line alone. */
  readonly isLine: boolean;
}

/**
 * A day whose attended minutes are told of at least four people, or of a whole line ([PR11]). The rows of each line are put into pools
 * of four people and more, as fine as the levels let them be; what is left over goes with the smallest pool beside it. Whatever is told
 * afterwards is a sum of whole pools, so that no difference of what is told is of fewer people either.
 */
export function pooledBody(body: DayBody, levels: MinuteLevels, headsAt: HeadsAt): DayBody {
  const attended = body.rows.flatMap((row, index) =>
    row.attendedMinutes > 0 ? [{ index, row, spans: headsAt(row) }] : [],
  );
  const lines = [...Map.groupBy(attended, ({ row }) => row.lineId).values()];
  const pools = lines.flatMap((own) => poolsOfLine(own, levels));
  const pooled = new Map(pools.flatMap((pool, id) => pooledRows(pool, id)));
  return { ...body, rows: body.rows.map((row, index) => pooled.get(index) ?? row) };
}

/** What is left of a line whose people are too few is told of the line. */
function poolsOfLine(own: Rows, levels: MinuteLevels): Pool[] {
  const { pools, rest } = poolsOf(own, levels);
  const told = pools.map((rows): Pool => ({ rows, isLine: false }));
  return rest.length === 0 ? told : [...told, { rows: rest, isLine: true }];
}

/** `rest` has too few people for a pool of its own; then there is none beside it that it could go with. */
function poolsOf(
  own: Rows,
  [level, ...finer]: MinuteLevels,
): { readonly pools: Rows[]; readonly rest: Rows } {
  if (level === undefined) {
    return isEnough(own) ? { pools: [own], rest: [] } : { pools: [], rest: own };
  }
  const parts = [...Map.groupBy(own, ({ row }) => level(row)).values()];
  const found = parts.map((part) => poolsOf(part, finer));
  const pools = found.flatMap((part) => part.pools);
  const rest = found.flatMap((part) => part.rest);
  if (rest.length === 0) return { pools, rest };
  if (isEnough(rest)) return { pools: [...pools, rest], rest: [] };
  const smallest = smallestOf(pools);
  if (smallest === undefined) return { pools, rest };
  return {
    pools: [...pools.filter((pool) => pool !== smallest), [...smallest, ...rest]],
    rest: [],
  };
}

function isEnough(rows: Rows): boolean {
  return peopleAt(rows) >= GROUP_MIN;
}

function peopleAt(rows: Rows): number {
  return peopleOf(rows.flatMap(({ spans }) => spans));
}

/** Of the fewest people; of as many, of the fewest minutes. */
function smallestOf(pools: readonly Rows[]): Rows | undefined {
  const sized = pools.map((rows) => ({
    ...{ rows, people: peopleAt(rows) },
    minutes: sumMinutes(rows.map(({ row }) => row.attendedMinutes)),
  }));
  return sized.toSorted((a, b) => a.people - b.people || a.minutes - b.minutes)[0]?.rows;
}

/** The rows of a pool by where they stand; one of enough people alone keeps its minutes as they are. */
function pooledRows({ rows, isLine }: Pool, id: number): (readonly [number, ProductionRow])[] {
  if (rows.length === 1 && !isLine) return [];
  const all = {
    attendedMinutes: sumMinutes(rows.map(({ row }) => row.attendedMinutes)),
    offStandardMinutes: sumMinutes(rows.map(({ row }) => row.offStandardMinutes)),
  };
  const none = { attendedMinutes: 0, offStandardMinutes: 0 };
  const pool = { id, rows: rows.length, isLine };
  return rows.map(({ index, row }, place) => [
    index,
    { ...row, ...(place === 0 ? all : none), pool },
  ]);
}
