import { type Account, compareText, isLastOf } from "./account.ts";
import type { HourPart } from "./day-body.ts";
import type { DayFacts } from "./day-facts.ts";

/** Good pieces by clock hour: those that left their line, and those that left their order. */
export interface HourBook {
  /** @param hour its start, UTC ms */
  count(account: Account, hour: number, pieces: number): void;
  /** Ascending; hours that came to nothing are not in it. */
  parts(): HourPart[];
}

type Changing = { -readonly [Of in keyof HourPart]: HourPart[Of] };

export function createHourBook(routingOf: DayFacts["routingOf"]): HourBook {
  const hours = new Map<string, Changing>();

  function partAt(hour: number, lineId: string, { goods }: Account): Changing {
    const of = { orderId: goods?.orderId ?? null, styleId: goods?.styleId ?? null };
    const key = JSON.stringify([hour, lineId, of.orderId, of.styleId]);
    const known = hours.get(key);
    if (known !== undefined) return known;
    const made = { hour, lineId, ...of, output: 0, last: 0 };
    hours.set(key, made);
    return made;
  }

  return {
    count(account, hour, pieces) {
      const { place } = account;
      const isLast = isLastOf(routingOf, account);
      if (place === null || !(place.isOutput || isLast)) return;
      const part = partAt(hour, place.lineId, account);
      if (place.isOutput) part.output += pieces;
      if (isLast) part.last += pieces;
    },
    parts: () =>
      [...hours]
        .filter(([, { output, last }]) => output !== 0 || last !== 0)
        .toSorted(([a, { hour }], [b, other]) => hour - other.hour || compareText(a, b))
        .map(([, part]) => part),
  };
}
