import type { Routing, Words } from "@trame/shared";

/** An operation that some routing names, with the time that it allows. */
export interface KnownOperation {
  readonly name: string;
  readonly standardMinutes: number;
}

/** The operations of the latest routing of each style, each name once, by name. */
export function knownOperations(
  routings: readonly Routing[],
  words: (label: Words) => string,
): readonly KnownOperation[] {
  const latest = new Map<string, Routing>();
  for (const routing of routings) {
    const before = latest.get(routing.styleId);
    if (before === undefined || before.version < routing.version)
      latest.set(routing.styleId, routing);
  }
  const byName = new Map<string, KnownOperation>();
  for (const { label, standardMinutes } of [...latest.values()].flatMap(
    (each) => each.operations,
  )) {
    const name = words(label);
    if (!byName.has(name)) byName.set(name, { name, standardMinutes });
  }
  return [...byName.values()].toSorted((a, b) => a.name.localeCompare(b.name));
}
