import type { DayNumber, StateSegment } from "@trame/shared";
import type { Database } from "better-sqlite3";

/** How a station stood over a sealed working day. */
export interface SealedStation {
  /** The pieces beside which a state begins or ends, or that a word of people asks for; ascending, UTC ms. */
  readonly pieces: readonly number[];
  /** By each part of the day, as the plans had it. */
  readonly states: readonly (readonly StateSegment[])[];
}

/** The working days of which no sample is needed any more. */
export interface SealedStates {
  isSealed(day: DayNumber): boolean;
  /** The next days, from one on, on which anything happened; so many at most. */
  filledFrom(day: DayNumber, most: number): DayNumber[];
  /** The last sealed one; null while there is none. */
  last(): DayNumber | null;
  /** Null where the station was in no plan of the day, or is not done yet. */
  of(day: DayNumber, stationId: string): SealedStation | null;
  /** Stations of a day that are done. */
  doneOf(day: DayNumber): string[];
  put(day: DayNumber, stationId: string, station: SealedStation): void;
  close(day: DayNumber): void;
}

export function createSealedStates(sqlite: Database): SealedStates {
  const isSealed = sqlite
    .prepare<[number], number>("SELECT EXISTS (SELECT 1 FROM sealed_days WHERE day = ?)")
    .pluck();
  const filled = sqlite
    .prepare<[number, number], number>("SELECT day FROM days WHERE day >= ? ORDER BY day LIMIT ?")
    .pluck();
  const last = sqlite.prepare<[], number | null>("SELECT max(day) FROM sealed_days").pluck();
  const find = sqlite
    .prepare<[number, string], string>(
      "SELECT body FROM sealed_states WHERE day = ? AND station_id = ?",
    )
    .pluck();
  const done = sqlite
    .prepare<[number], string>("SELECT station_id FROM sealed_states WHERE day = ?")
    .pluck();
  const put = sqlite.prepare("INSERT INTO sealed_states (day, station_id, body) VALUES (?, ?, ?)");
  const close = sqlite.prepare("INSERT INTO sealed_days (day) VALUES (?)");
  return {
    isSealed: (day) => isSealed.get(day) === 1,
    filledFrom: (day, most) => filled.all(day, most),
    last: () => last.get() ?? null,
    of(day, stationId) {
      const body = find.get(day, stationId);
      return body === undefined ? null : JSON.parse(body);
    },
    doneOf: (day) => done.all(day),
    put: (day, stationId, station) => void put.run(day, stationId, JSON.stringify(station)),
    close: (day) => void close.run(day),
  };
}
