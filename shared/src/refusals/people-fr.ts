import type { PeopleCode } from "./people-codes.ts";

/** Why somebody's data is not shown or changed, and what to do. */
export const peopleFr = {
  "own-data-station-only":
    "«\u00a0Mes données\u00a0» se lisent à la tablette d’un poste, avec le badge de la personne, pas d’ici.",
  "own-data-badge":
    "Ce badge n’est à personne\u00a0: «\u00a0Mes données\u00a0» ne s’ouvrent qu’avec votre badge. Rien n’a été lu.",
  "own-requests-many":
    "Dix de vos demandes attendent une réponse\u00a0: l’atelier y répond avant que vous puissiez en faire une autre.",
  "own-export-code":
    "Ce code n’ouvre rien\u00a0: il sert une fois, pendant une demi-heure. Demandez-en un autre à un poste.",
  "person-request-unknown": "Cette demande n’existe pas.",
  "person-request-answered": "Cette demande a déjà sa réponse\u00a0: relisez la liste.",
  "person-request-words":
    "Écrivez pourquoi, avec des mots simples\u00a0: la personne le lira à son poste.",
  "names-key-missing":
    "Les noms ne se lisent pas\u00a0: le fichier names-key n’est pas sur cette machine. Remettez la clé qui a été imprimée.",
  "names-key-shown":
    "La clé a déjà été montrée. Elle est dans le fichier names-key du dossier de données.",
  "names-key-wrong": "Ce n’est pas la clé de ces noms\u00a0: relisez-la signe par signe.",
  "names-key-there": "Cette machine a déjà la clé des noms.",
  "accompanied-off":
    "Les chiffres d’une personne ne se montrent qu’à la personne d’encadrement nommée, en mode «\u00a0accompagné\u00a0».",
  "badge-pin-wanted":
    "Tapez votre code secret pour badger\u00a0: vous avez choisi que votre badge le demande.",
} as const satisfies Record<PeopleCode, string>;
