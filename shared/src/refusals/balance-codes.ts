/** Refusals about who does what, and the HTTP status that goes with each. */
export const BALANCE_STATUS = {
  "balance-row-length": 422,
  "balance-task-unknown": 422,
  "balance-nobody": 422,
  "balance-circle": 422,
  "balance-impossible": 422,
  "balance-not-found": 422,
  "balance-busy": 503,
} as const;

export type BalanceCode = keyof typeof BALANCE_STATUS;
