import type { BackupsCode } from "./backups-codes.ts";

/** Why a backup or a restore is refused or fails, and what to do. */
export const backupsEn = {
  "backup-unknown": "This backup is no longer there: reload the list.",
  "backup-link-spent":
    "This download link was used already, or is older than a minute: ask for the file again from the page of backups.",
  "backup-changed": "This backup is not the one you compared: look again at what would change.",
  "backup-damaged": "This file is damaged: choose another backup.",
  "backup-differs":
    "The copy does not hold the same as the workshop: it is not kept, and another one will be made.",
  "backup-folder-failing":
    "The folder of backups does not answer: check that the stick or disk is plugged in, and that Trame may write there.",
  "backup-foreign":
    "This file is no backup of Trame: choose a file whose name ends in “.db.zst” or “.db”.",
  "backup-later":
    "This backup comes from a later version of Trame: bring Trame up to date here first.",
  "backup-room":
    "There is not enough room on the disk: free some, and the backup is made again by itself.",
  "backup-too-large": "This file is too large for the room that is left on the disk.",
  "backup-folder-relative":
    "Write the whole path of the folder, for example “/media/stick” or “E:\\Trame”.",
  "backup-folder-missing":
    "This folder does not exist, or Trame may not write there: plug the stick or disk in, then check the path.",
  "backup-folder-same":
    "This is the folder where Trame keeps its backups already: choose another, on a stick or another disk.",
  "restore-running": "A restore is under way: wait until it has ended.",
  "restore-put-back": "The backup did not open: the workshop is back as it was before.",
  "restore-interrupted":
    "The restore was cut off: look at the last moment recorded before you begin again.",
} as const satisfies Record<BackupsCode, string>;
