import type { Database } from "better-sqlite3";
import type { Clockwork } from "../clock-steps.ts";
import { timeOf } from "./act-log.ts";
import { BODY_NOW } from "./amended.ts";
import type { Cells } from "./cells.ts";
import type { TallyRows } from "./tally-rows.ts";

/** Counts by hand and corrections: what they add is theirs alone, whatever happens to bundles. */
export interface LooseTallies {
  /** Counts one as it stands, or takes it away when it was undone. */
  refold(n: number): void;
  /** All that arrived from a number on. */
  refoldFrom(n: number): void;
}

interface Row {
  readonly n: number;
  readonly run: number;
  readonly kind: "hand-count" | "correction";
  readonly at: number;
  readonly eventAt: null;
  readonly stationId: string;
  readonly assignmentId: string | null;
  readonly pieces: number;
  readonly isUndone: number;
}

export function createLooseTallies(
  sqlite: Database,
  { cells, clockwork, tallies }: { cells: Cells; clockwork: Clockwork; tallies: TallyRows },
): LooseTallies {
  const columns = `a.n, a.run, a.kind, a.at, NULL AS eventAt, a.station_id AS stationId, a.assignment_id AS assignmentId,
    json_extract(${BODY_NOW}, '$.pieces') AS pieces,
    EXISTS (SELECT 1 FROM acts u WHERE u.about = a.key AND u.kind = 'undo' AND u.state = 'accepted') AS isUndone`;
  const where = "a.kind IN ('hand-count', 'correction') AND a.state = 'accepted'";
  const one = sqlite.prepare<[number], Row>(
    `SELECT ${columns} FROM acts a WHERE a.n = ? AND ${where}`,
  );
  const from = sqlite.prepare<[number], Row>(
    `SELECT ${columns} FROM acts a WHERE a.n >= ? AND ${where}`,
  );

  function keep(row: Row): void {
    const { n, kind, stationId, pieces, assignmentId } = row;
    if (row.isUndone === 1) {
      tallies.writeLoose(n, null);
      return;
    }
    // An hour that a person names does not move with the server's clock.
    const at = kind === "hand-count" ? row.at : timeOf(clockwork, row);
    const origin = kind === "hand-count" ? "hand" : "correction";
    const counted = kind === "hand-count" ? cells.momentOfHour(stationId, at) : at;
    const cell = cells.cellOf({ at: counted, stationId, operation: null }, null);
    tallies.writeLoose(n, { ...cell, at, pieces, origin, assignmentId, operation: null });
  }

  return {
    refold(n) {
      const row = one.get(n);
      if (row !== undefined) keep(row);
    },
    refoldFrom(n) {
      for (const row of from.all(n)) keep(row);
    },
  };
}
