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
  const taken = new Set<number>();
  let last: OrderNumberUse | null = null;
  for (const use of uses) {
    if (use.closedAt === null || now < restedAt(use.closedAt)) taken.add(use.number);
    if (last === null || isLater(use, last)) last = use;
  }
  const before = last?.number ?? 0;
  for (let step = 0; step < CODE_NUMBER_MAX; step++) {
    const number = ((before + step) % CODE_NUMBER_MAX) + 1;
    if (!taken.has(number)) return number;
  }
  return null;
}

function isLater(use: OrderNumberUse, than: OrderNumberUse): boolean {
  return use.givenAt === than.givenAt ? use.number > than.number : use.givenAt > than.givenAt;
}

function restedAt(closedAt: number): number {
  const date = new Date(closedAt);
  return date.setUTCFullYear(date.getUTCFullYear() + REST_YEARS);
}
