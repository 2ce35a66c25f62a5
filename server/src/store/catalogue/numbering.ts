import { CODE_NUMBER_MAX, nextOrderNumbers, type Order } from "@trame/shared";
import type { Modules } from "../modules.ts";
import type { NewOperator } from "./batch.ts";
import type { BadgedOperator } from "./operators.ts";
import type { StoredOrder } from "./orders.ts";

/** An order with the number that it was given by hand, if any. */
type Ordered = Order & { readonly given: number | undefined };

/** Orders with their numbers and ids; null when no number is free ([O12]). */
export function numbered(
  { catalogue, stretches }: Modules,
  orders: readonly Ordered[],
  now: number,
): StoredOrder[] | null {
  const byHand = orders.flatMap(({ given }) => given ?? []);
  const uses = [
    ...catalogue.orders.numberUses(),
    ...byHand.map((number) => ({ number, givenAt: now, closedAt: null })),
  ];
  const count = orders.length - byHand.length;
  const free = nextOrderNumbers(uses, { now, count });
  if (free.length < count) return null;
  const year = yearAt(now, stretches.timeline.planAt(now)?.workshop.timeZone);
  return orders.map(({ given, ...order }) => {
    const number = given ?? free.shift() ?? 0;
    return { id: `${year}-${number}`, givenAt: now, closedAt: null, order: { ...order, number } };
  });
}

/** The year in the workshop; before the first plan no zone is known. */
function yearAt(now: number, zone = "Europe/Paris"): number {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).year;
}

/** People with ids and badges of their own; null when no badge is left that was nobody's. */
export function badged(
  { catalogue: { operators } }: Modules,
  people: readonly NewOperator[],
): BadgedOperator[] | null {
  const byHand = new Set(people.flatMap(({ badge }) => badge ?? []));
  const ids = new Set(people.flatMap(({ id }) => id ?? []));
  let next = operators.nextBadge();
  function takeNext(): number {
    while (byHand.has(next)) next += 1;
    return next++;
  }
  function idFor(badge: number): string {
    let id = `P${badge}`;
    while (ids.has(id) || operators.find(id) !== null) id += "-2";
    ids.add(id);
    return id;
  }
  const taken = people.map((person) => {
    const own = person.id === undefined ? undefined : operators.find(person.id)?.badge;
    const badge = person.badge ?? own ?? takeNext();
    return { ...person, id: person.id ?? idFor(badge), badge };
  });
  return taken.every(({ badge }) => badge <= CODE_NUMBER_MAX) ? taken : null;
}
