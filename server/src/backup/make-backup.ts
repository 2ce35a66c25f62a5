import { rm } from "node:fs/promises";
import type { BackupJobs, JobOutcome } from "../store/backup/backup-jobs.ts";
import { sizeOf } from "./backup-folder.ts";
import type { BackupKind, BackupRecord } from "./backup-record.ts";
import { roomFor, roomIn as roomOnDisk } from "./room.ts";
import type { Shelf } from "./shelf.ts";

/** What a backup is made of. */
export interface MakeOptions {
  /** The database. */
  readonly store: string;
  readonly shelf: Shelf;
  readonly jobs: BackupJobs;
  /** UTC ms. */
  readonly now: () => number;
  readonly timeZone: string;
  /** When a nightly one was due, UTC ms; null for others. */
  readonly dueAt: number | null;
  readonly roomIn?: (folder: string) => Promise<number>;
}

/** Copies the store, restores the copy beside and compares; listed only when both are the same ([BK2]). */
export async function makeBackup(
  options: MakeOptions,
  kind: BackupKind,
): Promise<JobOutcome<BackupRecord>> {
  try {
    return await copyAndVerify(options, kind);
  } catch (error) {
    const fault = options.jobs.faultOf(error);
    if (fault === null) throw error;
    return { ok: false, ...fault };
  }
}

async function copyAndVerify(
  { store, shelf, jobs, now, timeZone, dueAt, roomIn = roomOnDisk }: MakeOptions,
  kind: BackupKind,
): Promise<JobOutcome<BackupRecord>> {
  const { folder } = shelf;
  const at = now();
  const id = await folder.freeId(kind, at);
  const room = await roomIn(folder.path);
  const needed = roomFor((await sizeOf(store)) + (await sizeOf(`${store}-wal`)));
  if (room < needed) {
    return { ok: false, code: "backup-room", detail: `${folder.path}: ${room} bytes of ${needed}` };
  }
  const packed = folder.part(id);
  const made = await jobs.run({ kind: "make", store, packed, bytesMax: Infinity, timeZone });
  if (!made.ok) {
    await rm(packed, { force: true });
    return made;
  }
  const record = { id, kind, at, dueAt, verifiedAt: now(), damagedAt: null, ...made.value };
  await shelf.add(record);
  return { ok: true, value: record };
}
