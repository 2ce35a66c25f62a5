import type { ChangedSince } from "../store/backup/changed-since.ts";
import type { DayOutline, Outline } from "../store/backup/outline.ts";

/** What a restore would change: what is there now, and what would be there after it. */
export interface Comparison {
  readonly before: Side;
  readonly after: Side;
  /** Days that are not the same, the newest first. */
  readonly days: readonly {
    readonly day: string;
    readonly before: Counted;
    readonly after: Counted;
  }[];
  /** Orders that would be gone, that would be there again, and whose state would change. */
  readonly orders: {
    readonly gone: readonly string[];
    readonly back: readonly string[];
    readonly changed: readonly {
      readonly id: string;
      readonly before: string;
      readonly after: string;
    }[];
  };
  /** Plans by when they hold from, UTC ms; one that was written over is in both. */
  readonly plans: { readonly gone: readonly number[]; readonly back: readonly number[] };
  /** Counters that were given a secret since: whom the backup's plan does not name has to be let in again ([AC16]). */
  readonly devices: readonly string[];
  /** What people changed since, that would be as it was. */
  readonly changed: ChangedSince;
}

/** One of the two states. */
export interface Side {
  readonly clock: number;
  /** UTC ms; null where nothing was ever recorded. */
  readonly lastAt: number | null;
  readonly pieces: number;
  readonly acts: number;
  readonly orders: number;
  readonly bundles: number;
}

export type Counted = Pick<DayOutline, "pieces" | "acts">;

const NOTHING: Counted = { pieces: 0, acts: 0 };

/** Puts the store as it is beside a backup of it. Pure. */
export function compare(
  { present, changed }: { readonly present: Outline; readonly changed: ChangedSince },
  backup: Outline,
): Comparison {
  return {
    before: sideOf(present),
    after: sideOf(backup),
    days: daysBetween(present, backup),
    orders: ordersBetween(present, backup),
    plans: {
      gone: plansOnlyIn(present, backup),
      back: plansOnlyIn(backup, present),
    },
    devices: onlyIn(present.devices, backup.devices),
    changed,
  };
}

/** The figures of one state. */
export function sideOf({ clock, lastAt, days, orders, bundles }: Outline): Side {
  const sum = (of: "pieces" | "acts"): number => days.reduce((total, day) => total + day[of], 0);
  return {
    ...{ clock, lastAt, pieces: sum("pieces"), acts: sum("acts") },
    ...{ orders: orders.length, bundles: bundles.count },
  };
}

function daysBetween(present: Outline, backup: Outline): Comparison["days"] {
  const before = new Map(present.days.map((day) => [day.day, day]));
  const after = new Map(backup.days.map((day) => [day.day, day]));
  const days = [...new Set([...before.keys(), ...after.keys()])].sort().toReversed();
  return days
    .map((day) => ({ day, before: countedOf(before.get(day)), after: countedOf(after.get(day)) }))
    .filter((row) => row.before.pieces !== row.after.pieces || row.before.acts !== row.after.acts);
}

function countedOf({ pieces, acts }: Counted = NOTHING): Counted {
  return { pieces, acts };
}

function ordersBetween(present: Outline, backup: Outline): Comparison["orders"] {
  const states = new Map(backup.orders.map(({ id, state }) => [id, state]));
  const ids = (of: Outline): string[] => of.orders.map(({ id }) => id);
  return {
    gone: onlyIn(ids(present), ids(backup)),
    back: onlyIn(ids(backup), ids(present)),
    changed: present.orders.flatMap(({ id, state }) => {
      const after = states.get(id);
      return after === undefined || after === state ? [] : [{ id, before: state, after }];
    }),
  };
}

function plansOnlyIn(one: Outline, other: Outline): number[] {
  const known = new Set(other.plans.map(({ from, sha256 }) => `${from} ${sha256}`));
  return one.plans
    .filter(({ from, sha256 }) => !known.has(`${from} ${sha256}`))
    .map(({ from }) => from);
}

function onlyIn(one: readonly string[], other: readonly string[]): string[] {
  const known = new Set(other);
  return one.filter((id) => !known.has(id));
}
