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
  sampleText: "Rien ne bouge\u00a0: les pièces comptent pour la qualité de la ligne.",
  sampleEnd: "Finir sans paquet",
  seen: (pieces: number) => count(pieces, "pièce contrôlée", "pièces contrôlées"),
  said: "Déjà contrôlées",
  counts: {
    good: (n: number) => count(n, "bonne", "bonnes"),
    rework: (n: number) => `${n} à retoucher`,
    second: (n: number) => `${n} en 2e choix`,
    scrap: (n: number) => `${n} au rebut`,
  },
  defectTitle: (outcome: string) => `${outcome}\u00a0: quel défaut\u00a0?`,
  placeTitle: (defect: string) => `${defect}\u00a0: à quelle opération\u00a0?`,
  unknown: "Je ne sais pas",
  noDefect: "Sans préciser",
  photo: "Photo",
  photoTaken: "Photo prise",
  photoSending: "Photo en route…",
  photoLost: "Sans la photo, le réseau manque",
  toldWithoutPhoto: "La pièce est notée sans la photo, le réseau manque.",
  judge: "Ensuite\u00a0: dites ce que vaut chaque pièce.",
  back: "Retour",
};

export type InspectWords = typeof inspectFr;
