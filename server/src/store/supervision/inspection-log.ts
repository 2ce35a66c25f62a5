import { type Inspected, isInspecting, type Outcome, type Span } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { CatalogueStore } from "../catalogue/catalogue.ts";
import type { Clockwork } from "../clock-steps.ts";
import { timeOf } from "../floor/act-log.ts";
import { BODY_NOW } from "../floor/amended.ts";

/** Pieces that somebody looked at, as they are on record. */
export interface Inspection extends Inspected {
  readonly key: string;
  /** UTC ms. */
  readonly at: number;
  readonly stationId: string | null;
  /** null: a sample. */
  readonly bundleId: number | null;
  readonly styleId: string | null;
  readonly orderId: string | null;
  readonly photo: string | null;
}

/** What was declared at operations that inspect. */
export interface InspectionLog {
  /** In force (not undone, not in conflict), at a station within some spans; in the order in which they happened. */
  read(stationId: string, spans: readonly Span[]): Inspection[];
}

interface Row {
  readonly n: number;
  readonly run: number;
  readonly key: string;
  readonly at: number;
  readonly eventAt: number | null;
  readonly body: string;
  readonly bundleId: number;
  readonly orderId: string;
  readonly styleId: string;
}

interface FinishBody {
  readonly operation: string;
  readonly outcome: Outcome;
  readonly defects: Inspected["defects"];
  readonly isRepaired: boolean;
  readonly photo?: string;
}

export interface InspectionLogDeps {
  readonly catalogue: Pick<CatalogueStore, "orders">;
  readonly clockwork: Clockwork;
}

/** Steps of the clock and later datings of events move an act by less. ms */
const MOVED_MAX_MS = 86_400_000;

/** Over any connection: the writer's or a reader's. */
export function createInspectionLog(
  sqlite: Database,
  { catalogue, clockwork }: InspectionLogDeps,
): InspectionLog {
  const finishes = sqlite.prepare<[string, number, number], Row>(
    `SELECT a.n, a.run, a.key, a.at, e.at AS eventAt, ${BODY_NOW} AS body, b.id AS bundleId, b.order_id AS orderId, b.style_id AS styleId
     FROM acts a JOIN act_bundles x ON x.n = a.n JOIN bundles b ON b.id = x.bundle_id
       JOIN bundle_states s ON s.bundle_id = b.id
       LEFT JOIN events e ON e.boot_id = a.boot_id AND e.seq = a.seq
     WHERE a.station_id = ? AND a.at >= ? AND a.at < ? AND a.kind = 'finish' AND a.state = 'accepted'
       AND NOT EXISTS (SELECT 1 FROM acts u WHERE u.about = a.key AND u.state = 'accepted'
         AND (u.kind = 'undo' OR (u.kind = 'settle' AND json_extract(u.body, '$.choice') = 'drop')))
       AND NOT (s.has_conflict = 1 AND EXISTS (
         SELECT 1 FROM json_each(s.body, '$.conflicts') c WHERE json_extract(c.value, '$.key') = a.key))
     ORDER BY a.n`,
  );

  /** null where nobody looked at the pieces: they were sewn, or came back from repair. */
  function inspectionOf(row: Row, stationId: string): Inspection | null {
    const { key, bundleId, orderId, styleId } = row;
    const { operation, outcome, defects, isRepaired, photo }: FinishBody = JSON.parse(row.body);
    if (isRepaired) return null;
    const routing = catalogue.orders.routingOf(orderId, styleId);
    const done = routing?.operations.find(({ code }) => code === operation);
    if (done === undefined || !isInspecting(done)) return null;
    const { good, rework, second, scrap } = outcome;
    return {
      ...{ key, at: timeOf(clockwork, row), stationId, bundleId, orderId, styleId },
      ...{ good, rework, second, scrap, defects },
      photo: photo ?? null,
    };
  }

  return {
    read(stationId, spans) {
      const from = Math.min(...spans.map((span) => span.from)) - MOVED_MAX_MS;
      const to = Math.max(...spans.map((span) => span.to)) + MOVED_MAX_MS;
      return finishes
        .all(stationId, from, to)
        .flatMap((row) => inspectionOf(row, stationId) ?? [])
        .filter(({ at }) => isWithin(spans, at))
        .toSorted((a, b) => a.at - b.at);
    },
  };
}

/** Whether a moment lies in one of some spans. */
export function isWithin(spans: readonly Span[], at: number): boolean {
  return spans.some(({ from, to }) => from <= at && at < to);
}
