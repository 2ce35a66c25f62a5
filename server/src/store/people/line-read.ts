import { type LineWork, lineWork, type Order, type PlanLine } from "@trame/shared";
import type { CatalogueStore } from "../catalogue/catalogue.ts";
import type { StoredOrder } from "../catalogue/orders.ts";
import { type AcceptedRead, acceptedOf } from "./accepted-read.ts";
import { type LineMember, membersOf, nameOf, type PersonName } from "./line-members.ts";
import { catalogueOf, ordersOfLine } from "./line-orders.ts";
import type { PeopleToday } from "./people-today.ts";

/** An order that the line may sew. */
export interface OrderName {
  readonly orderId: string;
  /** Of its styles. */
  readonly name: string;
  readonly customer: string;
}

/** Who could do what on a line today, and what was accepted. */
export interface LineRead extends LineWork {
  readonly lineId: string;
  readonly name: string;
  /** The order that the tasks are of; null when the line sews none. */
  readonly order: OrderName | null;
  readonly orders: readonly OrderName[];
  /** With the minutes of each task; by badge. */
  readonly people: readonly LineMember[];
  readonly absent: readonly PersonName[];
  readonly accepted: AcceptedRead | null;
}

export interface LineAsked {
  readonly line: PlanLine;
  /** When none is given, the one of what was accepted, or else the first that has something to do on the line. */
  readonly orderId: string | null;
}

type Store = Pick<CatalogueStore, "orders" | "routings" | "styles">;

/** Puts together the problem of a line; null for an order that the line does not sew. */
export function lineReadOf(
  store: Store,
  today: PeopleToday,
  { line, orderId }: LineAsked,
): LineRead | null {
  const posting = today.postings.find(({ lineId }) => lineId === line.id) ?? null;
  const works = ordersOfLine(store, line)
    .map((stored) => ({ stored, work: workOf(store, stored.order, line) }))
    .filter(({ work }) => work.tasks.length > 0);
  const find = (id: string | undefined) => works.find(({ stored }) => stored.id === id);
  const asked = orderId === null ? (find(posting?.orderId) ?? works[0]) : find(orderId);
  if (asked === undefined && orderId !== null) return null;
  const { tasks, precedence } = asked?.work ?? { tasks: [], precedence: [] };
  return {
    lineId: line.id,
    name: line.name,
    order: asked === undefined ? null : orderName(store, asked.stored),
    orders: works.map(({ stored }) => orderName(store, stored)),
    tasks,
    precedence,
    people: membersOf(today, line, tasks),
    absent: today.people.filter(({ isAbsent }) => isAbsent).map(nameOf),
    accepted: posting === null ? null : acceptedOf(posting, today, { line, tasks }),
  };
}

function workOf(store: Store, order: Order, line: PlanLine): LineWork {
  return lineWork(order, catalogueOf(store, order), line.stations);
}

function orderName({ styles }: Store, { id, order }: StoredOrder): OrderName {
  const names = order.styles.map(({ styleId }) => styles.find(styleId)?.name ?? styleId);
  return { orderId: id, name: names.join(", "), customer: order.customer };
}
