import { useEffect, useState } from "preact/hooks";
import { useScreen } from "./screen-context.ts";

/** How old the last verified backup is. */
export interface BackupAge {
  /** ms; null when there is none. */
  readonly age: number | null;
}

/** A day and two hours: a night was missed. ms */
export const BACKUP_LATE_MS = 26 * 3_600_000;
/** A server that has just begun makes its first one within a minute or two. */
const SETTLED_S = 600;
const AGAIN_MS = 10 * 60_000;

/** What `health` says of backups, when that is worth a sentence; null while all is well or nothing is known. */
export function lateBackup(health: unknown): BackupAge | null {
  const { backup, uptimeSeconds } = Object(health);
  const { verifiedAt, ageSeconds } = Object(backup);
  if (verifiedAt === null) return uptimeSeconds >= SETTLED_S ? { age: null } : null;
  const age = 1_000 * ageSeconds;
  return age >= BACKUP_LATE_MS ? { age } : null;
}

/** Asks the server when the page opens, and every ten minutes. */
export function useLateBackup(): BackupAge | null {
  const { readHealth } = useScreen();
  const [late, setLate] = useState<BackupAge | null>(null);
  useEffect(() => {
    const look = (): void => {
      readHealth?.()
        .then((health) => setLate(lateBackup(health)))
        // Whether the server answers is said elsewhere.
        .catch(() => undefined);
    };
    look();
    const timer = setInterval(look, AGAIN_MS);
    return () => clearInterval(timer);
  }, [readHealth]);
  return late;
}
