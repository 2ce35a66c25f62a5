/** Refusals about who does what and where, and the HTTP status that goes with each. */
export const BALANCE_STATUS = {
  "balance-row-length": 422,
  "balance-task-unknown": 422,
  "balance-nobody": 422,
  "balance-circle": 422,
  "balance-impossible": 422,
  "balance-not-found": 422,
  "balance-busy": 503,

  "balance-cannot": 409,
  "balance-task-missing": 409,
  "balance-task-twice": 422,
  "balance-tasks-changed": 409,
  "balance-person-twice": 422,
  "balance-person-elsewhere": 409,
  "posting-absent": 409,
  "posting-station-unknown": 422,
  "absence-past": 422,
  "absence-far": 422,
} as const;

export type BalanceCode = keyof typeof BALANCE_STATUS;
