import type { DayNumber, Timeline } from "@trame/shared";
import type { Database } from "better-sqlite3";
import { daySpans } from "../supervision/day-spans.ts";

/** A figure about fewer people points at someone. */
const LEAST = 4;

/** People who badged in at the stations of a line on a day; `few` when they were fewer than four ([EX10]). */
export interface LineHeads {
  readonly lineId: string;
  readonly people: number | "few";
}

/** Counts people by line: who they are, and how many few are, never leaves the store. */
export function createHeadsRead(
  sqlite: Database,
  { timeline: readTimeline }: { readonly timeline: () => Timeline },
) {
  const came = sqlite.prepare<
    { from: number; to: number },
    { operatorId: string; stationId: string; at: number }
  >(
    `SELECT operator_id AS operatorId, station_id AS stationId, from_ms AS at FROM assignments
     WHERE from_ms >= @from AND from_ms < @to`,
  );
  return (day: DayNumber): LineHeads[] => {
    const timeline = readTimeline();
    const people = new Map<string, Set<string>>();
    for (const span of daySpans(timeline, day)) {
      for (const { operatorId, stationId, at } of came.all(span)) {
        const lines = timeline.planAt(at)?.lines ?? [];
        const line = lines.find(({ stations }) => stations.some(({ id }) => id === stationId));
        if (line === undefined) continue;
        const own = people.get(line.id) ?? new Set();
        people.set(line.id, own.add(operatorId));
      }
    }
    return [...people].map(([lineId, { size }]) => ({
      lineId,
      people: size < LEAST ? "few" : size,
    }));
  };
}
