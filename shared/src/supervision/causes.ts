import type { Words } from "../floor/station-view.ts";

/**
 * Classes of off-standard time: what stops are summed up by. `support` (help, training) is a class of its own
 * and lowers nobody's figures.
 */
export const CAUSE_CLASSES = [
  "planned",
  "waiting",
  "machine",
  "material",
  "quality",
  "organisation",
  "support",
] as const;

export type CauseClass = (typeof CAUSE_CLASSES)[number];

/** A cause of stops, as a workshop names it. Stops have causes, not culprits. */
export interface Cause {
  readonly code: string;
  readonly class: CauseClass;
  readonly label: Words;
}

/** Causes of a sewing workshop, until it writes a list of its own; the first six are the buttons of a stop. */
export const CAUSES: readonly Cause[] = [
  { code: "machine", class: "machine", label: { fr: "Machine", en: "Machine" } },
  { code: "material", class: "material", label: { fr: "Matière", en: "Material" } },
  { code: "quality", class: "quality", label: { fr: "Qualité", en: "Quality" } },
  { code: "thread", class: "machine", label: { fr: "Fil, aiguille", en: "Thread, needle" } },
  { code: "support", class: "support", label: { fr: "Soutien", en: "Support" } },
  { code: "other", class: "organisation", label: { fr: "Autre", en: "Other" } },
  { code: "waiting", class: "waiting", label: { fr: "Manque de travail", en: "No work" } },
  {
    code: "organisation",
    class: "organisation",
    label: { fr: "Organisation", en: "Organisation" },
  },
  { code: "power", class: "organisation", label: { fr: "Coupure de courant", en: "Power cut" } },
  { code: "training", class: "support", label: { fr: "Formation", en: "Training" } },
  { code: "planned", class: "planned", label: { fr: "Arrêt prévu", en: "Planned" } },
  { code: "maintenance", class: "planned", label: { fr: "Entretien", en: "Maintenance" } },
];

/** Key of the setting that holds a workshop's own list, JSON as `Cause[]`; without it `CAUSES` holds. */
export const CAUSES_SETTING = "causes";

/** The causes to choose from: the workshop's own list where one is set. */
export function causesOf(setting: string | null): readonly Cause[] {
  return setting === null ? CAUSES : JSON.parse(setting);
}
