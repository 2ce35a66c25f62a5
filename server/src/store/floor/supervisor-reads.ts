import { type BundleCard, type Conflict, formatCode, type Outcome } from "@trame/shared";
import type { Database } from "better-sqlite3";
import {
  BUNDLE_COLUMNS,
  BUNDLE_TABLES,
  type BundleRow,
  cardOf,
  createCodeReader,
  ticketOf,
} from "./bundle-cards.ts";
import type { StationReadDeps } from "./station-read.ts";
import { createWorkReader } from "./work-read.ts";

/** An act in conflict, or one that it contradicts, as a supervisor needs it. */
export interface ConflictAct {
  readonly key: string;
  readonly kind: string;
  readonly stationId: string | null;
  readonly assignmentId: string | null;
  readonly at: number;
  /** As it was read or typed. */
  readonly code: string | null;
  readonly operation: string | null;
  readonly outcome: Outcome | null;
}

/** Something to settle. */
export interface ConflictRead {
  readonly code: Conflict["code"] | "unknown-code";
  /** null for a code that names none. */
  readonly bundle: BundleCard | null;
  readonly act: ConflictAct;
  readonly against: ConflictAct | null;
}

/** Machine pieces against declared ones. */
export interface DifferenceRead {
  readonly bundle: string;
  readonly operation: string;
  readonly stationId: string;
  readonly openedAt: number;
  readonly finishedAt: number;
  readonly machine: number;
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

  function act(key: string): ConflictAct | null {
    const row = statements.act.get(key);
    if (row === undefined) return null;
    const { body, ...head } = row;
    const {
      code = null,
      operation = null,
      outcome = null,
    }: Partial<ConflictAct> = JSON.parse(body);
    return { ...head, code, operation, outcome };
  }

  function conflictsOf(row: BundleRow & { conflicts: string }): ConflictRead[] {
    const conflicts: Conflict[] = JSON.parse(row.conflicts);
    return conflicts.flatMap(({ code, key, against }) => {
      const found = act(key);
      const bundle = cardOf(catalogue, row);
      return found === null
        ? []
        : [{ code, bundle, act: found, against: against === null ? null : act(against) }];
    });
  }

  return {
    /** What does not fit together, and codes that name no bundle; the oldest first. */
    readConflicts: sqlite.transaction((): ConflictRead[] => {
      catalogue.styles.reload();
      const unknown = statements.unknown.all().flatMap((key) => {
        const found = act(key);
        return found === null
          ? []
          : [{ code: "unknown-code" as const, bundle: null, act: found, against: null }];
      });
      return [...statements.inConflict.all().flatMap(conflictsOf), ...unknown].toSorted(
        (a, b) => a.act.at - b.act.at,
      );
    }),
    /** Where a machine counted other pieces than were declared, of the work that ended on a working day. */
    readDifferences: sqlite.transaction((day: number): DifferenceRead[] => {
      machine.refresh();
      const timeline = readTimeline();
      const around = { from: (day - 1) * DAY_MS, to: (day + 3) * DAY_MS };
      return statements.stations.all(around.from).flatMap((stationId) =>
        works
          .finished(stationId, around, timeline)
          .filter(({ to, made, declared }) => {
            return made !== null && made !== declared && timeline.slotAt(to)?.day === day;
          })
          .map(({ bundleId, operation, from, to, made, declared }) => ({
            bundle: codeOf(bundleId),
            ...{ operation, stationId, declared },
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

function prepare(sqlite: Database) {
  const notUndone =
    "NOT EXISTS (SELECT 1 FROM acts u WHERE u.about = a.key AND u.state = 'accepted' AND u.kind IN ('undo', 'settle'))";
  return {
    act: sqlite.prepare<
      [string],
      Omit<ConflictAct, "code" | "operation" | "outcome"> & { body: string }
    >(
      `SELECT key, kind, station_id AS stationId, assignment_id AS assignmentId, at, body FROM acts WHERE key = ?`,
    ),
    inConflict: sqlite.prepare<[], BundleRow & { conflicts: string }>(
      `SELECT ${BUNDLE_COLUMNS}, json_extract(s.body, '$.conflicts') AS conflicts FROM ${BUNDLE_TABLES}
       WHERE s.has_conflict = 1 ORDER BY s.bundle_id LIMIT ${LISTED_MAX}`,
    ),
    unknown: sqlite
      .prepare<[], string>(
        `SELECT a.key FROM acts a WHERE a.kind = 'scan' AND a.state = 'accepted'
           AND json_extract(a.body, '$.bundleId') IS NULL AND ${notUndone}
         ORDER BY a.n DESC LIMIT ${LISTED_MAX}`,
      )
      .pluck(),
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
