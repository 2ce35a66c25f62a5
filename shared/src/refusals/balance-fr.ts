import type { BalanceCode } from "./balance-codes.ts";

/** Why there is no proposal, and what to do. */
export const balanceFr = {
  "balance-row-length":
    "La personne {person} a {count} temps\u00a0: il en faut un par tâche, donc {tasks}, avec null là où elle ne peut pas.",
  "balance-task-unknown": "Les tâches vont de 0 à {last}\u00a0: corrigez cette paire.",
  "balance-nobody":
    "Personne ne peut faire la tâche {task}\u00a0: donnez un temps à au moins une personne.",
  "balance-circle":
    "Ces tâches s’attendent en rond\u00a0: retirez une des paires qui forment le cercle.",
  "balance-impossible":
    "Aucune répartition n’est possible\u00a0: avec ce que chacun peut faire, l’ordre des tâches ne peut pas être tenu.",
  "balance-not-found":
    "Aucune répartition n’a été trouvée à temps\u00a0: donnez plus de secondes, ou plus de tâches possibles à chacun.",
  "balance-busy": "Trop de propositions sont déjà demandées\u00a0: réessayez dans une minute.",

  "balance-cannot":
    "{name} n’a pas «\u00a0{operation}\u00a0» parmi ses compétences\u00a0: donnez cette opération à une autre personne, ou notez sa compétence.",
  "balance-task-missing":
    "Personne n’a «\u00a0{operation}\u00a0»\u00a0: donnez cette opération à quelqu’un.",
  "balance-task-twice":
    "«\u00a0{operation}\u00a0» est donnée deux fois\u00a0: laissez-la à une seule personne.",
  "balance-tasks-changed":
    "Les opérations de la ligne ont changé entre-temps\u00a0: demandez une nouvelle proposition.",
  "balance-person-twice": "{name} est deux fois dans la répartition\u00a0: gardez une seule place.",
  "balance-person-elsewhere":
    "{name} n’est pas sur cette ligne, ni libre\u00a0: demandez une nouvelle proposition.",
  "posting-absent":
    "{name} est absent·e aujourd’hui\u00a0: choisissez une autre personne, ou notez son retour.",
  "posting-station-unknown":
    "Ce poste n’est pas dans le plan d’aujourd’hui\u00a0: choisissez un poste de la liste.",
  "absence-past":
    "Ce jour est passé\u00a0: une absence se note pour aujourd’hui ou pour plus tard.",
  "absence-far": "Ce jour est trop loin\u00a0: une absence se note au plus un an à l’avance.",
} as const satisfies Record<BalanceCode, string>;
