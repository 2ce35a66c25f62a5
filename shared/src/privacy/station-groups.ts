import { GROUP_MIN } from "../people/masked.ts";

/** What of a station says to which group it belongs. */
export interface GroupedStation {
  readonly stationId: string;
  /** As the plan names it. */
  readonly operation: string;
}

/** Stations of a line whose figures are told together. */
export interface StationGroup {
  /** In the order of the line. */
  readonly operations: readonly string[];
  readonly stationIds: readonly string[];
}

/**
 * The stations of a line, in its order, in groups of at least four: operations side by side are put together until so many stations
 * do them, and what is left over goes with the group before it ([PR6]). A line of fewer than four stations is one group.
 */
export function stationGroups(stations: readonly GroupedStation[]): StationGroup[] {
  const groups: { operations: string[]; stationIds: string[] }[] = [];
  for (const [operation, own] of Map.groupBy(stations, (station) => station.operation)) {
    const open = groups.at(-1);
    const stationIds = own.map(({ stationId }) => stationId);
    if (open === undefined || open.stationIds.length >= GROUP_MIN) {
      groups.push({ operations: [operation], stationIds });
    } else {
      open.operations.push(operation);
      open.stationIds.push(...stationIds);
    }
  }
  const last = groups.at(-1);
  const before = groups.at(-2);
  if (last === undefined || before === undefined || last.stationIds.length >= GROUP_MIN) {
    return groups;
  }
  before.operations.push(...last.operations);
  before.stationIds.push(...last.stationIds);
  return groups.slice(0, -1);
}

/** Whether a group is large enough to have figures of its own. */
export function isTellable({ stationIds }: StationGroup): boolean {
  return stationIds.length >= GROUP_MIN;
}

/** What stands for the name of an operation where a group's figure is told: `Surfiler + Piquer`. */
export function groupName({ operations }: StationGroup): string {
  return operations.join(" + ");
}
