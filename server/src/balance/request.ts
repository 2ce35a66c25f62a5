/** Who is to do what: what is asked. Tasks and people are numbered from 0. */
export interface BalanceRequest {
  readonly tasks: number;
  /** Pairs of tasks: the first is done before the second. */
  readonly precedence: readonly (readonly number[])[];
  /** Of each person, the minutes that each task takes; null where the person can't do it. */
  readonly times: readonly (readonly (number | null)[])[];
}

/** Who does what: a proposal. */
export interface Proposal {
  /** Of each task, the person who does it. */
  readonly assignment: readonly number[];
  /** Everybody once, in the order of the line; a person without a task comes last. */
  readonly order: readonly number[];
  /** Minutes of whoever works longest for one piece: the cycle time. */
  readonly slowest: number;
  /** Whether no proposal is faster, by proof. */
  readonly exact: boolean;
}

/** Why there is no proposal, with what a sentence about it needs. */
export type BalanceFault =
  | { readonly code: "balance-row-length"; readonly person: number }
  | { readonly code: "balance-task-unknown"; readonly pair: number }
  | { readonly code: "balance-nobody"; readonly task: number }
  | { readonly code: "balance-circle" }
  | { readonly code: "balance-impossible" }
  | { readonly code: "balance-not-found" };
