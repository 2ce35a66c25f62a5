import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { type BackupKind, type BackupRecord, idOf, isBackupId } from "./backup-record.ts";
import { PART, readJson, settle, writeWhole } from "./whole-file.ts";

/** A folder of backups: each is a packed copy and, beside it, what is known of it. */
export interface BackupFolder {
  readonly path: string;
  /** The newest first; those with a copy and a record. */
  read(): Promise<BackupRecord[]>;
  /** An id of that kind and moment that no file has. */
  freeId(kind: BackupKind, at: number): Promise<string>;
  /** Where the copy of a backup is. */
  packed(id: string): string;
  /** Where it is made, until it is verified. */
  part(id: string): string;
  /** Puts a record beside its copy, and gives the copy its name: from then on it is listed. */
  add(record: BackupRecord): Promise<void>;
  /** Gives the copy at its `part` the name of the one that was there; cut by a crash, its record tells that it is another. */
  replace(record: BackupRecord): Promise<void>;
  /** Writes what is known of one that is there. */
  update(record: BackupRecord): Promise<void>;
  drop(id: string): Promise<void>;
  /** Removes what a crash left half written. */
  tidy(): Promise<void>;
}

const COPY = ".db.zst";
const RECORD = ".json";
const SECOND_MS = 1_000;

export function openBackupFolder(path: string): BackupFolder {
  const packed = (id: string): string => join(path, `${id}${COPY}`);
  const part = (id: string): string => `${packed(id)}${PART}`;
  const recordOf = (id: string): string => join(path, `${id}${RECORD}`);
  const names = async (): Promise<string[]> => {
    await mkdir(path, { recursive: true, mode: 0o700 });
    return readdir(path);
  };
  const update = (record: BackupRecord): Promise<void> =>
    writeWhole(recordOf(record.id), JSON.stringify(record));

  return {
    path,
    packed,
    part,
    update,
    async read() {
      const all = await names();
      const ids = all
        .filter((name) => name.endsWith(COPY))
        .map((name) => name.slice(0, -COPY.length))
        .filter((id) => isBackupId(id) && all.includes(`${id}${RECORD}`));
      const records = await Promise.all(ids.map((id) => readJson(recordOf(id))));
      return records.filter(isRecord).toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
    },
    async freeId(kind, at) {
      const all = await names();
      for (let moment = at; ; moment += SECOND_MS) {
        const id = idOf(kind, moment);
        if (!all.some((name) => name.startsWith(id))) return id;
      }
    },
    async add(record) {
      await update(record);
      await settle(part(record.id), packed(record.id));
    },
    async replace(record) {
      await settle(part(record.id), packed(record.id));
      await update(record);
    },
    async drop(id) {
      // Without its record it is no backup any more: never half of one is listed.
      await rm(recordOf(id), { force: true });
      await rm(packed(id), { force: true });
    },
    async tidy() {
      const all = await names();
      const parts = all.filter(
        (name) => name.endsWith(PART) && isBackupId(name.split(".")[0] ?? ""),
      );
      const alone = all.filter(
        (name) => name.endsWith(RECORD) && isOrphan(name.slice(0, -RECORD.length), all),
      );
      for (const name of [...parts, ...alone]) {
        await rm(join(path, name), { recursive: true, force: true });
      }
    },
  };
}

/** Bytes of a file; 0 where there is none. */
export async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  return found?.size ?? 0;
}

function isOrphan(id: string, names: readonly string[]): boolean {
  return isBackupId(id) && !names.includes(`${id}${COPY}`);
}

/** Written by us, whole; a hand may have changed it all the same. */
function isRecord(value: unknown): value is BackupRecord {
  const { id, at, sha256, verifiedAt, totals } = Object(value);
  return (
    isBackupId(String(id)) &&
    [at, verifiedAt].every(Number.isSafeInteger) &&
    typeof sha256 === "string" &&
    Number.isSafeInteger(Object(Object(totals).outline).clock)
  );
}
