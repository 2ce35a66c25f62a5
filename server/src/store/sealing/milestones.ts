import { countUntil } from "@trame/shared";
import type { Database } from "better-sqlite3";

/** A part that a sample added, with where and when. */
export interface Made {
  readonly at: number;
  readonly placeId: number;
  readonly day: number;
  readonly hour: number;
}

const QUARTER_MS = 900_000;

/**
 * Tells which parts of a boot may be told as one: those of a quarter of an hour, between which no bundle was opened, finished or taken
 * for done at the station, and nobody did anything there. So every sum that reports and stories ask for stays what it was ([SL2]).
 */
export function createGrouping(sqlite: Database) {
  const stationOf = sqlite
    .prepare<[number], string>("SELECT station_id FROM places WHERE id = ?")
    .pluck();
  const moments = sqlite
    .prepare<{ stationId: string; from: number; to: number }, number>(
      `SELECT opened_at FROM works WHERE station_id = @stationId AND opened_at BETWEEN @from AND @to
       UNION SELECT finished_at FROM works WHERE station_id = @stationId AND finished_at BETWEEN @from AND @to
       UNION SELECT at + 1 FROM deductions WHERE station_id = @stationId AND at BETWEEN @from AND @to
       UNION SELECT at FROM acts WHERE station_id = @stationId AND at BETWEEN @from AND @to
       UNION SELECT from_ms FROM plans WHERE from_ms BETWEEN @from AND @to
       ORDER BY 1`,
    )
    .pluck();

  /** @param made ascending by time */
  return (made: readonly Made[]): ((part: Made) => string) => {
    const [from, to] = [made[0]?.at ?? 0, made.at(-1)?.at ?? 0];
    const ids = [...new Set(made.map(({ placeId }) => placeId))];
    const ofPlace = new Map(
      ids.map((id) => {
        const stationId = stationOf.get(id) ?? "";
        return [id, moments.all({ stationId, from, to })] as const;
      }),
    );
    return ({ at, placeId, day, hour }) => {
      const since = countUntil(ofPlace.get(placeId) ?? [], at);
      return [placeId, day, hour, Math.floor(at / QUARTER_MS), since].join(" ");
    };
  };
}
