import { ancestorsOf } from "../orders/graph.ts";
import { deduceBefore } from "../orders/next-operations.ts";
import { partOf } from "../orders/parts.ts";
import type { Routing } from "../orders/routing-schema.ts";

/** How far a bundle has come. */
export interface Progress {
  readonly part: string | null;
  /** Codes of the operations that are done, deduced ones among them. */
  readonly done: ReadonlySet<string>;
  /** Codes of those that were begun, the done ones among them. */
  readonly begun: ReadonlySet<string>;
}

/** What a bundle would need for an operation. */
export interface Reach {
  /** The bundle passes the operation. `ahead`: it will, once its part has joined. */
  readonly passes: "yes" | "ahead" | "no";
  /** Codes of what comes before and is not done, in order; joins that nobody recorded are apart. */
  readonly missing: readonly string[];
  readonly joins: readonly string[];
}

/** What an operation would ask of a bundle; its own state does not matter. */
export function reach(routing: Routing, { part, done, begun }: Progress, operation: string): Reach {
  const others = new Set(done);
  others.delete(operation);
  const limit = Number.POSITIVE_INFINITY;
  const deduction = deduceBefore(routing, { part, done: others }, { operation, limit });
  if (deduction.ok) return { passes: "yes", missing: deduction.deduced, joins: [] };
  if (!("missing" in deduction)) {
    return { passes: isAhead(routing, part, operation) ? "ahead" : "no", missing: [], joins: [] };
  }
  const unmade = routing.operations.flatMap(({ code, joins = [] }) =>
    joins.length > 0 && !begun.has(code) ? [code] : [],
  );
  return {
    passes: "yes",
    missing: deduction.missing.filter((code) => !unmade.includes(code)),
    joins: deduction.missing.filter((code) => unmade.includes(code)),
  };
}

/** The operation comes after the join at which the part ends. */
function isAhead({ operations }: Routing, part: string | null, operation: string): boolean {
  const before = ancestorsOf(operations, operation);
  return operations.some(
    ({ code, joins = [] }) => part !== null && joins.includes(part) && before.has(code),
  );
}

/** Parts come together at the operation, and have not in this bundle. */
export function waitsForJoin(
  { operations }: Routing,
  begun: ReadonlySet<string>,
  operation: string,
): boolean {
  const known = operations.find(({ code }) => code === operation);
  return (known?.joins ?? []).length > 0 && !begun.has(operation);
}

/** Parts that come together at a join; null stands for what was joined before. */
export function partsNeeded({ operations }: Routing, code: string): readonly (string | null)[] {
  const join = operations.find((operation) => operation.code === code);
  if (join === undefined) return [];
  const own = partOf(join);
  const joins = join.joins ?? [];
  const arrives = operations.some(
    (operation) => join.after.includes(operation.code) && partOf(operation) === own,
  );
  return arrives && (own === null || !joins.includes(own)) ? [own, ...joins] : joins;
}

/** The part, of those that were cut, whose bundle goes on at a join: the one that comes first in the routing. Null for no join. */
export function carrierPart(routing: Routing, code: string): string | null {
  const reaching = new Set<string>();
  const joins = [code];
  for (let join = joins.pop(); join !== undefined; join = joins.pop()) {
    for (const part of partsNeeded(routing, join)) {
      const made = makersOf(routing, part, join);
      joins.push(...made);
      if (made.length === 0 && part !== null) reaching.add(part);
    }
  }
  return routing.parts.find((part) => reaching.has(part.code))?.code ?? null;
}

/** The joins before another one out of which a part comes; none for a part that was cut. */
function makersOf({ operations }: Routing, part: string | null, join: string): string[] {
  const before = ancestorsOf(operations, join);
  return operations.flatMap((operation) => {
    const isMaker = operation.joins !== undefined && partOf(operation) === part;
    return isMaker && before.has(operation.code) ? [operation.code] : [];
  });
}
