/** Why a backup could not be made, read or taken; each has its sentence in the catalogue of refusals. */
export type BackupFaultCode =
  | "backup-damaged"
  | "backup-differs"
  | "backup-folder-failing"
  | "backup-foreign"
  | "backup-later"
  | "backup-room"
  | "backup-too-large";

/** Expected: told to whoever asked, and no bug. */
export class BackupFault extends Error {
  readonly code: BackupFaultCode;

  /** @param detail for the log: what exactly, in English */
  constructor(code: BackupFaultCode, detail: string) {
    super(detail);
    this.code = code;
  }
}

/** What the system or SQLite says of a disk, as a fault of ours; null for what is none of these. */
export function faultOf(error: unknown): BackupFault | null {
  if (error instanceof BackupFault) return error;
  if (!(error instanceof Error) || !("code" in error)) return null;
  const code = String(error.code);
  if (/^(ENOSPC|EDQUOT|SQLITE_FULL)/.test(code))
    return new BackupFault("backup-room", error.message);
  if (/^(SQLITE_(CORRUPT|NOTADB)|Z_|ZSTD_|ERR_ZSTD)/.test(code)) {
    return new BackupFault("backup-damaged", error.message);
  }
  const isOfDisk = /^(E[A-Z]+$|SQLITE_(IOERR|CANTOPEN|READONLY))/.test(code);
  return isOfDisk ? new BackupFault("backup-folder-failing", error.message) : null;
}
