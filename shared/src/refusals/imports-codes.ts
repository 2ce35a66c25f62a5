/** Refusals about files that are imported, and the HTTP status that goes with each. */
export const IMPORTS_STATUS = {
  "file-empty": 422,
  "file-unreadable": 422,
  "file-locked": 422,
  "file-old-excel": 422,
  "file-too-large": 413,
  "file-too-long": 422,
  "imports-busy": 503,
  "import-faulty": 422,

  "column-missing": 422,
  "column-twice": 422,
  "cell-empty": 422,
  "cell-too-long": 422,
  "cell-not-id": 422,
  "cell-not-number": 422,
  "cell-not-whole": 422,
  "cell-out-of-range": 422,
  "cell-not-day": 422,
  "cell-not-yes": 422,
  "cell-not-choice": 422,
  "cell-not-operation-code": 422,
  "cell-not-skill": 422,
  "row-contradicts": 422,
  "order-there": 422,
  "minutes-empty": 422,
  "minutes-unreadable": 422,
  "minutes-unit-missing": 422,
  "minutes-not-positive": 422,
  "minutes-too-long": 422,
} as const;

export type ImportsCode = keyof typeof IMPORTS_STATUS;
