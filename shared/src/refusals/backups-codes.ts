/** Refusals about backups and restoring, and the HTTP status that goes with each; some are told within an answer. */
export const BACKUPS_STATUS = {
  "backup-unknown": 404,
  "backup-link-spent": 403,
  "backup-changed": 409,
  "backup-damaged": 422,
  "backup-differs": 503,
  "backup-folder-failing": 503,
  "backup-foreign": 422,
  "backup-later": 422,
  "backup-room": 507,
  "backup-too-large": 413,

  "backup-folder-relative": 422,
  "backup-folder-missing": 422,
  "backup-folder-same": 422,

  "restore-running": 409,
  "restore-put-back": 409,
  "restore-interrupted": 409,
} as const;

export type BackupsCode = keyof typeof BACKUPS_STATUS;
