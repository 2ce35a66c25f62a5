import type { DayNumber, Timeline } from "@trame/shared";
import type { Database } from "better-sqlite3";
import { type Came, headsOf } from "../retention/roll-up.ts";
import { daySpans } from "../supervision/day-spans.ts";

/** A figure about fewer people points at someone. */
const LEAST = 4;

/** People who badged in at the stations of a line on a day; `few` when they were fewer than four ([EX10]). */
export interface LineHeads {
  readonly lineId: string;
  readonly people: number | "few";
}

interface Counted {
  readonly lineId: string;
  readonly people: number;
}

/** Counts people by line: who they are, and how many few are, never leaves the store. */
export function createHeadsRead(
  sqlite: Database,
  { timeline: readTimeline }: { readonly timeline: () => Timeline },
) {
  const came = sqlite.prepare<{ from: number; to: number }, Came>(
    `SELECT operator_id AS operatorId, station_id AS stationId, from_ms AS "from" FROM assignments
     WHERE from_ms >= @from AND from_ms < @to`,
  );
  const rolledUp = sqlite.prepare<[DayNumber], Counted>(
    "SELECT line_id AS lineId, people FROM line_heads WHERE day = ?",
  );
  return (day: DayNumber): LineHeads[] => {
    const timeline = readTimeline();
    const known = headsOf(
      daySpans(timeline, day).flatMap((span) => came.all(span)),
      timeline,
    );
    const counted = [
      ...rolledUp.all(day),
      ...known.map(([, lineId, people]): Counted => ({ lineId, people })),
    ];
    // By name: any other order would say something of who came first.
    const lines = [...Map.groupBy(counted, ({ lineId }) => lineId)].toSorted(([a], [b]) =>
      a < b ? -1 : 1,
    );
    return lines.map(([lineId, own]) => {
      const people = own.reduce((sum, each) => sum + each.people, 0);
      return { lineId, people: people < LEAST ? "few" : people };
    });
  };
}
