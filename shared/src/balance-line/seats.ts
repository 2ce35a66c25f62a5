import type { Division } from "./division.ts";
import type { LineTask } from "./line-work.ts";

/** Where somebody works: the station of each of their tasks. */
export interface Seats {
  readonly operatorId: string;
  /** Each once, in the order of their tasks; the first is where they are expected. */
  readonly stationIds: readonly string[];
}

/**
 * A station for each task of a division: one that the person has already, else one that nobody has, else the first that can do
 * it, which two people then share.
 */
export function seatsOf(tasks: readonly LineTask[], division: Division): Seats[] {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const taken = new Set<string>();
  return division.map(({ operatorId, tasks: own }) => {
    const mine: string[] = [];
    for (const id of own) {
      const { stationIds = [] } = byId.get(id) ?? {};
      if (stationIds.some((station) => mine.includes(station))) continue;
      const station = stationIds.find((each) => !taken.has(each)) ?? stationIds[0];
      if (station === undefined) continue;
      mine.push(station);
      taken.add(station);
    }
    return { operatorId, stationIds: mine };
  });
}
