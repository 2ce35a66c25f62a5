import { createCounting } from "./formats.ts";

const { count } = createCounting("fr");

/** What the inspector's screen says beside the station's words. French is the reference. */
export const inspectFr = {
  actions: "Ce que vaut la pièce",
  good: "Bonne",
  rework: "Retouche",
  second: "2e choix",
  scrap: "Rebut",
  rest: "Le reste est bon",
  restOf: (pieces: number) => count(pieces, "pièce", "pièces"),
  undo: "Annuler",
  scan: "Scanner",
  choose: "Ou choisissez un paquet qui attend",
  sample: "Contrôler sans paquet",
  sampleText: "Rien ne bouge : les pièces comptent pour la qualité de la ligne.",
  sampleEnd: "Finir sans paquet",
  seen: (pieces: number) => count(pieces, "pièce contrôlée", "pièces contrôlées"),
  said: "Déjà contrôlées",
  counts: {
    good: (n: number) => count(n, "bonne", "bonnes"),
    rework: (n: number) => `${n} à retoucher`,
    second: (n: number) => `${n} en 2e choix`,
    scrap: (n: number) => `${n} au rebut`,
  },
  defectTitle: (outcome: string) => `${outcome} : quel défaut ?`,
  placeTitle: (defect: string) => `${defect} : à quelle opération ?`,
  unknown: "Je ne sais pas",
  noDefect: "Sans préciser",
  photo: "Photo",
  photoTaken: "Photo prise",
  photoSending: "Photo en route…",
  photoLost: "La photo n’est pas partie : sans réseau, dites le défaut sans elle.",
  back: "Retour",
};

export type InspectWords = typeof inspectFr;
