import { type BundleState, nextOperations } from "@trame/shared";
import type { LoadedFamily } from "./families.ts";

/** Codes of the operations that a bundle may go to, but for the one that it is at. */
export function nextOf(
  { routing }: Pick<LoadedFamily, "routing">,
  { part, operations, open }: BundleState,
): string[] {
  const done = new Set(operations.flatMap(({ code, status }) => (status === "open" ? [] : [code])));
  return nextOperations(routing, { part, done })
    .map(({ code }) => code)
    .filter((code) => code !== open);
}

/** The station that has a bundle open; null when it waits. */
export function stationOfOpen({ open, operations }: BundleState): string | null {
  return open === null ? null : (operations.find(({ code }) => code === open)?.stationId ?? null);
}
