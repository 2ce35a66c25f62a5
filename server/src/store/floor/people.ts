import type { OperatorMode, Present, Timeline } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { CatalogueStore } from "../catalogue/catalogue.ts";
import { BODY_NOW } from "./amended.ts";
import type { Assignment } from "./assignments.ts";
import { endOfPresence } from "./presence.ts";

const DAY_MS = 86_400_000;
/** A working day reaches from its date's first hour anywhere on earth into the next one's. */
const AROUND_MS = 2 * DAY_MS;

const NORMAL: OperatorMode = {
  simple: false,
  contrast: false,
  largeText: false,
  sound: false,
  speech: false,
  oneSwitch: false,
  leftHanded: false,
};

/**
 * Who is at a station now; where the workshop has « Ma journée », each with what they made since the working day began, wherever
 * that was ([Y11], [PR5]).
 */
export function createPeople(sqlite: Database, catalogue: Pick<CatalogueStore, "operators">) {
  const statements = prepare(sqlite);

  /** Good pieces that a person declared, and what they corrected; what was undone counts no more. */
  function dayPieces(operatorId: string, { timeline, now }: Moment): number {
    const today = timeline.slotAt(now)?.day;
    const assignments = statements.ofOperator
      .all(operatorId, now - AROUND_MS)
      .filter(({ from }) => timeline.slotAt(from)?.day === today);
    return assignments.reduce((sum, { id }) => sum + (statements.made.get(id) ?? 0), 0);
  }

  return (stationId: string, moment: Moment): Present[] => {
    const { timeline, now } = moment;
    return statements.at
      .all(stationId, now)
      .map((row) => ({ ...row, operator: catalogue.operators.find(row.operatorId) }))
      .filter(({ from, to, operator }) => {
        return now < (to ?? endOfPresence(timeline, { from, pattern: operator?.pattern }));
      })
      .toSorted((a, b) => a.from - b.from)
      .map(({ id, operatorId, from, operator }) => {
        return {
          assignmentId: id,
          pseudonym: operator?.pseudonym ?? "",
          pictogram: operator?.pictogram ?? null,
          since: from,
          mode: { ...NORMAL, ...operator?.mode },
          dayPieces: moment.hasOwnDay ? dayPieces(operatorId, moment) : null,
        };
      });
  };
}

interface Moment {
  readonly timeline: Timeline;
  /** UTC ms. */
  readonly now: number;
  readonly hasOwnDay: boolean;
}

function prepare(sqlite: Database) {
  const columns =
    'id, operator_id AS operatorId, station_id AS stationId, from_ms AS "from", to_ms AS "to"';
  return {
    at: sqlite.prepare<[string, number], Assignment>(
      `SELECT ${columns} FROM assignments WHERE station_id = ? AND from_ms <= ?
       ORDER BY from_ms DESC LIMIT 50`,
    ),
    ofOperator: sqlite.prepare<[string, number], Assignment>(
      `SELECT ${columns} FROM assignments WHERE operator_id = ? AND from_ms > ?`,
    ),
    made: sqlite
      .prepare<[string], number>(
        `SELECT coalesce(sum(coalesce(json_extract(${BODY_NOW}, '$.outcome.good'), json_extract(${BODY_NOW}, '$.pieces'))), 0)
         FROM acts a WHERE a.assignment_id = ? AND a.kind IN ('finish', 'correction') AND a.state = 'accepted'
           AND NOT EXISTS (SELECT 1 FROM acts u WHERE u.about = a.key AND u.kind = 'undo' AND u.state = 'accepted')`,
      )
      .pluck(),
  };
}
