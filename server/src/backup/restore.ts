import { join } from "node:path";
import type { Author } from "../author.ts";
import type { BackupJobs, JobOutcome, ToldFault } from "../store/backup/backup-jobs.ts";
import type { BackupRecord } from "./backup-record.ts";
import type { Backups } from "./create-backups.ts";
import { roomIn } from "./room.ts";
import { readJson, writeWhole } from "./whole-file.ts";

/** How far a restore is. */
export type RestoreStep = "saving" | "preparing" | "stopping" | "starting" | "done" | "failed";

/** Why the store is as it was before. */
export type RestoreFaultCode = ToldFault["code"] | "restore-put-back" | "restore-interrupted";

/** The restore that is under way, or the last one. */
export interface RestoreState {
  /** Of the backup that is restored. */
  readonly id: string;
  readonly step: RestoreStep;
  /** UTC ms. */
  readonly startedAt: number;
  readonly endedAt: number | null;
  /** The backup of what was there before; null until it is verified. */
  readonly beforeId: string | null;
  readonly fault: RestoreFaultCode | null;
}

/** The server as a whole, which a restore closes and opens. */
export interface Restartable {
  /** Ends every connection, commits what was taken, closes the store. */
  stop(): Promise<void>;
  /** Opens it again, on the same ports; false when the database that came in did not open and the one before is back. */
  start(): Promise<boolean>;
}

export interface RestoreOptions {
  readonly backups: Backups;
  readonly jobs: Pick<BackupJobs, "run">;
  readonly app: Restartable;
  /** Where the database that is to come in is unpacked. */
  readonly incoming: string;
  /** Puts it in the place of the present one, while nothing runs. */
  readonly swapIn: (swap: RestoreAsked) => void;
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

/** Which backup comes back, and who wants it. */
export interface RestoreAsked {
  readonly backupId: string;
  readonly author: Author;
}

/** Restores, one at a time. */
export interface Restores {
  /** null when there never was one. */
  readonly state: RestoreState | null;
  readonly isRunning: boolean;
  /** Resolves when all is open again, restored or as it was; see {@link state}. */
  restore(record: BackupRecord, author: Author): Promise<void>;
}

const FILE = "last-restore.json";

/** Reads what became of the last one. */
export async function createRestores(options: RestoreOptions): Promise<Restores> {
  const { backups, now } = options;
  const file = join(backups.shelf.folder.path, FILE);
  let state = await readLast(file, now);

  async function tell(change: Partial<RestoreState>): Promise<void> {
    if (state === null) return;
    state = { ...state, ...change };
    // Also told after a crash; where it can't be written it is told until then.
    await writeWhole(file, JSON.stringify(state)).catch(options.onError);
  }
  const isRunning = (): boolean => state !== null && state.endedAt === null;

  return {
    get state() {
      return state;
    },
    get isRunning() {
      return isRunning();
    },
    async restore(record, author) {
      if (isRunning()) return;
      state = { id: record.id, step: "saving", startedAt: now(), ...NOT_ENDED };
      let fault: RestoreFaultCode | null;
      // Saving what is there lets go of old ones: not of the one that is to come back.
      const release = backups.shelf.hold(record.id);
      try {
        const swapIn = (): void => options.swapIn({ backupId: record.id, author });
        fault = await replaceStore({ ...options, swapIn }, record, tell);
      } catch (error) {
        options.onError(error);
        fault = "restore-interrupted";
      } finally {
        release();
      }
      await tell({ step: fault === null ? "done" : "failed", endedAt: now(), fault });
    },
  };
}

interface Restoring extends Omit<RestoreOptions, "swapIn"> {
  readonly swapIn: () => void;
}

const NOT_ENDED = { endedAt: null, beforeId: null, fault: null };

/** A restore that was cut off left one of the two stores whole, and it is the one that runs. */
async function readLast(file: string, now: () => number): Promise<RestoreState | null> {
  const value = await readJson(file).catch(() => null);
  if (!isState(value)) return null;
  if (value.endedAt !== null) return value;
  return { ...value, step: "failed", endedAt: now(), fault: "restore-interrupted" };
}

/** What is there is saved and verified, what comes in is made ready; only then is anything closed. */
async function replaceStore(
  options: Restoring,
  record: BackupRecord,
  tell: (change: Partial<RestoreState>) => Promise<void>,
): Promise<RestoreFaultCode | null> {
  const { app, backups } = options;
  await tell({ step: "saving" });
  const saved = await backups.make("before-restore");
  if (!saved.ok) return saved.code;
  await tell({ step: "preparing", beforeId: saved.value.id });
  const ready = await makeReady(options, record);
  if (!ready.ok) return ready.code;
  await tell({ step: "stopping" });
  backups.attach(null);
  const swapped = await swapClosed(options, saved.value);
  await tell({ step: "starting", ...(swapped.ok && { beforeId: swapped.value.id }) });
  const isAsWanted = await app.start();
  if (!swapped.ok) return swapped.code;
  return isAsWanted ? null : "restore-put-back";
}

async function makeReady(
  { backups, jobs, incoming, now }: RestoreOptions,
  record: BackupRecord,
): Promise<JobOutcome<null>> {
  const { id, sha256 } = record;
  const { folder } = backups.shelf;
  const bytesMax = await roomIn(folder.path);
  const packed = folder.packed(id);
  const ready = await jobs.run({ kind: "unpack", packed, sha256, to: incoming, bytesMax });
  if (!ready.ok && ready.code === "backup-damaged") await backups.shelf.markDamaged(record, now());
  return ready;
}

/** Closes everything, then swaps. Whatever goes wrong here, the server opens again on what is there. */
async function swapClosed(
  { app, backups, swapIn, onError }: Restoring,
  saved: BackupRecord,
): Promise<{ ok: true; value: BackupRecord } | { ok: false; code: RestoreFaultCode }> {
  try {
    await app.stop();
    const present = await backups.outline();
    if (!present.ok) return present;
    // What was taken in until the doors were shut is in the backup too.
    const isSame = present.value.clock === saved.totals.outline.clock;
    const kept = isSame
      ? { ok: true as const, value: saved }
      : await backups.make("before-restore");
    if (!kept.ok) return kept;
    await backups.alone(async () => swapIn());
    return kept;
  } catch (error) {
    onError(error);
    return { ok: false, code: "restore-interrupted" };
  }
}

function isState(value: unknown): value is RestoreState {
  const { id, step, startedAt } = Object(value);
  return typeof id === "string" && typeof step === "string" && Number.isSafeInteger(startedAt);
}
