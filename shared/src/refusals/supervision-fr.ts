import type { SupervisionCode } from "./supervision-codes.ts";

/** What is said to whoever looks after the floor, and to whoever calls. */
export const supervisionFr = {
  "call-accepted": "L’appel est parti.",
  "call-taken": "L’appel est pris en charge.",
  "call-resolved": "L’appel est résolu.",
  "stop-accepted": "L’arrêt est noté.",
  "inspection-accepted": "Le contrôle est noté.",
  "upkeep-accepted": "L’entretien est noté.",
  "message-accepted": "Le message est à l’écran.",
  "target-accepted": "L’objectif est noté.",
} as const satisfies Record<SupervisionCode, string>;
