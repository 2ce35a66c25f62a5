import type { TasmotaReadings } from "@trame/shared";
import type { Database } from "better-sqlite3";

interface Told {
  readonly bootCount: number | null;
  readonly uptimeSec: number | null;
}

/** Tells from what a counter of another make says of itself whether it was restarted ([T6]). */
export interface Restarts {
  /** True when this is the first word of a restart. */
  isRestart(deviceId: string, readings: Pick<TasmotaReadings, "bootCount" | "uptimeSec">): boolean;
}

/**
 * A restart shows twice, as another boot count and as a lower uptime, and must be noticed once: what is told first
 * leaves the other unknown until it is told again.
 */
export function createRestarts(sqlite: Database): Restarts {
  const read = sqlite.prepare<[string], Told>(
    "SELECT boot_count AS bootCount, uptime_sec AS uptimeSec FROM devices WHERE device_id = ?",
  );
  const keep = sqlite.prepare(
    `INSERT INTO devices (device_id, boot_count, uptime_sec) VALUES (@deviceId, @bootCount, @uptimeSec)
     ON CONFLICT DO UPDATE SET boot_count = excluded.boot_count, uptime_sec = excluded.uptime_sec`,
  );
  return {
    isRestart(deviceId, { bootCount, uptimeSec }) {
      if (bootCount === null && uptimeSec === null) return false;
      const before = read.get(deviceId) ?? { bootCount: null, uptimeSec: null };
      const isRestart =
        isOther(bootCount, before.bootCount) || isLower(uptimeSec, before.uptimeSec);
      const known = isRestart ? { bootCount: null, uptimeSec: null } : before;
      keep.run({
        deviceId,
        bootCount: bootCount ?? known.bootCount,
        uptimeSec: uptimeSec ?? known.uptimeSec,
      });
      return isRestart;
    },
  };
}

function isOther(now: number | null, before: number | null): boolean {
  return now !== null && before !== null && now !== before;
}

function isLower(now: number | null, before: number | null): boolean {
  return now !== null && before !== null && now < before;
}
