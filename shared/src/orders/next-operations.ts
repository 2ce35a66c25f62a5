import { ancestorsOf, inOrder } from "./graph.ts";
import { partOf } from "./parts.ts";
import type { Operation, Routing } from "./routing-schema.ts";

/** How far a bundle has come. */
export interface BundlePlace {
  /** The part that the bundle holds; null when it holds whole garments. */
  readonly part: string | null;
  /** Codes of the operations that are done, deduced ones among them. */
  readonly done: ReadonlySet<string>;
}

/** Why a bundle cannot go on at an operation, or which operations are taken for done without a scan. */
export type Deduction =
  | { readonly ok: true; readonly deduced: readonly string[] }
  | {
      readonly ok: false;
      readonly reason: "operation-unknown" | "operation-done" | "part-elsewhere";
    }
  | {
      readonly ok: false;
      readonly reason: "join-missing" | "too-many-missing";
      /** Codes of the operations that should have been done, in the order in which they are done. */
      readonly missing: readonly string[];
    };

/**
 * The operations that a bundle may go to now: those it passes, not done, with all that comes before them done to it. A join
 * is among them as soon as the bundle itself is ready; whether the other parts are is for the floor to say.
 */
export function nextOperations(routing: Routing, place: BundlePlace): Operation[] {
  return passedBy(routing, place.part).filter(
    ({ code }) => !place.done.has(code) && missingBefore(routing, place, code).length === 0,
  );
}

/**
 * What a scan at an operation says of the operations before it ([O6]): up to `limit` that were not scanned are taken for done
 * (`deduced`); more than that is refused, with their codes. A join is never deduced: nothing says which bundles it joined.
 */
export function deduceBefore(
  routing: Routing,
  place: BundlePlace,
  { operation, limit }: { readonly operation: string; readonly limit: number },
): Deduction {
  const known = routing.operations.find(({ code }) => code === operation);
  if (known === undefined) return { ok: false, reason: "operation-unknown" };
  if (!passedBy(routing, place.part).includes(known))
    return { ok: false, reason: "part-elsewhere" };
  if (place.done.has(operation)) return { ok: false, reason: "operation-done" };
  const missing = missingBefore(routing, place, operation);
  const missingCodes = missing.map(({ code }) => code);
  const isJoinMissing = missing.some(({ joins = [] }) => joins.length > 0);
  if (isJoinMissing) return { ok: false, reason: "join-missing", missing: missingCodes };
  if (missing.length > limit) {
    return { ok: false, reason: "too-many-missing", missing: missingCodes };
  }
  return { ok: true, deduced: missingCodes };
}

/** The operations that a bundle of a part passes, in order: those done to it, and the join at which it ends. */
function passedBy({ operations }: Routing, part: string | null): Operation[] {
  return inOrder(operations).filter(
    (operation) =>
      partOf(operation) === part || (part !== null && operation.joins?.includes(part) === true),
  );
}

/** What comes before an operation, is done to the bundle's part, and is not done to this bundle; in order. */
function missingBefore(routing: Routing, { part, done }: BundlePlace, code: string): Operation[] {
  const own = passedBy(routing, part);
  const before = ancestorsOf(own, code);
  return own.filter((operation) => before.has(operation.code) && !done.has(operation.code));
}
