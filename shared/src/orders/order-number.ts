import { CODE_NUMBER_MAX } from "../tickets/shape.ts";

/** Years for which a number that was in tickets is in no other order's: paper lives long in a workshop. */
const REST_YEARS = 5;

/** A number that an order has or had. */
export interface OrderNumberUse {
  readonly number: number;
  /** When the order got it; UTC ms. */
  readonly givenAt: number;
  /** When the order was closed, after which no ticket of it should turn up; UTC ms, null while it is open. */
  readonly closedAt: number | null;
}

/**
 * The number for a new order: the next one after that which was given last, past 99,999 again from 1, leaving out each that is
 * still in use or was until less than five years ago ([O12]). So a number rests as long as it can. null when none is free.
 *
 * @param now UTC ms.
 */
export function nextOrderNumber(uses: Iterable<OrderNumberUse>, now: number): number | null {
  return nextOrderNumbers(uses, { now, count: 1 })[0] ?? null;
}

/** The numbers for several new orders, each as `nextOrderNumber` would give it after those before it; fewer when no more are free. */
export function nextOrderNumbers(
  uses: Iterable<OrderNumberUse>,
  { now, count }: { readonly now: number; readonly count: number },
): number[] {
  const taken = new Set<number>();
  let last: OrderNumberUse | null = null;
  for (const use of uses) {
    if (isNumberTaken(use, now)) taken.add(use.number);
    if (last === null || isLater(use, last)) last = use;
  }
  const before = last?.number ?? 0;
  const free: number[] = [];
  for (let step = 0; step < CODE_NUMBER_MAX && free.length < count; step++) {
    const number = ((before + step) % CODE_NUMBER_MAX) + 1;
    if (!taken.has(number)) free.push(number);
  }
  return free;
}

/** Whether codes with the number may still turn up: its order is open, or was until less than five years ago. */
export function isNumberTaken({ closedAt }: OrderNumberUse, now: number): boolean {
  return closedAt === null || now < restedAt(closedAt);
}

function isLater(use: OrderNumberUse, than: OrderNumberUse): boolean {
  return use.givenAt === than.givenAt ? use.number > than.number : use.givenAt > than.givenAt;
}

function restedAt(closedAt: number): number {
  const date = new Date(closedAt);
  return date.setUTCFullYear(date.getUTCFullYear() + REST_YEARS);
}
