import type { Span } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { InboxView } from "./floor/inbox-view.ts";

export interface CounterName {
  readonly deviceId: string;
  readonly counter: string;
}

/** Boots are created one after the other, or nearly so: so many beside those of a span are looked at too, as many as a
 * counter keeps when its network is away for weeks. */
const BESIDE = 32;

/**
 * Finds the boots of a counter that lived in a span, oldest first: by halving, and not by looking at those of years. A counter's
 * boots are numbered as they are heard, so that one which was late stands a little out of place.
 */
export function createBootsInSpan(
  sqlite: Database,
  inbox: InboxView,
): (counter: CounterName, span: Span) => number[] {
  const statements = prepare(sqlite);

  function firstAt(bootId: number): number {
    const sealed = statements.sealed.get(bootId);
    return (
      sealed?.firstAt ?? statements.first.get(bootId) ?? inbox.partsOf(bootId)[0]?.at ?? Infinity
    );
  }

  function lastAt(bootId: number): number {
    const last = inbox.partsOf(bootId).at(-1)?.at ?? statements.last.get(bootId);
    return last ?? statements.sealed.get(bootId)?.at ?? Infinity;
  }

  /** Where the first boot stands, of the newest first, that began before a moment; days of late are asked for most. */
  function begunBefore(bootIds: readonly number[], at: number): number {
    const hasBegun = (index: number): boolean => firstAt(bootIds[index] ?? 0) < at;
    let low = 0;
    let high = 1;
    while (high <= bootIds.length && !hasBegun(high - 1)) {
      low = high;
      high *= 2;
    }
    high = Math.min(high - 1, bootIds.length);
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (hasBegun(middle)) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  return ({ deviceId, counter }, { from, to }) => {
    const bootIds = statements.boots.all(deviceId, counter);
    const found: number[] = [];
    let ended = 0;
    for (const bootId of bootIds.slice(Math.max(0, begunBefore(bootIds, to) - BESIDE))) {
      const isBefore = lastAt(bootId) < from;
      ended = isBefore ? ended + 1 : 0;
      if (ended > BESIDE) break;
      if (!isBefore && firstAt(bootId) < to) found.unshift(bootId);
    }
    return found;
  };
}

function prepare(sqlite: Database) {
  return {
    boots: sqlite
      .prepare<[string, string], number>(
        "SELECT id FROM boots WHERE device_id = ? AND counter = ? ORDER BY id DESC",
      )
      .pluck(),
    first: sqlite
      .prepare<[number], number>("SELECT at FROM samples WHERE boot_id = ? ORDER BY seq LIMIT 1")
      .pluck(),
    sealed: sqlite.prepare<[number], { firstAt: number; at: number }>(
      "SELECT first_at AS firstAt, at FROM seals WHERE boot_id = ?",
    ),
    last: sqlite
      .prepare<[number], number>(
        "SELECT at FROM samples WHERE boot_id = ? ORDER BY seq DESC LIMIT 1",
      )
      .pluck(),
  };
}
