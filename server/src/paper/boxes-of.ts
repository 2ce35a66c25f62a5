import { cutParts, inOrder, type Operation, partOf, type Routing } from "@trame/shared";

/**
 * Codes of the operations for which a bundle's ticket has a box, in order: those done to its part, the join at which it ends,
 * and beyond it when it is the bundle that goes on, which is the one whose part comes first in the routing ([V3], [U17]).
 * @param part what the bundle was cut as; null for whole pieces
 */
export function boxesOf(routing: Routing, part: string | null): string[] {
  const boxes: string[] = [];
  const rank = new Map<string | null, number>(
    routing.parts.map(({ code }, index) => [code, index]),
  );
  // Who carries what each part has become, as the operations are walked.
  const carriers = new Map<string | null, string | null>(
    cutParts(routing).map(({ code }) => [code, code]),
  );
  if (!carriers.has(part)) carriers.set(part, part);
  for (const operation of inOrder(routing.operations)) {
    const held = [...new Set(arrivingAt(operation, carriers))];
    if (held.includes(part)) boxes.push(operation.code);
    const [first] = held.toSorted((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
    for (const joined of operation.joins ?? []) carriers.delete(joined);
    if (first !== undefined) carriers.set(partOf(operation), first);
  }
  return boxes;
}

function arrivingAt(
  operation: Operation,
  carriers: ReadonlyMap<string | null, string | null>,
): (string | null)[] {
  return [partOf(operation), ...(operation.joins ?? [])].flatMap((part) => {
    const carrier = carriers.get(part);
    return carrier === undefined ? [] : [carrier];
  });
}
