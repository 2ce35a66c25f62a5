import type { OrderState } from "../orders/order-schema.ts";
import type { Routing } from "../orders/routing-schema.ts";
import type { FloorCode } from "../refusals/floor-codes.ts";
import type { Blanks, BlankWords } from "../refusals/sentence-of.ts";
import type { BundleSheet, BundleState } from "./bundle.ts";
import { type Progress, type Reach, reach } from "./reach.ts";
import type { Words } from "./station-view.ts";

/** No, and why. `operation` is what the act would be about all the same: one that was made offline is taken. */
export interface Refused {
  readonly ok: false;
  readonly code: FloorCode;
  readonly blanks: Blanks;
  readonly operation: string | null;
}

/** Yes, with the sentence that says so. */
export interface Accepted {
  readonly ok: true;
  readonly code: FloorCode;
  readonly blanks: Blanks;
  readonly operation: string | null;
}

export type Decision = Accepted | Refused;

/** How people call what a sentence names. */
export interface Names {
  /** The valid ticket of a bundle: `118-117-K`. */
  readonly codeOf: (bundleId: number) => string;
  readonly stationName: (stationId: string) => string;
  /** Name of the station that does an operation; null when the plan has none. */
  readonly placeOf: (operation: string) => string | null;
  /** The subcontractor of a delivery slip. */
  readonly partnerOf: (slipId: string) => string;
  /** « 9 h 12 », 09:12. */
  readonly timeOf: (at: number) => string | BlankWords;
}

/** Where an act is done. */
export interface StationPlace {
  readonly id: string;
  readonly lineId: string;
  /** Codes of the operations of the bundle's routing that are done there: `stationOperations`. */
  readonly operations: readonly string[];
}

/** A bundle and all that decides what may be done with it, as it is when the act happens. */
export interface Situation {
  readonly routing: Routing;
  readonly sheet: BundleSheet;
  readonly state: BundleState;
  readonly order: { readonly state: OrderState; readonly lines?: readonly string[] };
  readonly station: StationPlace;
  readonly deduceLimit: number;
  readonly names: Names;
}

export function accept(code: FloorCode, operation: string | null, blanks: Blanks): Accepted {
  return { ok: true, code, blanks, operation };
}

export function refuse(code: FloorCode, operation: string | null, blanks: Blanks): Refused {
  return { ok: false, code, blanks, operation };
}

/** An operation as people know it. */
export function labelOf({ operations }: Routing, code: string): Words | string {
  return operations.find((operation) => operation.code === code)?.label ?? code;
}

/** What an operation would ask of the bundle as it is. */
export function reachIn({ routing, state }: Situation, operation: string): Reach {
  return reach(routing, progressOf(state), operation);
}

/** How far a bundle has come, from its state. */
export function progressOf({ part, operations }: BundleState): Progress {
  return {
    part,
    done: new Set(operations.flatMap(({ code, status }) => (status === "open" ? [] : [code]))),
    begun: new Set(operations.map(({ code }) => code)),
  };
}

export function operationIn({ operations }: BundleState, code: string | null) {
  return operations.find((operation) => operation.code === code);
}
