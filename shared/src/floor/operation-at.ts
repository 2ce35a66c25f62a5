import { nextOperations } from "../orders/next-operations.ts";
import type { Routing } from "../orders/routing-schema.ts";
import type { BundleState } from "./bundle.ts";
import { progressOf } from "./decision.ts";
import { reach } from "./reach.ts";

/**
 * The operation that a scan at a station means: the one that is open; else the first that the bundle may go to next; else one
 * that it passes and that is not done; else one that was deduced, for which the truth comes; else one that is done. Null when
 * the bundle passes none of them. `stationOperations` are codes in the order in which they are done.
 */
export function operationAt(
  routing: Routing,
  state: BundleState,
  stationOperations: readonly string[],
): string | null {
  const progress = progressOf(state);
  const next = new Set(nextOperations(routing, progress).map(({ code }) => code));
  const statusOf = new Map(state.operations.map(({ code, status }) => [code, status]));
  const passed = stationOperations.filter(
    (code) => reach(routing, progress, code).passes !== "no" || statusOf.has(code),
  );
  return (
    passed.find((code) => code === state.open) ??
    passed.find((code) => next.has(code)) ??
    passed.find((code) => !progress.done.has(code)) ??
    passed.find((code) => statusOf.get(code) === "deduced") ??
    passed.at(-1) ??
    null
  );
}
