import type { DefectKind } from "./station-view.ts";

/** Defects that a sewing workshop meets, until it writes a list of its own; the most frequent come first. */
export const DEFECTS: readonly DefectKind[] = [
  { code: "skipped-stitch", label: { fr: "Point sauté", en: "Skipped stitch" } },
  { code: "open-seam", label: { fr: "Couture ouverte", en: "Open seam" } },
  { code: "crooked-seam", label: { fr: "Couture de travers", en: "Crooked seam" } },
  { code: "puckering", label: { fr: "Fronces", en: "Puckering" } },
  { code: "thread-ends", label: { fr: "Fils non coupés", en: "Uncut threads" } },
  { code: "tension", label: { fr: "Mauvaise tension", en: "Wrong tension" } },
  { code: "pulled-thread", label: { fr: "Fil tiré", en: "Pulled thread" } },
  { code: "hole", label: { fr: "Trou", en: "Hole" } },
  { code: "stain", label: { fr: "Tache", en: "Stain" } },
  { code: "fabric-flaw", label: { fr: "Défaut du tissu", en: "Flaw in the fabric" } },
  { code: "shade", label: { fr: "Nuance différente", en: "Shade differs" } },
  { code: "wrong-size", label: { fr: "Mauvaise taille", en: "Wrong size" } },
  { code: "uneven", label: { fr: "Côtés inégaux", en: "Uneven sides" } },
  { code: "part-missing", label: { fr: "Élément manquant", en: "Part missing" } },
  { code: "elastic-loose", label: { fr: "Élastique décousu", en: "Elastic came off" } },
  {
    code: "label-wrong",
    label: { fr: "Étiquette fausse ou absente", en: "Label wrong or missing" },
  },
  { code: "button", label: { fr: "Bouton ou boutonnière", en: "Button or buttonhole" } },
  { code: "zip", label: { fr: "Fermeture à glissière", en: "Zip" } },
  { code: "other", label: { fr: "Autre", en: "Other" } },
];

/** Key of the setting that holds a workshop's own list, JSON as `DefectKind[]`; without it `DEFECTS` holds. */
export const DEFECTS_SETTING = "defects";

/** The defects to choose from: the workshop's own list where one is set. */
export function defectsOf(setting: string | null): readonly DefectKind[] {
  return setting === null ? DEFECTS : JSON.parse(setting);
}
