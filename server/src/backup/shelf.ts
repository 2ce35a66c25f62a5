import type { BackupFolder } from "./backup-folder.ts";
import type { BackupRecord } from "./backup-record.ts";
import { type KeepOptions, toKeep } from "./to-keep.ts";

/** The backups of the first folder, as they are known in memory too. */
export interface Shelf {
  readonly folder: BackupFolder;
  /** Verified ones, the newest first. */
  readonly records: readonly BackupRecord[];
  /** When the newest backup of this store was verified, UTC ms; null when there is none. */
  readonly verifiedAt: number | null;
  /** Reads what is kept. */
  read(): Promise<void>;
  find(id: string): BackupRecord | null;
  /** Lists a copy that lies at its `part` and was verified. */
  add(record: BackupRecord): Promise<void>;
  /** The same backup, written anew: the copy at its `part` takes the place of the one that was there. */
  replace(record: BackupRecord): Promise<void>;
  /** Removes one that may be kept no longer, whatever its kind. */
  drop(id: string): Promise<void>;
  /** Whether it is being read. */
  isHeld(id: string): boolean;
  /** Its bytes are no longer those that were verified. */
  markDamaged(record: BackupRecord, now: number): Promise<void>;
  /** Keeps one that is being read, past its time too, until what it answers is called. */
  hold(id: string): () => void;
  /** Lets go of those past their time. Only after another was verified: the last good one never goes first ([BK5]). */
  prune(options: KeepOptions): Promise<void>;
}

/** Knows of none before it has read its folder. */
export function openShelf(folder: BackupFolder): Shelf {
  let records: readonly BackupRecord[] = [];
  const held = new Set<string>();
  return {
    folder,
    get records() {
      return records;
    },
    get verifiedAt() {
      const own = records.filter((each) => each.kind !== "uploaded" && each.damagedAt === null);
      return own.reduce<number | null>(
        (latest, { verifiedAt }) => Math.max(latest ?? verifiedAt, verifiedAt),
        null,
      );
    },
    async read() {
      records = await folder.read();
    },
    find: (id) => records.find((record) => record.id === id) ?? null,
    async add(record) {
      await folder.add(record);
      // One that took long to come is older than what was made meanwhile.
      records = [record, ...records].toSorted((a, b) => b.at - a.at);
    },
    async replace(record) {
      await folder.replace(record);
      records = records.map((each) => (each.id === record.id ? record : each));
    },
    async drop(id) {
      await folder.drop(id);
      records = records.filter((record) => record.id !== id);
    },
    isHeld: (id) => held.has(id),
    async markDamaged(record, now) {
      const damaged = { ...record, damagedAt: now };
      records = records.map((each) => (each.id === record.id ? damaged : each));
      await folder.update(damaged);
    },
    hold(id) {
      held.add(id);
      return () => void held.delete(id);
    },
    async prune(options) {
      const kept = toKeep(records, options);
      for (const { id } of records) {
        if (kept.has(id) || held.has(id)) continue;
        await folder.drop(id);
        // One by one: another may have come in while its files went.
        records = records.filter((record) => record.id !== id);
      }
    },
  };
}
