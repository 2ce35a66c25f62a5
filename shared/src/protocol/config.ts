import { isCount, parseFields } from "./json.ts";
import { TOTAL_MAX } from "./limits.ts";
import type { DeviceConfig } from "./messages.ts";

const DAY_MS = 86_400_000;

/** Reads a `config` payload; null unless every field is there and a piece can be told. */
export function decodeConfig(payload: Uint8Array | string): DeviceConfig | null {
  const root = parseFields(payload);
  if (root === null) return null;
  const { minStitches, trimsPerPiece, reportEveryMs, heartbeatMs } = root;
  if (!isCount(minStitches, TOTAL_MAX) || !isCount(trimsPerPiece, TOTAL_MAX)) return null;
  // With both at 0 a piece would be complete all the time.
  if (minStitches + trimsPerPiece === 0) return null;
  if (!isPeriod(reportEveryMs) || !isPeriod(heartbeatMs)) return null;
  return { minStitches, trimsPerPiece, reportEveryMs, heartbeatMs };
}

/** Builds a `config` payload. */
export function encodeConfig(config: DeviceConfig): string {
  const { minStitches, trimsPerPiece, reportEveryMs, heartbeatMs } = config;
  return JSON.stringify({ minStitches, trimsPerPiece, reportEveryMs, heartbeatMs });
}

function isPeriod(value: unknown): value is number {
  return isCount(value, DAY_MS) && value > 0;
}
