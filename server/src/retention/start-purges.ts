import type { BackupDesk } from "../backup/backup-desk.ts";
import { DATABASE_FILE } from "../store/database-file.ts";
import type { Store } from "../store/open-store.ts";
import { createProofReader } from "../store/retention/start-proof.ts";
import { createProver } from "./prove.ts";
import { createPurgeDesk, type PurgeDesk, type PurgeDeskOptions } from "./purge-desk.ts";

export interface PurgesOptions extends Pick<PurgeDeskOptions, "now" | "onError"> {
  readonly store: Store;
  readonly backups: Pick<BackupDesk, "backups">;
}

/**
 * Purges of one run of the server; they begin when they are told to.
 * @param folder TRAME_DATA
 */
export function openPurges(folder: string, options: PurgesOptions): PurgeDesk {
  const { store, backups, now, onError } = options;
  const reader = createProofReader();
  const prover = createProver({ store, folder, reader, now, database: DATABASE_FILE });
  return createPurgeDesk({ store, backups: backups.backups, prover, now, onError });
}

/** Looks each minute from now on whether the night's purge is due. */
export function startPurges(folder: string, options: PurgesOptions): PurgeDesk {
  const desk = openPurges(folder, options);
  desk.begin();
  return desk;
}
