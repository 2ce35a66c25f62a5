import type { OrdersDeskCode } from "./orders-desk-codes.ts";

/** Why a carton is not made or not opened, and what to do. */
export const ordersDeskFr = {
  "carton-unknown":
    "La commande {id} n’a pas de carton n°\u00a0{number}\u00a0: cherchez-le dans la liste des cartons.",
  "cartons-none": "La commande {id} n’a pas encore de carton\u00a0: faites-en un d’abord.",
  "style-absent": "Il n’y a pas de modèle «\u00a0{id}\u00a0»\u00a0: cherchez-le dans la liste.",
  "minutes-busy": "Trop de calculs de minutes attendent déjà\u00a0: réessayez dans une minute.",
  "carton-nothing-left":
    "Rien de ce que vous mettez dans ce carton n’est complet hors carton\u00a0: attendez les suivants.",
  "carton-too-many":
    "Il ne reste que {left|pièce complète|pièces complètes} hors carton en {what}\u00a0: mettez-en moins, ou attendez les suivantes.",
  "carton-kits-short":
    "Il ne reste que {left|kit complet|kits complets} hors carton de ce qui est demandé\u00a0: mettez-en moins, ou attendez les suivants.",
  "carton-of-kits":
    "La commande {id} est faite de kits\u00a0: mettez des kits dans le carton, pas des pièces.",
  "carton-of-pieces":
    "La commande {id} n’a pas de kits\u00a0: mettez des pièces dans le carton, par taille et coloris.",
  "carton-opened": "Le carton n°\u00a0{number} a déjà été rouvert.",
  "carton-key-taken":
    "Cette clé a déjà servi à un carton d’un autre contenu\u00a0: tirez-en une nouvelle.",
  "kits-in-cartons":
    "De ces kits, {kits|est déjà dans un carton|sont déjà dans des cartons}\u00a0: rouvrez d’abord les cartons.",
  "pack-order-closed":
    "La commande {id} est close\u00a0: rouvrez-la avant de faire ou de rouvrir un carton.",
  "carton-empty": "Ce carton est vide\u00a0: mettez-y au moins une pièce ou un kit.",
  "carton-invalid": "Le carton n’est pas fait\u00a0: il y a {count|point|points} à corriger.",
} as const satisfies Record<OrdersDeskCode, string>;
