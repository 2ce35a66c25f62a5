import type { FlowRow, LineRow, StationRow } from "@trame/shared";
import { at, evenMinutes, lineRow, stationRow } from "../../browser/support/rows.ts";

/** What waits before an operation: nothing, unless said otherwise. */
export function flowRow(operation: string, over: Partial<FlowRow> = {}): FlowRow {
  return {
    operation,
    stationIds: [],
    bundles: 0,
    pieces: 0,
    since: null,
    isEntry: false,
    openPieces: 0,
    ...over,
  };
}

/** A station of a line, with the pieces that it made in each of the last 65 minutes before 11:35. */
export interface Sewn extends Partial<StationRow> {
  readonly operation: string;
  readonly perMinute?: number;
}

/** A line at 11:35, with a station for each of some operations. */
export function lineAt(
  sewn: readonly Sewn[],
  over: Partial<LineRow> = {},
): { readonly line: LineRow; readonly stations: readonly StationRow[] } {
  const stations = sewn.map(({ perMinute = 2, ...row }, index) =>
    stationRow({
      stationId: `S0${index + 1}`,
      deviceId: `esp-0${index + 1}`,
      standardMinutes: 0.5,
      minutes: evenMinutes({ from: at("10:30"), to: at("11:35") }, perMinute),
      ...row,
    }),
  );
  const stationIds = stations.map(({ stationId }) => stationId);
  return { line: lineRow({ stationIds, target: null, ...over }), stations };
}
