/** Refusals about people and what concerns them alone, and the HTTP status that goes with each. */
export const PEOPLE_STATUS = {
  "own-progress-off": 403,
  "own-progress-elsewhere": 403,
  "own-progress-badge": 403,
  "own-progress-station-only": 403,
  "own-progress-reason": 422,
} as const;

export type PeopleCode = keyof typeof PEOPLE_STATUS;
