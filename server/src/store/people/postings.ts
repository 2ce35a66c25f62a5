import { type DayNumber, type Duty, POSTINGS_KEPT_DAYS, type Seats } from "@trame/shared";
import type { Database } from "better-sqlite3";

/** What somebody does today, and where. */
export type PostedDuty = Duty & Seats;

/** Who does what on a line on a day, as a supervisor accepted it. */
export interface Posting {
  readonly lineId: string;
  /** UTC ms. */
  readonly recordedAt: number;
  readonly orderId: string;
  /** In the order of the line. */
  readonly people: readonly PostedDuty[];
}

/** Where a supervisor sent somebody. */
export interface Sending {
  readonly operatorId: string;
  /** null: nowhere, whatever was accepted before. */
  readonly stationId: string | null;
  /** UTC ms. */
  readonly recordedAt: number;
}

/** Somebody is away. */
export interface Absence {
  readonly operatorId: string;
  /** UTC ms. */
  readonly recordedAt: number;
}

/**
 * Who is wanted where and who is away, by working day. These rows name people: they stay out of the log and of every wall, and go
 * after {@link KEPT_DAYS}.
 */
export interface Postings {
  ofDay(day: DayNumber): Posting[];
  put(day: DayNumber, posting: Posting): void;
  sendings(day: DayNumber): Sending[];
  send(day: DayNumber, sending: Sending): void;
  /** As if nobody had sent them anywhere. */
  unsend(day: DayNumber, operatorId: string): void;
  absences(day: DayNumber): Absence[];
  /** From a day on, by day. */
  absencesFrom(day: DayNumber): (Absence & { readonly day: DayNumber })[];
  setAbsent(day: DayNumber, absence: Absence): void;
  setPresent(day: DayNumber, operatorId: string): void;
  /** Deletes all that is of a day before one. */
  forgetBefore(day: DayNumber): void;
}

/** How long after their day such rows are kept. */
export const KEPT_DAYS = POSTINGS_KEPT_DAYS;

interface PostingRow {
  readonly lineId: string;
  readonly recordedAt: number;
  readonly body: string;
}

/** Over any connection; only the writer's may write. */
export function createPostings(sqlite: Database): Postings {
  const { accepted, sending, absence, forget } = prepare(sqlite);
  return {
    ofDay: (day) =>
      accepted.all.all(day).map(({ body, ...row }) => ({ ...row, ...JSON.parse(body) })),
    put(day, { lineId, recordedAt, orderId, people }) {
      accepted.put.run({ day, lineId, recordedAt, body: JSON.stringify({ orderId, people }) });
    },
    sendings: (day) => sending.all.all(day),
    send(day, sent) {
      sending.put.run({ day, ...sent });
    },
    unsend(day, operatorId) {
      sending.drop.run(day, operatorId);
    },
    absences: (day) => absence.all.all(day),
    absencesFrom: (day) => absence.from.all(day),
    setAbsent(day, { operatorId, recordedAt }) {
      absence.put.run(day, operatorId, recordedAt);
    },
    setPresent(day, operatorId) {
      absence.drop.run(day, operatorId);
    },
    forgetBefore(day) {
      for (const statement of forget) statement.run(day);
    },
  };
}

function prepare(sqlite: Database) {
  return {
    accepted: {
      all: sqlite.prepare<[number], PostingRow>(
        "SELECT line_id AS lineId, recorded_at AS recordedAt, body FROM postings WHERE day = ? ORDER BY line_id",
      ),
      put: sqlite.prepare(
        `INSERT INTO postings (line_id, day, recorded_at, body) VALUES (@lineId, @day, @recordedAt, @body)
         ON CONFLICT DO UPDATE SET recorded_at = excluded.recorded_at, body = excluded.body`,
      ),
    },
    sending: {
      all: sqlite.prepare<[number], Sending>(
        `SELECT operator_id AS operatorId, station_id AS stationId, recorded_at AS recordedAt
         FROM sendings WHERE day = ? ORDER BY operator_id`,
      ),
      put: sqlite.prepare(
        `INSERT INTO sendings (day, operator_id, station_id, recorded_at)
         VALUES (@day, @operatorId, @stationId, @recordedAt)
         ON CONFLICT DO UPDATE SET station_id = excluded.station_id, recorded_at = excluded.recorded_at`,
      ),
      drop: sqlite.prepare("DELETE FROM sendings WHERE day = ? AND operator_id = ?"),
    },
    absence: {
      all: sqlite.prepare<[number], Absence>(
        "SELECT operator_id AS operatorId, recorded_at AS recordedAt FROM absences WHERE day = ? ORDER BY operator_id",
      ),
      from: sqlite.prepare<[number], Absence & { day: number }>(
        "SELECT day, operator_id AS operatorId, recorded_at AS recordedAt FROM absences WHERE day >= ? ORDER BY day, operator_id",
      ),
      put: sqlite.prepare(
        "INSERT INTO absences (day, operator_id, recorded_at) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET recorded_at = excluded.recorded_at",
      ),
      drop: sqlite.prepare("DELETE FROM absences WHERE day = ? AND operator_id = ?"),
    },
    forget: ["postings", "sendings", "absences"].map((table) =>
      sqlite.prepare(`DELETE FROM ${table} WHERE day < ?`),
    ),
  };
}
