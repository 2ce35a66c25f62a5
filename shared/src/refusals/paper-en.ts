import type { PaperCode } from "./paper-codes.ts";

/** What can't be printed, and what to do. */
export const paperEn = {
  "tickets-none": "There is no bundle to print in order {id}: cut it into bundles first.",
  "badges-none": "There is no badge to print: add people first.",
  "tickets-too-many":
    "That makes more than {max} labels: print in several goes, for instance bundles=1-1000.",
  "paper-busy": "Too many documents wait to be drawn already: try again in a minute.",
} as const satisfies Record<PaperCode, string>;
