import type { Duty, LinePerson, LineProblem, Seats } from "@trame/shared";

/** Somebody by the name that stations greet with. */
export interface PersonRow {
  readonly operatorId: string;
  readonly name: string;
  readonly pictogram: string | null;
}

/** Somebody who may work on a line today. */
export interface MemberRow extends PersonRow, LinePerson {
  readonly state: "present" | "expected" | "free";
  readonly stationId: string | null;
}

export interface OrderNameRow {
  readonly orderId: string;
  readonly name: string;
  readonly customer: string;
}

/** What was accepted today. */
export interface AcceptedRow {
  readonly orderId: string;
  /** UTC ms. */
  readonly at: number;
  readonly people: readonly (PersonRow & Duty & Seats)[];
  readonly isStale: boolean;
  readonly missing: readonly PersonRow[];
  readonly came: readonly PersonRow[];
  readonly hasOtherTasks: boolean;
}

/** Who could do what on a line today. */
export interface BalanceLine extends LineProblem {
  readonly lineId: string;
  readonly name: string;
  readonly order: OrderNameRow | null;
  readonly orders: readonly OrderNameRow[];
  readonly people: readonly MemberRow[];
  readonly absent: readonly PersonRow[];
  readonly accepted: AcceptedRow | null;
}

/** What `POST /balance` proposes. */
export interface ProposalRow {
  readonly assignment: readonly number[];
  readonly order: readonly number[];
  readonly slowest: number;
  readonly exact: boolean;
}
