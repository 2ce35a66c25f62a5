import { beganAsOf, type Dating, mustRedate, observe, redated } from "@trame/shared";
import type { Database } from "better-sqlite3";
import { type Arrival, createArrivals, type Dated } from "./arrivals.ts";
import type { BootRecord } from "./boot-record.ts";
import type { Boots } from "./boots.ts";
import type { Clockwork } from "./clock-steps.ts";
import type { FactLog } from "./fact-log.ts";
import type { Floor } from "./floor/floor.ts";
import type { Inbox } from "./inbox.ts";
import type { LiveRows } from "./live-rows.ts";
import { drawNearer, type ReplayedFrom, replay } from "./replay.ts";
import { knownDating } from "./sealing/seals.ts";
import type { Stretches } from "./stretches.ts";
import type { Thawing } from "./thinning/thawing.ts";
import type { Thinned } from "./thinning/thinned.ts";

/** A message of a boot: when it came and how long its device had been on. */
export interface Heard {
  readonly received: number;
  readonly up: number;
}

/** Gives the samples and events of a boot other times, when what they were dated by proves wrong ([D3] to [D7]). */
export interface Redating {
  /** This run of the server has heard the boot: a step of its clock will move what it received. */
  note(record: BootRecord): void;
  /** Takes what a message tells of its boot; dates the boot again when it had been more than a minute too late. */
  hear(record: BootRecord, heard: Heard): void;
  /** The same of a message that may have brought nothing new; it is worth a fact only when it dates the boot again. */
  hearAgain(record: BootRecord, heard: Heard): void;
  /** Dates a boot from nothing but its log, as a rebuild asks for. */
  replay(record: BootRecord): void;
  /** The clock stepped: all that this run of the server has heard is dated again. */
  replayHeard(): void;
}

export interface RedatingDeps {
  readonly boots: Boots;
  readonly clockwork: Clockwork;
  readonly facts: FactLog;
  readonly floor: Pick<Floor, "changed" | "marks" | "now">;
  readonly inbox: Inbox;
  readonly live: LiveRows;
  readonly stretches: Stretches;
  readonly thawing: Thawing;
  readonly thinned: Thinned;
}

export function createRedating(sqlite: Database, deps: RedatingDeps): Redating {
  const { boots, facts, inbox, stretches } = deps;
  const arrivals = createArrivals(sqlite, deps);
  const save = createTimeKeeper(sqlite, deps);
  /** Boots that this run has heard. */
  const heardNow = new Set<number>();

  function note({ id }: BootRecord): void {
    heardNow.add(id);
  }

  function hear(record: BootRecord, { received, up }: Heard): void {
    const before = record.dating;
    const next = observe(before, { received, up });
    record.dating = next;
    if (next === before || before === null) return;
    if (isBaseChanged(stretches, record, { before, next })) markFirst(boots, record);
    if (!mustRedate(next)) return;
    facts.append({ kind: "redated", bootId: record.id, received, up, seen: null }, received);
    redate(record, next, { received, up });
  }

  function redate(record: BootRecord, dating: Dating, seen: Heard): void {
    inbox.settle(record.id);
    const rows = arrivals.rowsOf(record);
    drawNearer(rows, { ...seen, notBefore: knownOf(record).notBefore });
    record.dating = redated(dating);
    save(record, rows);
  }

  function redateFromLog(record: BootRecord): Arrival | null {
    inbox.settle(record.id);
    const { arrivals: heard, dated } = arrivals.of(record);
    const { rows, dating, best } = replay(heard, { dated, ...knownOf(record) });
    if (!record.isForeign) record.dating = dating;
    save(record, rows);
    return best;
  }

  /** What a step of the clock put right may prove a boot older, as a message would have. */
  function catchUp(record: BootRecord, best: Arrival | null): void {
    const { dating, isForeign } = record;
    if (best === null || dating === null || isForeign || !mustRedate(dating)) return;
    const { received, up, seen } = best;
    const fact = { kind: "redated" as const, bootId: record.id, received: seen.received, up };
    facts.append({ ...fact, seen: { run: seen.run, n: seen.n } }, received);
    redate(record, dating, { received, up });
  }

  return {
    note,
    hear,
    hearAgain(record, heard) {
      const { dating } = record;
      if (dating === null || !mustRedate(observe(dating, heard))) return;
      note(record);
      hear(record, heard);
    },
    replay: (record) => void redateFromLog(record),
    replayHeard() {
      // A boot whose first transaction failed is in no store.
      for (const id of boots.ids().filter((stored) => heardNow.has(stored))) {
        const record = boots.byId(id);
        catchUp(record, redateFromLog(record));
        markFirst(boots, record);
        boots.saveDating(record);
      }
    },
  };
}

