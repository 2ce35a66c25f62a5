import { duplicates, type Fault } from "./fault.ts";
import { partOf } from "./parts.ts";
import type { Operation, Routing } from "./routing-schema.ts";

/** What can be wrong with parts that are made side by side and join. */
export type PartFaultCode =
  | "part-unknown"
  | "part-missing"
  | "part-changed"
  | "join-unnamed"
  | "join-alone"
  | "part-joined-twice"
  | "part-never-joined";

/**
 * What is wrong with the parts of a routing: a part that does not exist; a beginning that does not say of which part
 * (`part-missing`); an operation that goes on with another part than reaches it (`part-changed`), or where several meet
 * without being named (`join-unnamed`); a join of one part with nothing (`join-alone`); a part that joins twice or never.
 */
export function findPartFaults(routing: Routing): Fault<PartFaultCode>[] {
  const joined = joinedParts(routing);
  const known = new Set(joined.map(({ key }) => key));
  return [
    ...unknownParts(routing),
    ...routing.operations.flatMap((operation, o) =>
      flowFaults(routing, operation, `/operations/${o}`),
    ),
    ...duplicates(joined, "part-joined-twice"),
    ...routing.parts.flatMap((part, p) =>
      known.has(part.code) ? [] : [{ code: "part-never-joined" as const, path: `/parts/${p}` }],
    ),
  ];
}

function joinedParts({ operations }: Routing): { key: string; path: string }[] {
  return operations.flatMap(({ joins = [] }, o) =>
    joins.map((part, j) => ({ key: part, path: `/operations/${o}/joins/${j}` })),
  );
}

function unknownParts(routing: Routing): Fault<PartFaultCode>[] {
  const known = new Set(routing.parts.map((part) => part.code));
  const named = routing.operations.flatMap(({ part }, o) =>
    part === undefined ? [] : [{ key: part, path: `/operations/${o}/part` }],
  );
  return [...named, ...joinedParts(routing)]
    .filter(({ key }) => !known.has(key))
    .map(({ path }) => ({ code: "part-unknown", path }));
}

function flowFaults(routing: Routing, operation: Operation, path: string): Fault<PartFaultCode>[] {
  const own = partOf(operation);
  const joins: readonly (string | null)[] = operation.joins ?? [];
  const arriving = new Set(
    routing.operations.filter(({ code }) => operation.after.includes(code)).map(partOf),
  );
  const strangers = [...arriving].filter((part) => part !== own && !joins.includes(part));
  if (strangers.length > 0) {
    const isMeeting = joins.length > 0 || arriving.size > 1;
    return [{ code: isMeeting ? "join-unnamed" : "part-changed", path }];
  }
  if (joins.length === 1 && !arriving.has(own))
    return [{ code: "join-alone", path: `${path}/joins` }];
  // Where nothing has joined yet there is no whole garment that an operation could be done to.
  const isOfNothing = own === null && arriving.size === 0 && joins.length === 0;
  return isOfNothing && routing.parts.length > 0 ? [{ code: "part-missing", path }] : [];
}
