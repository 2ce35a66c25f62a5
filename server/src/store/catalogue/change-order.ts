import type { Order, OrderState } from "@trame/shared";
import { noteChange } from "../journal/note-change.ts";
import type { Modules } from "../modules.ts";
import { type Answer, refused } from "./answer.ts";
import { orderFaults } from "./faults.ts";
import type { StoredOrder } from "./orders.ts";
import { viewOver } from "./view.ts";

/** What of an order a person may change; what is not given stays. `done` is not among the states: it follows from the pieces. */
export interface OrderChanges
  extends Partial<Pick<Order, "customer" | "reference" | "dueOn" | "priority">> {
  readonly state?: Exclude<OrderState, "done">;
  /** null: any line again. */
  readonly lines?: readonly string[] | null;
  /** Closes it though bundles of it are in progress: they are given up. */
  readonly abandon?: boolean;
}

/** Where an order may go by hand. Running begins by itself with the first scan, too. */
const NEXT: Readonly<Record<OrderState, readonly OrderState[]>> = {
  prepared: ["released", "running", "closed"],
  released: ["prepared", "running", "closed"],
  running: ["closed"],
  done: ["closed"],
  closed: ["running"],
};

/** Changes an order ([O15], [O16]). */
export function changeOrder(
  modules: Modules,
  change: { readonly id: string; readonly changes: OrderChanges },
  now: number,
): Answer<StoredOrder> {
  const { id, changes } = change;
  const { catalogue, transact } = modules;
  const stored = catalogue.orders.find(id);
  if (stored === null) return refused({ code: "order-unknown", blanks: { id } });
  const { state = stored.order.state } = changes;
  const refusal = moveRefusal(modules, stored, { abandon: changes.abandon === true, state });
  if (refusal !== null) return refused(refusal);
  const order = changed({ ...stored.order, state }, changes);
  // Faults of what was not sent, such as a line that has left the plan since, keep nobody from changing the rest.
  const sent = Object.keys(changes).map((field) => `/${field}`);
  const faults = orderFaults(order, viewOver(modules, {})).filter(({ path }) =>
    sent.some((field) => path.startsWith(field)),
  );
  if (faults.length > 0) return { ok: false, faults };
  const closedAt = state === "closed" ? (stored.closedAt ?? now) : null;
  const value = { ...stored, order, closedAt };
  transact(() => {
    const note = { what: "order", subject: id, before: stored.order, after: order } as const;
    noteChange(modules.facts, note, now);
    catalogue.orders.put(value);
    if (isCalledOtherwise(stored.order, order)) modules.rollups.touchNames();
  });
  return { ok: true, value };
}

/** Reports and exports name an order by them. */
function isCalledOtherwise(before: Order, after: Order): boolean {
  return before.customer !== after.customer || before.reference !== after.reference;
}

/** What is not given is not there, rather than undefined: it stays. */
function changed(order: Order, { state: _, abandon: __, lines, ...given }: OrderChanges): Order {
  const { lines: before, ...rest } = order;
  const after = lines === undefined ? before : lines;
  return {
    ...rest,
    ...given,
    ...(after !== undefined && after !== null && { lines: [...after] }),
  };
}

interface Move {
  readonly state: OrderState;
  readonly abandon?: boolean;
}

function moveRefusal(
  { catalogue, sqlite }: Modules,
  { id, order }: StoredOrder,
  { state, abandon = false }: Move,
) {
  if (state === order.state) return null;
  const isOurNumber = catalogue.orders.byNumber(order.number)?.id === id;
  if (!NEXT[order.state].includes(state) || !isOurNumber) {
    const blanks = { id, state: order.state, wanted: state };
    return { code: "order-state-impossible", path: "/state", blanks } as const;
  }
  if (state !== "closed" || abandon) return null;
  const bundles = sqlite
    .prepare<[string], number>(
      "SELECT count(*) FROM bundle_states WHERE order_id = ? AND is_open = 1",
    )
    .pluck()
    .get(id);
  if (bundles === undefined || bundles === 0) return null;
  return { code: "order-not-empty", path: "/state", blanks: { id, bundles } } as const;
}
