import type { DeductionFact, Goods, OutcomeFact, Place, Span, WorkFact } from "@trame/shared";
import type { Database } from "better-sqlite3";

/** A tally as it is stored; the place by its number. */
export interface TallyRow {
  /** Also the one that a correction names; 0: of none. */
  readonly bundleId: number;
  readonly at: number;
  readonly hour: number;
  readonly placeId: number;
  readonly pieces: number;
  readonly origin: "scan" | "hand" | "deduced" | "correction";
  readonly code: string | null;
  /** Arrival number of a hand count or a correction; null for the others. */
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
    /** What was taken for done at a station in a span, and nobody scanned there. */
    deductions(stationId: string, { from, to }: Span): DeductionFact[] {
      return statements.deductions.all(stationId, from, to).flatMap((row) => {
        const goods = goodsOf(row.bundleId);
        return goods === null ? [] : [{ ...row, goods }];
      });
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
      `SELECT CASE WHEN t.bundle_id = 0
           THEN coalesce((SELECT min(x.bundle_id) FROM act_bundles x WHERE x.n = t.i), 0)
           ELSE t.bundle_id END AS bundleId,
         t.at, t.hour, t.place_id AS placeId, t.pieces, t.origin, t.operation AS code,
         CASE WHEN t.bundle_id = 0 THEN t.i END AS n
       FROM tallies t WHERE t.day = ? AND t.place_id IS NOT NULL ORDER BY t.at, t.bundle_id, t.i`,
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
    deductions: sqlite.prepare<[string, number, number], Omit<DeductionFact, "goods">>(
      `SELECT bundle_id AS bundleId, operation AS code, at, pieces FROM deductions
       WHERE station_id = ? AND at >= ? AND at < ? ORDER BY at, bundle_id, operation`,
    ),
    places: sqlite.prepare<[], PlaceRow>(
      `SELECT id, line_id AS lineId, station_id AS stationId, operation,
              standard_minutes AS standardMinutes, is_output AS isOutput FROM places`,
    ),
  };
}
