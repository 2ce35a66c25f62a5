import type { Routing } from "../orders/routing-schema.ts";

/** What an operation of an order did, as pieces of garments. */
interface Done {
  readonly code: string;
  readonly good: number;
  readonly rework: number;
  readonly second: number;
  readonly scrap: number;
}

/**
 * En-cours of each operation, by its code: pieces past what comes before and not past it. An operation without anything before it begins
 * with what was cut; one that joins parts can begin with as many as the part that is the furthest behind.
 */
export function inProcessOf(
  operations: readonly Done[],
  { cut, routing }: { readonly cut: number; readonly routing: Routing | null },
): ReadonlyMap<string, number> {
  const goodOf = new Map(operations.map(({ code, good }) => [code, good]));
  return new Map(
    operations.map(({ code, good, rework, second, scrap }) => {
      const after = routing?.operations.find((each) => each.code === code)?.after ?? [];
      const arrived = after.length === 0 ? cut : Math.min(...after.map((b) => goodOf.get(b) ?? 0));
      return [code, Math.max(0, arrived - good - rework - second - scrap)];
    }),
  );
}
