/** Refusals about exports and the folder that they are written into, and the HTTP status that goes with each. */
export const EXPORTS_STATUS = {
  "exports-busy": 503,
  "export-not-by-line": 422,
  "export-not-by-order": 422,
  "export-not-by-style": 422,
  "export-order-missing": 422,
  "export-folder-relative": 422,
  "export-folder-missing": 422,
  "export-folder-denied": 422,
  "export-folder-full": 422,
  "export-folder-failing": 422,
  "export-failing": 500,
} as const;

export type ExportsCode = keyof typeof EXPORTS_STATUS;
