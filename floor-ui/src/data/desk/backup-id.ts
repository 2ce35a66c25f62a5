import type { BackupKind } from "./backup-rows.ts";

/** What the id of a backup says, whether it is still kept or not. */
export interface BackupName {
  readonly kind: BackupKind;
  /** When it was made or received, UTC ms. */
  readonly at: number;
}

const ID =
  /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z-(hourly|nightly|manual|before-restore|uploaded)$/;

/** Reads `20261122T144923Z-manual`; null for what is no id of a backup. */
export function backupNameOf(id: string): BackupName | null {
  const [, year, month, day, hour, minute, second, kind] = ID.exec(id) ?? [];
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return isKind(kind) && !Number.isNaN(at) ? { kind, at } : null;
}

/** The pattern lets no other through. */
function isKind(kind: string | undefined): kind is BackupKind {
  return kind !== undefined;
}
