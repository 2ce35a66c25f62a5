import type { LogMark } from "../store/backup/changed-since.ts";
import type { StoreTotals } from "../store/backup/copy-store.ts";

/** How a backup came about. */
export type BackupKind = "hourly" | "nightly" | "manual" | "before-restore" | "uploaded";

/** A verified backup, as the file beside it says. */
export interface BackupRecord {
  /** `20261123T013000Z-nightly`; also what its files are called. */
  readonly id: string;
  readonly kind: BackupKind;
  /** When it was made, or received from elsewhere; UTC ms. */
  readonly at: number;
  /** When a nightly one was due, UTC ms; null for others, and missing in records of earlier versions. */
  readonly dueAt?: number | null;
  /** Bytes, packed. */
  readonly size: number;
  readonly sha256: string;
  /** When it was restored beside and compared, UTC ms. */
  readonly verifiedAt: number;
  /** When its bytes were found to have changed since; null while nobody found that. */
  readonly damagedAt: number | null;
  readonly totals: StoreTotals;
  /** How many people had been removed when it was written anew without who was where; missing while it was not. */
  readonly forgotten?: number;
  /** It was written anew without what its counters said; missing while it was not. */
  readonly isSealed?: boolean;
}

/** A nightly one is made within minutes of its hour, unless the server was off then. */
const MADE_UP_AFTER_MS = 30 * 60_000;

const KINDS: readonly BackupKind[] = ["hourly", "nightly", "manual", "before-restore", "uploaded"];
const ID = /^\d{8}T\d{6}Z-([a-z-]+)$/;

/** The id of what is made now; second by second, so that it sorts as it was made. */
export function idOf(kind: BackupKind, at: number): string {
  const stamp = new Date(at)
    .toISOString()
    .replace(/\.\d+Z$/, "Z")
    .replaceAll(/[-:]/g, "");
  return `${stamp}-${kind}`;
}

/** Whether a text names a backup; nothing else gets near a file. */
export function isBackupId(text: string): boolean {
  const kind = ID.exec(text)?.[1];
  return KINDS.some((each) => each === kind);
}

/** Whether it makes up for a night that was missed ([BK4]). */
export function isMadeUp({ at, dueAt }: Pick<BackupRecord, "at" | "dueAt">): boolean {
  return typeof dueAt === "number" && at - dueAt >= MADE_UP_AFTER_MS;
}

/** Up to where its log goes. */
export function markOf({ totals: { outline, length } }: BackupRecord): LogMark {
  const { cartons = 0, cartons_opened: cartonsOpened = 0 } = length.rows;
  return { lastFact: length.lastFact, lastAt: outline.lastAt, cartons, cartonsOpened };
}
