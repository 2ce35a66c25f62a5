import { isNumberTaken, type Order, type OrderNumberUse, type Routing } from "@trame/shared";
import type { Modules } from "../modules.ts";
import { type Answer, type CatalogueFault, refused } from "./answer.ts";
import type { Batch, NewOrder, TakenBatch } from "./batch.ts";
import { operatorFaults, orderFaults, routingFaults, styleFaults } from "./faults.ts";
import { noteTaken } from "./note-taken.ts";
import { noteTold } from "./note-told.ts";
import { badged, numbered } from "./numbering.ts";
import { type View, viewOver } from "./view.ts";

/**
 * Everything that is wrong with a batch, each fault with its place in it (`/orders/3/styles/0/styleId`); empty when it can be
 * taken. Things may refer to what comes with them: an order to a style of the same batch. Nothing is written.
 */
export function checkCatalogue(modules: Modules, batch: Batch, now: number): CatalogueFault[] {
  const view = viewOver(modules, batch);
  const { styles = [], routings = [], orders = [], operators = [] } = batch;
  const uses = modules.catalogue.orders.numberUses();
  return [
    ...eachOf("/styles", styles, (style) => styleFaults(style, view)),
    ...twice(
      "/styles",
      "id",
      styles.map(({ id }) => id),
    ),
    ...eachOf("/routings", routings, (entry) => routingFaults(view.versioned(entry), view)),
    ...twice(
      "/routings",
      "styleId",
      routings.map(({ styleId }) => styleId),
    ),
    ...eachOf("/orders", orders, (order) => [
      ...orderFaults(asOrdered(order, view), view),
      ...numberFaults(order, uses, now),
    ]),
    ...twice(
      "/orders",
      "number",
      orders.map(({ number }) => number),
    ),
    ...eachOf("/operators", operators, (operator) => operatorFaults(operator, view)),
    ...twice(
      "/operators",
      "id",
      operators.map(({ id }) => id),
    ),
    ...twice(
      "/operators",
      "badge",
      operators.map(({ badge }) => badge),
    ),
  ];
}

/** Takes a batch whole, in one transaction, or refuses it whole ([O13]). */
export function putCatalogue(modules: Modules, batch: Batch, now: number): Answer<TakenBatch> {
  const faults = checkCatalogue(modules, batch, now);
  if (faults.length > 0) return { ok: false, faults };
  const view = viewOver(modules, batch);
  const ordered = (batch.orders ?? []).map((order) => ({
    ...asOrdered(order, view),
    given: order.number,
  }));
  const orders = numbered(modules, ordered, now);
  if (orders === null) return refused({ code: "order-numbers-used-up" });
  const operators = badged(modules, batch.operators ?? []);
  if (operators === null) return refused({ code: "badges-used-up" });
  const styles = batch.styles ?? [];
  const routings = (batch.routings ?? []).map(view.versioned);
  const { catalogue, transact } = modules;
  transact(() => {
    noteTaken(modules, { styles, routings, orders, operators }, now);
    noteTold(modules, { styles, operators });
    for (const style of styles) catalogue.styles.put(style, now);
    for (const routing of routings) appendNew(modules, routing, now);
    for (const order of orders) catalogue.orders.put(order);
    for (const operator of operators) catalogue.operators.put(operator);
  });
  return { ok: true, value: { styles, routings, orders, operators } };
}

function eachOf<Thing>(
  path: string,
  things: readonly Thing[],
  faultsOf: (thing: Thing) => CatalogueFault[],
): CatalogueFault[] {
  return things.flatMap((thing, t) =>
    faultsOf(thing).map((fault) => ({ ...fault, path: `${path}/${t}${fault.path}` })),
  );
}

/** A fault at each thing that gives what an earlier one gives too; what is not given is the store's to give. */
function twice(
  path: string,
  field: string,
  given: readonly (string | number | undefined)[],
): CatalogueFault[] {
  const seen = new Set<string | number>();
  return given.flatMap((value, t): CatalogueFault[] => {
    if (value === undefined) return [];
    if (seen.has(value)) return [{ code: "id-duplicate", path: `${path}/${t}/${field}` }];
    seen.add(value);
    return [];
  });
}

/** A number stands in for one that is still to be given: nothing of an order but its tickets depends on it. */
function asOrdered({ state = "prepared", number = 1, ...order }: NewOrder, view: View): Order {
  return { ...order, number, state, styles: order.styles.map(view.frozen) };
}

function numberFaults(
  { number }: NewOrder,
  uses: readonly OrderNumberUse[],
  now: number,
): CatalogueFault[] {
  const isFree = !uses.some((use) => use.number === number && isNumberTaken(use, now));
  return isFree ? [] : [{ code: "order-number-taken", path: "/number" }];
}

/** A routing that says what the latest version says is that version. */
function appendNew({ catalogue: { routings } }: Modules, routing: Routing, now: number): void {
  if (routings.find(routing.styleId, routing.version) === null) routings.append(routing, now);
}