/** A better beginning may lie on the other side of the moment at which the counter was bound ([C9]). */
function isBaseChanged(
  stretches: Stretches,
  { deviceId, counter, first }: BootRecord,
  { before, next }: { readonly before: Dating; readonly next: Dating },
): boolean {
  if (before.backward === next.backward || first === null) return false;
  const { boundSince } = stretches.stretchAt(deviceId, counter, first.at);
  const isBase = (dating: Dating): boolean => beganAsOf(dating, first.received) < boundSince;
  return isBase(before) !== isBase(next);
}

function markFirst(boots: Boots, record: BootRecord): void {
  if (record.first !== null) boots.widenMark(record, record.first.seq, record.first.seq);
}

/** Writes the new times of a boot, and marks what they change. */
function createTimeKeeper(
  sqlite: Database,
  { boots, floor, live, thawing }: Pick<RedatingDeps, "boots" | "floor" | "live" | "thawing">,
) {
  const moveSample = sqlite.prepare("UPDATE samples SET at = ? WHERE boot_id = ? AND seq = ?");
  const moveEvent = sqlite.prepare("UPDATE events SET at = ? WHERE boot_id = ? AND seq = ?");
  return (record: BootRecord, rows: readonly Dated[]): void => {
    const moved = rows.filter((row) => row.newAt !== row.at);
    if (moved.some(({ isThinned }) => isThinned)) thawing.thawBoot(record);
    for (const row of moved) {
      (row.isEvent ? moveEvent : moveSample).run(row.newAt, record.id, row.seq);
    }
    noteChanges(floor.changed, moved);
    // What was scanned at the counter happened when its event did.
    if (moved.some(({ isEvent }) => isEvent)) {
      floor.marks.addOfBoot(record.id);
      floor.now.said();
    }
    noteTimes(record, rows);
    record.mustSaveDating = true;
    const first = moved.find(isSample);
    const last = moved.findLast(isSample);
    if (first === undefined || last === undefined) return;
    boots.widenMark(record, first.seq, last.seq);
    live.forget();
  };
}

/** From the first moment that something of it was or is of, to the last. */
function noteChanges(changed: Floor["changed"], moved: readonly Dated[]): void {
  if (moved.length === 0) return;
  const moments = moved.flatMap(({ at, newAt }) => [at, newAt]);
  const [first, last] = [moments.reduce(smaller), moments.reduce(larger)];
  changed.between(first, last);
}

function smaller(a: number, b: number): number {
  return Math.min(a, b);
}

function larger(a: number, b: number): number {
  return Math.max(a, b);
}

/** From where a boot is dated again: what was sealed stays as it is. */
function knownOf({ isForeign, seal }: BootRecord): Omit<ReplayedFrom, "dated"> {
  if (seal === null) return { isForeign, dating: null, notBefore: -Infinity };
  return { isForeign, dating: knownDating(seal), notBefore: seal.at };
}

/** The writer's memory of a boot follows its samples and events. */
function noteTimes(record: BootRecord, rows: readonly Dated[]): void {
  const first = record.seal === null ? rows.find(isSample) : undefined;
  if (first !== undefined) {
    record.first = { seq: first.seq, at: first.newAt, received: first.heardAt };
  }
  record.top.at = rows.findLast(isSample)?.newAt ?? record.top.at;
  record.topEvent.at = rows.findLast(({ isEvent }) => isEvent)?.newAt ?? record.topEvent.at;
  const { reported } = record;
  const telling = reported === null ? undefined : rows.find(({ seq }) => seq === reported.seq);
  if (reported !== null && telling !== undefined) {
    record.reported = { ...reported, at: telling.newAt };
  }
}

function isSample({ isEvent }: Dated): boolean {
  return !isEvent;
}
