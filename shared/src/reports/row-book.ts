import { sumMinutes } from "../formulas/garment-minutes.ts";
import type { Place } from "../plan/timeline.ts";
import {
  type Account,
  accountKey,
  compareText,
  goodsKey,
  isLastOf,
  operationOf,
  placeKey,
} from "./account.ts";
import type { HourPart } from "./day-body.ts";
import type { CellFact, DayFacts } from "./day-facts.ts";
import { createHourBook } from "./hour-book.ts";
import type { GoodOrigins, ProductionRow } from "./production-row.ts";

type Amounts = Pick<
  ProductionRow,
  "good" | "rework" | "second" | "scrap" | "attendedMinutes" | "offStandardMinutes"
>;

interface Row extends Account {
  readonly amounts: { -readonly [Of in keyof Amounts]: Amounts[Of] };
  readonly origins: { -readonly [Of in keyof GoodOrigins]: GoodOrigins[Of] };
}

/** The rows of a day while they are made: what is booked to one account adds up. */
export interface RowBook {
  /** Good pieces of a clock hour (its start, UTC ms); below 0 they take off. */
  good(account: Account, pieces: number, of: { origin: keyof GoodOrigins; hour: number }): void;
  add(account: Account, amounts: Partial<Amounts>): void;
  /** Good pieces of places in hours that have been booked so far. */
  cells(): CellFact[];
  /** The account of what was sewn at a station of a line that holds most pieces; null when there is none. */
  fullest(at: StationAt, of: Omit<Account, "place">): Account | null;
  rows(): ProductionRow[];
  hours(): HourPart[];
}

type StationAt = Pick<Place, "lineId" | "stationId">;

export function createRowBook({ day, routingOf }: Pick<DayFacts, "day" | "routingOf">): RowBook {
  const rows = new Map<string, Row>();
  const cells = new Map<string, { -readonly [Of in keyof CellFact]: CellFact[Of] }>();
  const hours = createHourBook(routingOf);

  function rowAt(account: Account): Row {
    const key = accountKey(account);
    const known = rows.get(key);
    if (known !== undefined) return known;
    const made = { ...account, amounts: noAmounts(), origins: noOrigins() };
    rows.set(key, made);
    return made;
  }

  return {
    good(account, pieces, { origin, hour }) {
      const row = rowAt(account);
      row.amounts.good += pieces;
      row.origins[origin] += pieces;
      const { place } = account;
      if (place === null) return;
      const key = `${hour} ${placeKey(place)}`;
      const cell = cells.get(key);
      if (cell === undefined) cells.set(key, { place, hour, pieces });
      else cell.pieces += pieces;
      hours.count(account, hour, pieces);
    },
    add(account, amounts) {
      const own = rowAt(account).amounts;
      own.rework += amounts.rework ?? 0;
      own.second += amounts.second ?? 0;
      own.scrap += amounts.scrap ?? 0;
      own.attendedMinutes += amounts.attendedMinutes ?? 0;
      own.offStandardMinutes += amounts.offStandardMinutes ?? 0;
    },
    cells: () => [...cells.values()],
    fullest(at, of) {
      const own = [...rows.values()].filter((row) => isOf(row, at, of));
      return own.toSorted((a, b) => b.amounts.good - a.amounts.good || byKey(a, b))[0] ?? null;
    },
    rows: () =>
      [...rows.values()]
        .filter(isOfAnything)
        .toSorted(byKey)
        .map((row) => productionRow(row, { day, routingOf })),
    hours: hours.parts,
  };
}

function isOf(row: Row, at: StationAt, { goods, code }: Omit<Account, "place">): boolean {
  const { place } = row;
  if (place?.stationId !== at.stationId || place.lineId !== at.lineId) return false;
  return row.code === code && goodsKey(row.goods) === goodsKey(goods);
}

function productionRow(
  row: Row,
  { day, routingOf }: Pick<DayFacts, "day" | "routingOf">,
): ProductionRow {
  const { place, goods, code, amounts, origins } = row;
  const { orderId = null, styleId = null, size = null, colour = null } = goods ?? {};
  const outside = { lineId: null, stationId: null, standardMinutes: 0, isOutput: false };
  return {
    ...{ day, ...outside, ...place, operation: operationOf(routingOf, row) ?? "" },
    stationId: place?.stationId || null,
    ...{ code, orderId, styleId, size, colour },
    isLast: isLastOf(routingOf, row),
    ...amounts,
    attendedMinutes: sumMinutes([amounts.attendedMinutes]),
    offStandardMinutes: sumMinutes([amounts.offStandardMinutes]),
    origins,
  };
}

function isOfAnything({ amounts, origins }: Row): boolean {
  return [...Object.values(amounts), ...Object.values(origins)].some((amount) => amount !== 0);
}

/** An order that depends on nothing but what the rows are of. */
function byKey(a: Account, b: Account): number {
  return compareText(accountKey(a), accountKey(b));
}

function noAmounts(): Row["amounts"] {
  return { good: 0, rework: 0, second: 0, scrap: 0, attendedMinutes: 0, offStandardMinutes: 0 };
}

function noOrigins(): Row["origins"] {
  return { machine: 0, scan: 0, hand: 0, deduced: 0, correction: 0 };
}
