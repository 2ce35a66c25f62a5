import { useEffect } from "preact/hooks";
import type { BackupList } from "../../../data/desk/backup-rows.ts";
import { type Reading, useRead } from "../../../data/desk/use-read.ts";

const SOON_MS = 1_000;
const LATER_MS = 30_000;

/** The list, read each second while something goes on, and again while the server starts again. */
export function useBackups(): Reading<BackupList> {
  const reading = useRead<BackupList>("/api/v1/backups");
  const { value, refusal, reload } = reading;
  const isBusy = value !== null && (value.doing !== null || isRestoring(value));
  useEffect(() => {
    // What the last answer brought decides when the next one is asked for.
    const timer = setTimeout(reload, isBusy ? SOON_MS : LATER_MS);
    return () => clearTimeout(timer);
  }, [value, refusal, reload, isBusy]);
  return reading;
}

/** A restore is under way. */
export function isRestoring({ restore }: BackupList): boolean {
  return restore !== null && restore.endedAt === null;
}
