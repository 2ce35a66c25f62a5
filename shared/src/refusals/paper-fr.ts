import type { PaperCode } from "./paper-codes.ts";

/** What can't be printed, and what to do. */
export const paperFr = {
  "tickets-none": "Aucun paquet à imprimer dans l’ordre {id}\u00a0: coupez-le d’abord en paquets.",
  "badges-none": "Aucun badge à imprimer\u00a0: ajoutez d’abord des personnes.",
  "tickets-too-many":
    "Cela fait plus de {max} étiquettes\u00a0: imprimez en plusieurs fois, par exemple bundles=1-1000.",
  "paper-busy":
    "Trop de documents attendent déjà d’être préparés\u00a0: réessayez dans une minute.",
} as const satisfies Record<PaperCode, string>;
