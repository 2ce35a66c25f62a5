import type { ExportsCode } from "./exports-codes.ts";

/** Why an export is not made, and what to do. */
export const exportsFr = {
  "exports-busy": "Trop d’exports attendent déjà d’être préparés\u00a0: réessayez dans une minute.",
  "export-not-by-line": "Cet export ne parle pas de lignes\u00a0: demandez-le pour tout l’atelier.",
  "export-not-by-order":
    "Cet export ne parle pas de commandes\u00a0: demandez-le pour tout l’atelier.",
  "export-not-by-style":
    "Cet export ne parle pas de modèles\u00a0: demandez-le pour tout l’atelier.",
  "export-order-missing": "Dites de quelle commande vous voulez l’histoire.",
  "export-folder-relative": "Écrivez le chemin complet du dossier, par exemple {example}.",
  "export-folder-missing":
    "Le dossier «\u00a0{folder}\u00a0» n’existe pas, ou le disque du réseau ne répond pas\u00a0: créez-le, ou rebranchez le disque.",
  "export-folder-denied":
    "Le serveur n’a pas le droit d’écrire dans le dossier «\u00a0{folder}\u00a0»\u00a0: donnez-lui ce droit, ou choisissez un autre dossier.",
  "export-folder-full":
    "Il n’y a plus de place dans le dossier «\u00a0{folder}\u00a0»\u00a0: libérez de la place sur ce disque.",
  "export-folder-failing":
    "Impossible d’écrire dans le dossier «\u00a0{folder}\u00a0» ({reason})\u00a0: vérifiez que c’est un dossier et que son disque va bien.",
  "export-failing":
    "L’export n’a pas pu être préparé ({reason})\u00a0: le serveur réessaie toutes les minutes.",
} as const satisfies Record<ExportsCode, string>;
