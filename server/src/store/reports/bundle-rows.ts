import type { Goods, OutcomeFact, Place, Span, WorkFact } from "@trame/shared";
import type { Database } from "better-sqlite3";

/** A tally as it is stored; the place by its number. */
export interface TallyRow {
  readonly bundleId: number;
  readonly at: number;
  readonly hour: number;
  readonly placeId: number;
  readonly pieces: number;
  readonly origin: "scan" | "hand" | "deduced" | "correction";
  readonly code: string | null;
  /** Arrival number of an act of no bundle; null for the others. */
  readonly n: number | null;
}

export interface OutcomeRow extends Omit<OutcomeFact, "place" | "goods"> {
  readonly placeId: number | null;
}

interface StoredWork extends Omit<WorkFact, "to" | "goods"> {
  readonly to: number | null;
}

/** What is folded from acts, as reports read it. */
export function createBundleRows(sqlite: Database) {
  const statements = prepare(sqlite);
  /** A bundle never changes. */
  const known = new Map<number, Goods>();

  function goodsOf(bundleId: number): Goods | null {
    const kept = known.get(bundleId);
    if (kept !== undefined) return kept;
    const found = statements.goods.get(bundleId);
    if (found === undefined) return null;
    if (known.size >= GOODS_KEPT) known.clear();
    known.set(bundleId, found);
    return found;
  }

  return {
    goodsOf,
    tallies: (day: number): TallyRow[] => statements.tallies.all(day),
    outcomes: (day: number): OutcomeRow[] => statements.outcomes.all(day),
    /** What was open at a station in a span, ascending by when it was opened. */
    works(stationId: string, { from, to }: Span): WorkFact[] {
      const rows = [
        ...statements.open.all(stationId, to),
        ...statements.works.all(stationId, from, to),
      ];
      return rows
        .flatMap(({ to: ended, ...row }) => {
          const goods = goodsOf(row.bundleId);
          const until = ended !== null && ended < to ? ended : Number.MAX_SAFE_INTEGER;
          return goods === null ? [] : [{ ...row, goods, to: until }];
        })
        .toSorted((a, b) => a.from - b.from || a.bundleId - b.bundleId);
    },
    /** The places that pieces were counted at, by number. */
    places: (): Map<number, Place> =>
      new Map(
        statements.places
          .all()
          .map(({ id, isOutput, ...place }) => [id, { ...place, isOutput: isOutput === 1 }]),
      ),
  };
}

const GOODS_KEPT = 50_000;

interface PlaceRow extends Omit<Place, "isOutput"> {
  readonly id: number;
  readonly isOutput: number;
}

function prepare(sqlite: Database) {
  const work = `SELECT bundle_id AS bundleId, operation AS code, opened_at AS "from", finished_at AS "to"
    FROM works WHERE station_id = ?`;
  return {
    goods: sqlite.prepare<[number], Goods>(
      "SELECT order_id AS orderId, style_id AS styleId, size, colour FROM bundles WHERE id = ?",
    ),
    tallies: sqlite.prepare<[number], TallyRow>(
      `SELECT bundle_id AS bundleId, at, hour, place_id AS placeId, pieces, origin, operation AS code,
         CASE WHEN bundle_id = 0 THEN i END AS n
       FROM tallies WHERE day = ? AND place_id IS NOT NULL ORDER BY at, bundle_id, i`,
    ),
    outcomes: sqlite.prepare<[number], OutcomeRow>(
      `SELECT bundle_id AS bundleId, at, place_id AS placeId, operation AS code, good, rework, second, scrap, origin
       FROM outcomes WHERE day = ? ORDER BY at, bundle_id, i`,
    ),
    open: sqlite.prepare<[string, number], StoredWork>(
      `${work} AND finished_at IS NULL AND opened_at < ?`,
    ),
    works: sqlite.prepare<[string, number, number], StoredWork>(
      `${work} AND finished_at > ? AND opened_at < ?`,
    ),
    places: sqlite.prepare<[], PlaceRow>(
      `SELECT id, line_id AS lineId, station_id AS stationId, operation,
              standard_minutes AS standardMinutes, is_output AS isOutput FROM places`,
    ),
  };
}
