import { createCounting } from "./formats.ts";

const { count } = createCounting("fr");

/** Removing somebody for good: what there is, what there will be, and why. */
export const peopleRemovalFr = {
  remove: "Retirer…",
  removeOf: (pseudonym: string) => `Retirer ${pseudonym} de l’atelier`,
  title: (pseudonym: string) => `Retirer ${pseudonym} de l’atelier\u00a0?`,
  before: "Aujourd’hui",
  after: "Après",
  sheet: "Fiche et réglages du poste",
  badge: "Badge",
  skills: "Opérations connues",
  presence: "Présences, absences, demandes",
  figures: "Pièces, minutes, rapports",
  skillsBefore: (n: number) => (n === 0 ? "aucune" : count(n, "opération", "opérations")),
  presenceBefore: "gardées un temps limité",
  presenceAfter: "effacées, celles d’aujourd’hui aussi",
  figuresBefore: "sans le nom de personne",
  figuresAfter: "les mêmes, rien ne bouge",
  badgeAfter: "n’ouvre plus rien, numéro jamais redonné",
  sheetAfter: "effacée",
  skillsAfter: "effacées",
  reason: "Pourquoi",
  reasonHint: "Le journal garde cette raison, et pas de qui il s’agit.",
  choose: "Choisir…",
  reasons: {
    left: "A quitté l’atelier",
    asked: "L’a demandé",
    mistake: "Inscrite par erreur",
  },
  final:
    "On ne peut pas revenir en arrière. Trame efface tout de suite, puis vérifie qu’il n’en reste rien dans ses fichiers\u00a0; les sauvegardes récentes gardent encore sa fiche un temps.",
  keep: "Ne rien changer",
  go: (pseudonym: string) => `Retirer ${pseudonym} pour toujours`,
  done: "La personne est retirée. Aucun chiffre n’a bougé.",
};
