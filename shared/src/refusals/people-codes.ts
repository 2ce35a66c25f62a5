/** Refusals about people and what concerns them alone, and the HTTP status that goes with each. */
export const PEOPLE_STATUS = {
  "own-data-station-only": 403,
  "own-data-badge": 403,
  "own-requests-many": 409,
  "own-export-code": 404,
  "person-request-unknown": 404,
  "person-request-answered": 409,
  "person-request-words": 422,
  "names-key-missing": 409,
  "names-key-shown": 409,
  "names-key-wrong": 422,
  "names-key-there": 409,
  "accompanied-off": 403,
  "badge-pin-wanted": 409,
} as const;

export type PeopleCode = keyof typeof PEOPLE_STATUS;
