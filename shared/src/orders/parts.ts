import type { Operation, Part, Routing } from "./routing-schema.ts";

/** An operation at which parts come together, with the parts that end there. */
export interface Join {
  readonly operation: string;
  readonly parts: readonly string[];
}

/** The part that an operation is done to and that leaves it; null for the whole garment. */
export function partOf(operation: Operation): string | null {
  return operation.part ?? null;
}

/** The joins of a routing, as listed. */
export function joinsOf({ operations }: Routing): Join[] {
  return operations.flatMap(({ code, joins = [] }) =>
    joins.length === 0 ? [] : [{ operation: code, parts: joins }],
  );
}

/** The parts that come from the cutting table, as listed; the others come out of a join. */
export function cutParts({ parts, operations }: Routing): Part[] {
  const made = new Set(
    operations.filter(({ joins = [] }) => joins.length > 0).map(({ part }) => part),
  );
  return parts.filter((part) => !made.has(part.code));
}
