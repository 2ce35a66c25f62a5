import type { BalanceCode } from "./balance-codes.ts";

/** Why there is no proposal, and what to do. */
export const balanceFr = {
  "balance-row-length":
    "La personne {person} a {count} temps : il en faut un par tâche, donc {tasks}, avec null là où elle ne peut pas.",
  "balance-task-unknown": "Les tâches vont de 0 à {last} : corrigez cette paire.",
  "balance-nobody":
    "Personne ne peut faire la tâche {task} : donnez un temps à au moins une personne.",
  "balance-circle":
    "Ces tâches s’attendent en rond : retirez une des paires qui forment le cercle.",
  "balance-impossible":
    "Aucune répartition n’est possible : avec ce que chacun peut faire, l’ordre des tâches ne peut pas être tenu.",
  "balance-not-found":
    "Aucune répartition n’a été trouvée à temps : donnez plus de secondes, ou plus de tâches possibles à chacun.",
  "balance-busy": "Trop de propositions sont déjà demandées : réessayez dans une minute.",

  "balance-cannot":
    "{name} n’a pas « {operation} » parmi ses compétences : donnez cette opération à une autre personne, ou notez sa compétence.",
  "balance-task-missing": "Personne n’a « {operation} » : donnez cette opération à quelqu’un.",
  "balance-task-twice": "« {operation} » est donnée deux fois : laissez-la à une seule personne.",
  "balance-tasks-changed":
    "Les opérations de la ligne ont changé entre-temps : demandez une nouvelle proposition.",
  "balance-person-twice": "{name} est deux fois dans la répartition : gardez une seule place.",
  "balance-person-elsewhere":
    "{name} n’est pas sur cette ligne, ni libre : demandez une nouvelle proposition.",
  "posting-absent":
    "{name} est absent·e aujourd’hui : choisissez une autre personne, ou notez son retour.",
  "posting-station-unknown":
    "Ce poste n’est pas dans le plan d’aujourd’hui : choisissez un poste de la liste.",
  "absence-past": "Ce jour est passé : une absence se note pour aujourd’hui ou pour plus tard.",
  "absence-far": "Ce jour est trop loin : une absence se note au plus un an à l’avance.",
} as const satisfies Record<BalanceCode, string>;
