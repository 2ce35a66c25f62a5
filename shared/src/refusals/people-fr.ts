import type { PeopleCode } from "./people-codes.ts";

/** Why nobody is shown a person's progress, and what to do. */
export const peopleFr = {
  "own-progress-off":
    "L’atelier n’a pas ouvert «\u00a0Mes progrès\u00a0»\u00a0: rien n’est calculé. Demandez à l’encadrement.",
  "own-progress-elsewhere":
    "«\u00a0Mes progrès\u00a0» ne se montrent qu’à la personne, au poste où elle est badgée\u00a0: badgez ici d’abord.",
  "own-progress-badge":
    "Ce n’est pas le badge de la personne qui est choisie à ce poste\u00a0: «\u00a0Mes progrès\u00a0» ne s’ouvrent qu’avec le vôtre. Rien n’a été lu.",
  "own-progress-station-only":
    "«\u00a0Mes progrès\u00a0» ne se lisent qu’à la tablette du poste où la personne est badgée, pas d’ici.",
  "own-progress-reason":
    "Écrivez pourquoi l’atelier ouvre «\u00a0Mes progrès\u00a0»\u00a0: la raison est gardée.",
} as const satisfies Record<PeopleCode, string>;
