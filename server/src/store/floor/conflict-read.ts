import type { BundleCard, Conflict, Outcome } from "@trame/shared";
import type { Database } from "better-sqlite3";
import { BUNDLE_COLUMNS, BUNDLE_TABLES, type BundleRow, cardOf } from "./bundle-cards.ts";
import type { StationReadDeps } from "./station-read.ts";

/** An act in conflict, or one that it contradicts, as a supervisor needs it. */
export interface ConflictAct {
  readonly key: string;
  readonly kind: string;
  readonly stationId: string | null;
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

const LISTED_MAX = 500;

/** Reads what does not fit together, and codes that name no bundle; the oldest first. */
export function createConflictReader(
  sqlite: Database,
  { catalogue }: Pick<StationReadDeps, "catalogue">,
): () => ConflictRead[] {
  const statements = prepare(sqlite);

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

  return sqlite.transaction((): ConflictRead[] => {
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
  });
}

function prepare(sqlite: Database) {
  return {
    act: sqlite.prepare<
      [string],
      Omit<ConflictAct, "code" | "operation" | "outcome"> & { body: string }
    >(`SELECT key, kind, station_id AS stationId, at, body FROM acts WHERE key = ?`),
    inConflict: sqlite.prepare<[], BundleRow & { conflicts: string }>(
      `SELECT ${BUNDLE_COLUMNS}, json_extract(s.body, '$.conflicts') AS conflicts FROM ${BUNDLE_TABLES}
       WHERE s.has_conflict = 1 ORDER BY s.bundle_id LIMIT ${LISTED_MAX}`,
    ),
    unknown: sqlite
      .prepare<[], string>(
        `SELECT a.key FROM acts a
         WHERE a.state = 'accepted' AND a.kind <> 'badge' AND json_extract(a.answer, '$.conflict') = 'unknown-code'
           AND NOT EXISTS (SELECT 1 FROM acts u WHERE u.about = a.key AND u.state = 'accepted' AND u.kind IN ('undo', 'settle'))
         ORDER BY a.n DESC LIMIT ${LISTED_MAX}`,
      )
      .pluck(),
  };
}
