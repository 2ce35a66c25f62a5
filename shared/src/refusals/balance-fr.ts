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
} as const satisfies Record<BalanceCode, string>;
