import { type BundleCard, formatCode, type Words } from "@trame/shared";
import type { Database } from "better-sqlite3";
import { BODY_NOW } from "./amended.ts";
import {
  BUNDLE_COLUMNS,
  BUNDLE_TABLES,
  type BundleRow,
  cardOf,
  createCodeReader,
  ticketOf,
} from "./bundle-cards.ts";
import type { StationReadDeps } from "./station-read.ts";
import { createWorkReader, type WorkRead } from "./work-read.ts";

/** Machine pieces against declared ones. */
export interface DifferenceRead {
  readonly bundle: string;
  readonly operation: string;
  readonly operationLabel: Words;
  readonly stationId: string;
  readonly openedAt: number;
  readonly finishedAt: number;
  readonly machine: number;
  /** Test stitches and unpicking that people said: the machine made `machine + corrected` pieces. */
  readonly corrected: number;
  readonly declared: number;
}

/** A bundle left open overnight. */
export interface CarriedOverRead {
  readonly bundle: BundleCard;
  readonly operation: string;
  readonly stationId: string;
  readonly openedAt: number;
}

/** A delivery slip of a subcontractor. */
export interface SlipRead {
  readonly slipId: string;
  readonly partner: string;
  readonly sentAt: number;
  /** `away`: pieces that have not come back. */
  readonly bundles: readonly { readonly code: string; readonly away: number }[];
}

const LISTED_MAX = 500;
const DAY_MS = 86_400_000;

/** What a supervisor reads in the morning and settles. */
export function createSupervisorReads(sqlite: Database, deps: StationReadDeps) {
  const { catalogue, machine, timeline: readTimeline } = deps;
  const statements = prepare(sqlite);
  const works = createWorkReader(sqlite, machine);
  const codeOf = createCodeReader(sqlite);

  /** By the routing that the bundle's order froze; its code where that is not known. */
  function labelOf(bundleId: number, code: string): Words {
    const { orderId = "", styleId = "" } = statements.bundle.get(bundleId) ?? {};
    const routing = catalogue.orders.routingOf(orderId, styleId);
    const label = routing?.operations.find((operation) => operation.code === code)?.label;
    return label ?? { fr: code };
  }

  return {
    /** Where a machine counted other pieces than were declared, of the work that ended on a working day. */
    readDifferences: sqlite.transaction((day: number): DifferenceRead[] => {
      catalogue.orders.reload();
      machine.refresh();
      const timeline = readTimeline();
      const around = { from: (day - 1) * DAY_MS, to: (day + 3) * DAY_MS };
      return statements.stations.all(around.from).flatMap((stationId) =>
        works
          .finished(stationId, around, timeline)
          .filter(({ to, made }) => made !== null && timeline.slotAt(to)?.day === day)
          .map((work) => ({ ...work, corrected: statements.corrected.get(spanOf(work)) ?? 0 }))
          .filter(({ made, corrected, declared }) => (made ?? 0) + corrected !== declared)
          .map(({ bundleId, operation, from, to, made, corrected, declared }) => ({
            bundle: codeOf(bundleId),
            ...{ operation, stationId, corrected, declared },
            operationLabel: labelOf(bundleId, operation),
            openedAt: from,
            finishedAt: to,
            machine: made ?? 0,
          })),
      );
    }),
    /** Bundles that were open already when the working day began. */
    readCarriedOver: sqlite.transaction((now: number): CarriedOverRead[] => {
      catalogue.styles.reload();
      const timeline = readTimeline();
      const today = timeline.slotAt(now)?.day ?? 0;
      const began = timeline.windowsOf(today)[0]?.from ?? today * DAY_MS;
      return statements.open.all(began).map((row) => ({
        bundle: cardOf(catalogue, row),
        operation: row.operation,
        stationId: row.openStation ?? "",
        openedAt: row.openedAt,
      }));
    }),
    /** Delivery slips, the newest first. */
    readSlips: sqlite.transaction((): SlipRead[] => {
      const slips = Map.groupBy(statements.slips.all(), ({ slipId }) => slipId);
      return [...slips].map(([slipId, rows]) => ({
        slipId,
        partner: rows[0]?.partner ?? "",
        sentAt: Math.min(...rows.map(({ at }) => at)),
        bundles: rows.flatMap(({ n }) =>
          statements.slipBundles.all(n).map((row) => ({
            code: formatCode(ticketOf(row)),
            away: row.outside === slipId ? row.away : 0,
          })),
        ),
      }));
    }),
  };
}

function spanOf({ bundleId, stationId, from, to }: WorkRead) {
  return { bundleId, stationId, from, to };
}

function prepare(sqlite: Database) {
  const notUndone =
    "NOT EXISTS (SELECT 1 FROM acts u WHERE u.about = a.key AND u.state = 'accepted' AND u.kind IN ('undo', 'settle'))";
  return {
    corrected: sqlite
      .prepare<{ bundleId: number; stationId: string; from: number; to: number }, number | null>(
        `SELECT sum(json_extract(${BODY_NOW}, '$.pieces')) FROM act_bundles b JOIN acts a ON a.n = b.n
         WHERE b.bundle_id = @bundleId AND a.kind = 'correction' AND a.state = 'accepted'
           AND a.station_id = @stationId AND a.at >= @from AND a.at <= @to AND ${notUndone}`,
      )
      .pluck(),
    bundle: sqlite.prepare<[number], { orderId: string; styleId: string }>(
      "SELECT order_id AS orderId, style_id AS styleId FROM bundles WHERE id = ?",
    ),
    stations: sqlite
      .prepare<[number], string>(
        "SELECT DISTINCT station_id FROM works WHERE station_id IS NOT NULL AND finished_at > ? ORDER BY 1",
      )
      .pluck(),
    open: sqlite.prepare<[number], BundleRow & { operation: string; openedAt: number }>(
      `SELECT ${BUNDLE_COLUMNS}, w.operation, w.opened_at AS openedAt
       FROM ${BUNDLE_TABLES} JOIN works w ON w.bundle_id = s.bundle_id
       WHERE s.open_station IS NOT NULL AND w.operation = json_extract(s.body, '$.open') AND w.opened_at < ?
       ORDER BY w.opened_at LIMIT ${LISTED_MAX}`,
    ),
    slips: sqlite.prepare<[], { n: number; slipId: string; partner: string; at: number }>(
      `SELECT a.n, json_extract(a.body, '$.slipId') AS slipId, json_extract(a.body, '$.partner') AS partner, a.at
       FROM acts a WHERE a.kind = 'dispatch' AND a.state = 'accepted' AND ${notUndone}
       ORDER BY a.n DESC LIMIT ${LISTED_MAX}`,
    ),
    slipBundles: sqlite.prepare<
      [number],
      Pick<BundleRow, "orderNumber" | "number" | "outside"> & { away: number }
    >(
      `SELECT o.number AS orderNumber, s.outside, json_extract(s.body, '$.away') AS away,
         (SELECT number FROM tickets t WHERE t.bundle_id = b.id ORDER BY state = 'valid' DESC, number DESC LIMIT 1) AS number
       FROM act_bundles x JOIN bundle_states s ON s.bundle_id = x.bundle_id JOIN bundles b ON b.id = s.bundle_id
         JOIN orders o ON o.id = s.order_id WHERE x.n = ?`,
    ),
  };
}
