import type { PrivacyCode } from "./privacy-codes.ts";

/** What a change of what is told of people lacks, and what to do. */
export const privacyFr = {
  "privacy-reason":
    "Ce réglage montre plus qu’avant sur des personnes, ou plus longtemps\u00a0: écrivez pourquoi, avec d’autres mots que pour le changement précédent. La raison est gardée et figure dans la note d’information.",
  "privacy-date":
    "Notez le jour à partir duquel le réglage vaut\u00a0: aujourd’hui ou avant, et pas avant le changement précédent.",
  "privacy-consultation":
    "L’accompagnement et les minutes par opération demandent d’abord une consultation\u00a0: notez l’instance consultée et la date, au plus tard le jour où le réglage vaut.",
  "privacy-supervisor":
    "L’accompagnement demande une seule personne qui accompagne\u00a0: choisissez son compte.",
  "privacy-supervisor-alone":
    "Personne n’accompagne dans ce mode\u00a0: retirez le compte choisi, ou passez au mode accompagnement.",
  "privacy-supervisor-unknown":
    "Ce compte n’existe pas, ou n’est plus ouvert\u00a0: choisissez-en un autre.",
} as const satisfies Record<PrivacyCode, string>;
