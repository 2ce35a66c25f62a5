import { type DayNumber, endsOf, garmentPart, type Routing, type Timeline } from "@trame/shared";
import type { Database } from "better-sqlite3";

/** A style of an order. */
export interface StyleOfOrder {
  readonly orderId: string;
  readonly styleId: string;
  readonly routing: Routing;
}

/** What was worked of a style, by working day. */
export interface WorkDays {
  /** When work on it first began, UTC ms; null while it has not. */
  readonly begunAt: number | null;
  /** Days on which it was sewn, ascending, each with the good garments that came out. */
  readonly days: readonly { readonly day: DayNumber; readonly good: number }[];
  /** Pieces that each operation did, by day. */
  readonly done: readonly {
    readonly operation: string;
    readonly day: DayNumber;
    readonly pieces: number;
  }[];
}

/** Zones are off by multiples of a quarter of an hour: all of a quarter is of one day, and asking for its day once is enough. */
const QUARTER_MS = 900_000;

interface Part {
  readonly operation: string;
  readonly quarter: number;
  readonly pieces: number;
}

/** Reads on which days a style of an order was sewn, what its operations did and what came out ([OD1]). */
export function createWorkDays(sqlite: Database) {
  const begun = sqlite
    .prepare<[string, string], number | null>(
      `SELECT min(coalesce(w.opened_at, w.finished_at)) FROM bundles b JOIN works w ON w.bundle_id = b.id
       WHERE b.order_id = ? AND b.style_id = ?`,
    )
    .pluck();
  const done = sqlite.prepare<{ orderId: string; styleId: string }, Part>(
    `SELECT w.operation, coalesce(w.finished_at, w.opened_at) / ${QUARTER_MS} AS quarter,
            sum(CASE WHEN w.finished_at IS NULL THEN 0 ELSE w.declared END) AS pieces
     FROM bundles b JOIN works w ON w.bundle_id = b.id
     WHERE b.order_id = @orderId AND b.style_id = @styleId AND coalesce(w.finished_at, w.opened_at) IS NOT NULL
     GROUP BY 1, 2`,
  );
  const out = sqlite.prepare<
    { orderId: string; styleId: string; part: string | null; last: string },
    Omit<Part, "operation">
  >(
    `SELECT coalesce(w.finished_at, s.body ->> '$.outAt', s.body ->> '$.movedAt') / ${QUARTER_MS} AS quarter,
            sum(s.good) AS pieces
     FROM bundles b JOIN bundle_states s ON s.bundle_id = b.id
       LEFT JOIN works w ON w.bundle_id = b.id AND w.operation = @last
     WHERE b.order_id = @orderId AND b.style_id = @styleId AND b.part IS @part AND s.good > 0 GROUP BY 1`,
  );

  return ({ orderId, styleId, routing }: StyleOfOrder, timeline: Timeline): WorkDays => {
    const dayOf = createDayOf(timeline);
    const worked = done.all({ orderId, styleId });
    const last = endsOf(routing.operations)[0]?.code ?? "";
    const made = out.all({ orderId, styleId, part: garmentPart(routing), last });
    const good = new Map<DayNumber, number>(worked.map(({ quarter }) => [dayOf(quarter), 0]));
    for (const { quarter, pieces } of made) {
      const day = dayOf(quarter);
      good.set(day, (good.get(day) ?? 0) + pieces);
    }
    return {
      begunAt: begun.get(orderId, styleId) ?? null,
      days: [...good].map(([day, pieces]) => ({ day, good: pieces })).toSorted(byDay),
      done: worked.map(({ operation, quarter, pieces }) => ({
        operation,
        day: dayOf(quarter),
        pieces,
      })),
    };
  };
}

function byDay(one: { day: DayNumber }, other: { day: DayNumber }): number {
  return one.day - other.day;
}

function createDayOf(timeline: Timeline): (quarter: number) => DayNumber {
  const known = new Map<number, DayNumber>();
  return (quarter) => {
    const day = known.get(quarter) ?? timeline.slotAt(quarter * QUARTER_MS)?.day ?? 0;
    known.set(quarter, day);
    return day;
  };
}
