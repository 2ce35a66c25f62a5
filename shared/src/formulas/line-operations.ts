import type { LineRow, StationRow } from "../board/board.ts";

/** An operation of a line as the plan names it, with the stations that do it side by side. */
export interface LineOperation {
  readonly operation: string;
  readonly stations: readonly StationRow[];
}

/** The operations of a line, in the order of its stations; `stations` may hold those of other lines too. */
export function lineOperations(
  line: Pick<LineRow, "stationIds">,
  stations: readonly StationRow[],
): LineOperation[] {
  const byId = new Map(stations.map((row) => [row.stationId, row]));
  const found = new Map<string, StationRow[]>();
  for (const id of line.stationIds) {
    const row = byId.get(id);
    if (row === undefined) continue;
    const known = found.get(row.operation);
    if (known === undefined) found.set(row.operation, [row]);
    else known.push(row);
  }
  return [...found].map(([operation, rows]) => ({ operation, stations: rows }));
}
