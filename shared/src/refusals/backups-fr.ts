import type { BackupsCode } from "./backups-codes.ts";

/** Why a backup or a restore is refused or fails, and what to do. */
export const backupsFr = {
  "backup-unknown": "Cette sauvegarde n’existe plus\u00a0: rechargez la liste.",
  "backup-link-spent":
    "Ce lien de téléchargement a déjà servi, ou a plus d’une minute\u00a0: demandez le fichier à nouveau depuis la page des sauvegardes.",
  "backup-changed":
    "Cette sauvegarde n’est pas celle que vous avez comparée\u00a0: regardez à nouveau ce qui changerait.",
  "backup-damaged": "Ce fichier est abîmé\u00a0: choisissez une autre sauvegarde.",
  "backup-differs":
    "La copie ne contient pas la même chose que l’atelier\u00a0: elle n’est pas gardée, et une autre sera faite.",
  "backup-folder-failing":
    "Le dossier des sauvegardes ne répond pas\u00a0: vérifiez que la clé ou le disque est branché, et que Trame peut y écrire.",
  "backup-foreign":
    "Ce fichier n’est pas une sauvegarde de Trame\u00a0: choisissez un fichier qui finit par «\u00a0.db.zst\u00a0» ou par «\u00a0.db\u00a0».",
  "backup-later":
    "Cette sauvegarde vient d’une version plus récente de Trame\u00a0: mettez d’abord Trame à jour ici.",
  "backup-room":
    "Il n’y a pas assez de place sur le disque\u00a0: libérez de la place, la sauvegarde sera refaite d’elle-même.",
  "backup-too-large": "Ce fichier est trop grand pour la place qui reste sur le disque.",
  "backup-folder-relative":
    "Écrivez le chemin complet du dossier, par exemple «\u00a0/media/cle\u00a0» ou «\u00a0E:\\Trame\u00a0».",
  "backup-folder-missing":
    "Ce dossier n’existe pas, ou Trame ne peut pas y écrire\u00a0: branchez la clé ou le disque, puis vérifiez le chemin.",
  "backup-folder-same":
    "Ce dossier est celui où Trame garde déjà ses sauvegardes\u00a0: choisissez-en un autre, sur une clé ou un autre disque.",
  "restore-running": "Une restauration est en cours\u00a0: attendez qu’elle soit finie.",
  "restore-put-back":
    "La sauvegarde ne s’est pas ouverte\u00a0: l’atelier a été remis comme il était avant.",
  "restore-interrupted":
    "La restauration a été interrompue\u00a0: regardez le dernier moment enregistré avant de recommencer.",
} as const satisfies Record<BackupsCode, string>;
