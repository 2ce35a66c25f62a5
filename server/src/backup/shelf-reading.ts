import type { BackupJobs } from "../store/backup/backup-jobs.ts";
import {
  type BackupSettings,
  readSettings,
  USUAL_SETTINGS,
  writeSettings,
} from "./backup-settings.ts";
import { type Failing, failingOn } from "./second-copy.ts";
import type { Shelf } from "./shelf.ts";

/** What is kept in the folder of backups, as soon as it can be read. */
export interface ShelfReading {
  readonly settings: BackupSettings;
  /** Why it can't be read; null once it was. */
  readonly failing: Failing | null;
  /** Reads it, unless it was read already. */
  look(): Promise<void>;
  /** Writes what was set. */
  put(settings: BackupSettings): Promise<void>;
}

export interface ShelfReadingOptions {
  readonly jobs: Pick<BackupJobs, "faultOf">;
  readonly now: () => number;
  readonly onFault: (fault: unknown) => void;
}

/** The floor does not wait for a folder of backups: what can't be read at the start is read when it can. */
export function createShelfReading(
  shelf: Shelf,
  { jobs, now, onFault }: ShelfReadingOptions,
): ShelfReading {
  const { path } = shelf.folder;
  let settings = USUAL_SETTINGS;
  let failing: Failing | null = null;
  let isRead = false;
  return {
    get settings() {
      return settings;
    },
    get failing() {
      return failing;
    },
    async look() {
      if (isRead) return;
      try {
        await shelf.read();
        settings = await readSettings(path);
        isRead = true;
        failing = null;
      } catch (error) {
        if (failing === null) onFault(error);
        const unknown = { code: "backup-folder-failing", detail: String(error) } as const;
        failing = failingOn(failing, jobs.faultOf(error) ?? unknown, now());
      }
    },
    async put(wanted) {
      await writeSettings(path, wanted);
      settings = wanted;
    },
  };
}
