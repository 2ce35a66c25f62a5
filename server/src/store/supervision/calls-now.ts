import {
  CALLS_SETTING,
  type Call,
  type CallRow,
  type CallSettings,
  callSettingsOf,
  type PlanLine,
} from "@trame/shared";
import type { Settings } from "../settings.ts";

const MINUTE_MS = 60_000;

/** Those of some open calls that are of a line's stations. */
export function callsOf(
  openCalls: readonly Call[],
  line: PlanLine,
  settings: Pick<Settings, "get">,
): CallRow[] {
  const stations = new Set(line.stations.map(({ id }) => id));
  const told = callSettingsOf(settings.get(CALLS_SETTING));
  return openCalls
    .filter(({ stationId }) => stations.has(stationId))
    .map((call) => callRow(call, told));
}

/** An open call as the board carries it. */
function callRow(
  { key, stationId, call, at, takenAt }: Call,
  { escalateAfterMinutes, isHeard }: CallSettings,
): CallRow {
  const escalatesAt = takenAt === null ? at + escalateAfterMinutes * MINUTE_MS : null;
  return { key, stationId, call, at, takenAt, escalatesAt, isHeard };
}
