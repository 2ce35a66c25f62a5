import { rm } from "node:fs/promises";
import type { BackupJobs } from "../store/backup/backup-jobs.ts";
import type { PurgedBackups } from "../store/retention/purge.ts";
import type { SealAsked } from "../store/sealing/sealing.ts";
import { openBackupFolder } from "./backup-folder.ts";
import type { BackupRecord } from "./backup-record.ts";
import { ownFolderIn } from "./own-folder.ts";
import type { Shelf } from "./shelf.ts";

const DAY_MS = 86_400_000;

/** From when on backups hold nobody, and who was removed. */
export interface ForgetAsked {
  /** Backups of before hold who was where no longer; UTC ms. */
  readonly before: number;
  /** Backups of before hold nothing that is still kept; UTC ms. */
  readonly nothingBefore: number;
  /** How long samples are kept: older backups hold none. */
  readonly samples: SealAsked;
  /** Digests of those who were removed. */
  readonly removed: readonly string[];
}

export interface ForgetOptions {
  readonly shelf: Shelf;
  readonly jobs: BackupJobs;
  /** The second folder; null when there is none. */
  readonly second: string | null;
  readonly timeZone: string;
  readonly now: () => number;
  readonly onFault: (fault: unknown) => void;
}

/**
 * Writes backups that are older than people are known anew, without who was where and without those who were removed ([RT7]), and those
 * that are older than samples are kept without these ([SL8]). One that
 * can't be is removed: it may not be kept as it is. So is one in which all is older than anything is kept ([RT24]). One that is being
 * read waits for the next night.
 */
export async function forgetPeople(
  options: ForgetOptions,
  asked: ForgetAsked,
): Promise<PurgedBackups> {
  const { shelf } = options;
  const due = shelf.records.filter((record) => isDue(record, asked));
  const held = due.filter(({ id }) => shelf.isHeld(id)).map(({ id }) => id);
  let rewritten = 0;
  let dropped = 0;
  for (const record of due.filter(({ id }) => !held.includes(id))) {
    if (!isOver(record, asked) && (await rewrite(options, asked, record))) rewritten += 1;
    else {
      await shelf.drop(record.id);
      dropped += 1;
    }
  }
  const left = await forgetInSecond(options, asked);
  return { rewritten, dropped, left: [...held, ...left] };
}

function isDue(record: BackupRecord, asked: ForgetAsked): boolean {
  const { before, removed } = asked;
  const holdsPeople = newestIn(record) < before && record.forgotten !== removed.length;
  return holdsPeople || holdsSamples(record, asked) || isOver(record, asked);
}

function holdsSamples(record: BackupRecord, asked: ForgetAsked): boolean {
  return mustSeal(record, asked) && record.isSealed !== true;
}

/** All that its counters said is older than it is kept. */
function mustSeal(record: BackupRecord, { samples: { now, keptDays } }: ForgetAsked): boolean {
  return newestIn(record) < now - keptDays * DAY_MS;
}

function isOver(record: BackupRecord, { nothingBefore }: ForgetAsked): boolean {
  return newestIn(record) < nothingBefore;
}

/** When the last of what it holds happened: one from elsewhere is older than its coming. UTC ms. */
function newestIn({ at, totals }: BackupRecord): number {
  return Math.min(at, totals.outline.lastAt ?? at);
}

/** False when it can't be written anew. */
async function rewrite(
  { shelf, jobs, timeZone, now, onFault }: ForgetOptions,
  asked: ForgetAsked,
  record: BackupRecord,
): Promise<boolean> {
  const { id, sha256 } = record;
  const { removed } = asked;
  const isSealed = mustSeal(record, asked);
  const to = shelf.folder.part(id);
  const job = { kind: "forget", packed: shelf.folder.packed(id), sha256, to, timeZone } as const;
  const made = await jobs.run({ ...job, removed, samples: isSealed ? asked.samples : null });
  if (!made.ok) {
    onFault(made);
    await rm(to, { force: true });
    return false;
  }
  const state = { verifiedAt: now(), forgotten: removed.length, isSealed };
  await shelf.replace({ ...record, ...made.value, ...state });
  return true;
}

/** There the same copies take the place of the old ones; what the first folder no longer has goes. Answers what could not be reached. */
async function forgetInSecond(
  { shelf, jobs, second: path, onFault }: ForgetOptions,
  asked: ForgetAsked,
): Promise<string[]> {
  if (path === null) return [];
  try {
    const second = openBackupFolder(await ownFolderIn(path, shelf));
    for (const there of (await second.read()).filter((record) => isDue(record, asked))) {
      const own = shelf.find(there.id);
      const packed = shelf.folder.packed(there.id);
      const to = second.part(there.id);
      const isClean = own !== null && !isDue(own, asked);
      const carried = isClean
        ? await jobs.run({ kind: "carry", packed, sha256: own.sha256, to })
        : null;
      if (own !== null && carried?.ok === true) await second.replace(own);
      else await second.drop(there.id);
    }
    return [];
  } catch (error) {
    // A stick that was taken away keeps what is on it; the next night finds it again.
    onFault(error);
    return [path];
  }
}
