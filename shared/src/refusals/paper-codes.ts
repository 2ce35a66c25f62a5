/** Refusals about what is printed, and the HTTP status that goes with each. */
export const PAPER_STATUS = {
  "tickets-none": 404,
  "badges-none": 404,
  "tickets-too-many": 422,
  "paper-busy": 503,
} as const;

export type PaperCode = keyof typeof PAPER_STATUS;
