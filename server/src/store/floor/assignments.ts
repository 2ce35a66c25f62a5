import { randomBytes } from "node:crypto";
import type { Database } from "better-sqlite3";
import type { Operators } from "../catalogue/operators.ts";
import type { Stretches } from "../stretches.ts";
import type { ChangedDays } from "./changed-days.ts";
import { endOfPresence } from "./presence.ts";

/** Somebody at a station for a while: the only rows that say who was where. */
export interface Assignment {
  readonly id: string;
  readonly operatorId: string;
  readonly stationId: string;
  /** UTC ms. */
  readonly from: number;
  /** UTC ms; null while nobody has said that it ended. */
  readonly to: number | null;
}

/** Who is where ([Y10] to [Y12]). An assignment is drawn anew at each badge-in; the log carries only its id. */
export interface Assignments {
  find(id: string): Assignment | null;
  /** Somebody comes to a station; whoever is there already stays there. */
  begin(coming: Coming): Assignment;
  /** Somebody leaves, at a moment; at the end of the shift when that was before. */
  end(assignment: Assignment, at: number): void;
  /** Where somebody was last before a moment, though they are taken to have left; null when nowhere. */
  whereWas(operatorId: string, at: number): Assignment | null;
  /** Those who are at a station at a moment. */
  presentAt(stationId: string, at: number): Assignment[];
}

export interface Coming {
  readonly operatorId: string;
  readonly stationId: string;
  readonly at: number;
  /** Drawn by the screen while it had no network. */
  readonly id: string | undefined;
}

const COLUMNS =
  'id, operator_id AS operatorId, station_id AS stationId, from_ms AS "from", to_ms AS "to"';

export interface AssignmentDeps {
  readonly stretches: Stretches;
  readonly operators: Pick<Operators, "find">;
  readonly changed: Pick<ChangedDays, "between">;
}

export function createAssignments(
  sqlite: Database,
  { stretches, operators, changed }: AssignmentDeps,
): Assignments {
  const statements = prepare(sqlite);

  /** When somebody who came then is taken to have left, at the latest. */
  function endOf({ from, to, operatorId }: Assignment): number {
    if (to !== null) return to;
    const pattern = operators.find(operatorId)?.pattern;
    return endOfPresence(stretches.timeline, { from, pattern });
  }

  function whereIs(operatorId: string, at: number): Assignment | null {
    const last = statements.before.get(operatorId, at);
    return last !== undefined && at < endOf(last) ? last : null;
  }

  function open({ id, operatorId, stationId, at }: Coming, former: Assignment | null): Assignment {
    const next = statements.after.get(operatorId, at)?.from ?? null;
    const formerTo = former?.to ?? null;
    const to = next === null ? formerTo : Math.min(next, formerTo ?? next);
    const isFree = id !== undefined && statements.find.get(id) === undefined;
    const made = { id: isFree ? id : drawId(), operatorId, stationId, from: at, to };
    statements.insert.run({ ...made, endedBy: to === null ? null : "other-station" });
    return made;
  }

  return {
    find: (id) => statements.find.get(id) ?? null,
    begin(coming) {
      const former = whereIs(coming.operatorId, coming.at);
      if (former?.stationId === coming.stationId && coming.id === undefined) return former;
      const made = open(coming, former);
      changed.between(made.from, made.to ?? endOf(made));
      if (former !== null) statements.end.run(coming.at, "other-station", former.id);
      return made;
    },
    whereWas: (operatorId, at) => statements.before.get(operatorId, at) ?? null,
    end(assignment, at) {
      const { id, from } = assignment;
      const before = endOf(assignment);
      statements.end.run(Math.max(Math.min(at, before), from), "badge", id);
      changed.between(from, before);
    },
    presentAt(stationId, at) {
      return statements.at.all(stationId, at).filter((found) => at < endOf(found));
    },
  };
}

function drawId(): string {
  return randomBytes(12).toString("base64url").replaceAll("-", "a").replaceAll("_", "b");
}

function prepare(sqlite: Database) {
  return {
    find: sqlite.prepare<[string], Assignment>(`SELECT ${COLUMNS} FROM assignments WHERE id = ?`),
    before: sqlite.prepare<[string, number], Assignment>(
      `SELECT ${COLUMNS} FROM assignments WHERE operator_id = ? AND from_ms <= ?
       ORDER BY from_ms DESC, rowid DESC LIMIT 1`,
    ),
    after: sqlite.prepare<[string, number], Assignment>(
      `SELECT ${COLUMNS} FROM assignments WHERE operator_id = ? AND from_ms > ?
       ORDER BY from_ms LIMIT 1`,
    ),
    at: sqlite.prepare<[string, number], Assignment>(
      `SELECT ${COLUMNS} FROM assignments WHERE station_id = ? AND from_ms <= ?
       ORDER BY from_ms DESC LIMIT 50`,
    ),
    insert: sqlite.prepare(
      `INSERT INTO assignments (id, operator_id, station_id, from_ms, to_ms, ended_by)
       VALUES (@id, @operatorId, @stationId, @from, @to, @endedBy)`,
    ),
    end: sqlite.prepare("UPDATE assignments SET to_ms = ?, ended_by = ? WHERE id = ?"),
  };
}
