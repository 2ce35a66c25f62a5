import { mkdir, realpath, stat, writeFile } from "node:fs/promises";
import { isAbsolute, join, relative } from "node:path";
import type { BackupJobs, JobOutcome } from "../store/backup/backup-jobs.ts";
import { openBackupFolder } from "./backup-folder.ts";
import type { BackupRecord } from "./backup-record.ts";
import { MARKER, ownFolderIn } from "./own-folder.ts";
import { roomIn } from "./room.ts";
import type { Shelf } from "./shelf.ts";
import { type KeepOptions, toKeep } from "./to-keep.ts";

/** Why a folder can't be the second one. */
export type FolderFault = "backup-folder-relative" | "backup-folder-missing" | "backup-folder-same";

const MARKER_TEXT =
  "Trame écrit ici une copie de ses sauvegardes, chaque serveur dans son dossier. Gardez ce fichier : sans lui, Trame n'y écrit plus.\n";

/** Takes a folder as the second one, and marks it; null when it is fit for it. */
export async function adoptFolder(folder: string, first: string): Promise<FolderFault | null> {
  if (!isAbsolute(folder)) return "backup-folder-relative";
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory()) return "backup-folder-missing";
  await mkdir(first, { recursive: true, mode: 0o700 });
  const way = relative(await realpath(first), await realpath(folder));
  if (!way.startsWith("..") && !isAbsolute(way)) return "backup-folder-same";
  const isWritten = await writeFile(join(folder, MARKER), MARKER_TEXT).then(
    () => true,
    () => false,
  );
  return isWritten ? null : "backup-folder-missing";
}

/** A backup that goes to the second folder too. */
export interface CarryAsked extends KeepOptions {
  readonly record: BackupRecord;
  /** Its copy in the first folder. */
  readonly packed: string;
  readonly folder: string;
  readonly shelf: Shelf;
}

/** Copies a backup there, reads it back, and lets go of those that are past their time. */
export async function carryTo(
  jobs: Pick<BackupJobs, "faultOf" | "run">,
  { record, packed, folder, shelf, ...options }: CarryAsked,
): Promise<JobOutcome<null>> {
  try {
    const own = await ownFolderIn(folder, shelf);
    if ((await roomIn(folder)) < record.size) {
      return { ok: false, code: "backup-room", detail: `${folder} has no room` };
    }
    const second = openBackupFolder(own);
    await second.tidy();
    const carried = await jobs.run({
      ...{ kind: "carry", packed, sha256: record.sha256, to: second.part(record.id) },
    });
    if (!carried.ok) return carried;
    await second.add(record);
    const there = await second.read();
    const kept = toKeep(there, options);
    for (const { id } of there) if (!kept.has(id)) await second.drop(id);
    return { ok: true, value: null };
  } catch (error) {
    const fault = jobs.faultOf(error);
    if (fault === null) throw error;
    return { ok: false, ...fault };
  }
}
