import {
  beganAsOf,
  beganAt,
  type Dating,
  DRIFT,
  dated,
  mustRedate,
  observe,
  redated,
  within,
} from "@trame/shared";
import type { Database } from "better-sqlite3";
import { SAMPLE_COLUMNS, type SampleRow } from "./boot-rows.ts";
import type { BootRecord, Boots } from "./boots.ts";
import type { Clockwork } from "./clock-steps.ts";
import type { FactLog } from "./fact-log.ts";
import type { Inbox } from "./inbox.ts";
import type { LiveRows } from "./live-rows.ts";
import type { Stretches } from "./stretches.ts";

/** A message of a boot: when it came and how long its device had been on. */
export interface Heard {
  readonly received: number;
  readonly up: number;
}

/** Gives the samples of a boot other times, when what they were dated by proves wrong ([D3] to [D5]). */
export interface Redating {
  /** Takes what a message tells of its boot; dates the boot again when it had been more than a minute too late. */
  hear(record: BootRecord, heard: Heard): void;
  /** Dates a boot from nothing but its log, as a rebuild or a step of the clock asks for. */
  replay(record: BootRecord): void;
}

interface Dated extends SampleRow {
  newAt: number;
}

/** What the log tells of when a boot began. */
type Arrival =
  | { readonly kind: "sample"; readonly row: Dated }
  | {
      readonly kind: "redated";
      readonly row: Pick<SampleRow, "n" | "run" | "received" | "messageUp">;
    };

export interface RedatingDeps {
  readonly boots: Boots;
  readonly clockwork: Clockwork;
  readonly facts: FactLog;
  readonly inbox: Inbox;
  readonly live: LiveRows;
  readonly stretches: Stretches;
}

export function createRedating(sqlite: Database, deps: RedatingDeps): Redating {
  const { boots, clockwork, facts, inbox, stretches, live } = deps;
  const samples = sqlite.prepare<[number], SampleRow>(
    `SELECT ${SAMPLE_COLUMNS} FROM samples WHERE boot_id = ? ORDER BY seq`,
  );
  const firstSample = sqlite.prepare<[number], SampleRow>(
    `SELECT ${SAMPLE_COLUMNS} FROM samples WHERE boot_id = ? ORDER BY seq LIMIT 1`,
  );
  const redatedFacts = sqlite.prepare<[number], { n: number; run: number; body: string }>(
    "SELECT n, run, body FROM facts WHERE boot_id = ? AND kind = 'redated' ORDER BY n",
  );
  const move = sqlite.prepare("UPDATE samples SET at = ? WHERE boot_id = ? AND seq = ?");

  function hear(record: BootRecord, { received, up }: Heard): void {
    const before = record.dating;
    const next = observe(before, { received, up });
    if (next === before) return;
    record.dating = next;
    record.isDatingSaved = false;
    if (before === null) return;
    if (isBaseChanged(record, before, next))
      boots.widenMark(record, record.firstSeq, record.firstSeq);
    if (!mustRedate(next)) return;
    inbox.settle();
    facts.append({ kind: "redated", bootId: record.id, received, up }, received);
    const rows = samples.all(record.id).map((row): Dated => ({ ...row, newAt: row.at }));
    drawNearer(rows, received - up, { received, adjust: clockwork.adjust });
    record.dating = redated(next);
    save(record, rows);
  }

  /** Writes the new times, and marks what they change. */
  function save(record: BootRecord, rows: readonly Dated[]): void {
    const moved = rows.filter((row) => row.newAt !== row.at);
    for (const row of moved) move.run(row.newAt, record.id, row.seq);
    const first = moved[0];
    const last = moved.at(-1);
    if (first === undefined || last === undefined) return;
    record.top = { ...record.top, at: rows.at(-1)?.newAt ?? record.top.at };
    boots.widenMark(record, first.seq, last.seq);
    live.forget();
  }

  /** A better beginning may lie on the other side of the moment at which the counter was bound ([C9]). */
  function isBaseChanged(record: BootRecord, before: Dating, next: Dating): boolean {
    if (next.backward === before.backward) return false;
    inbox.settle();
    const first = firstSample.get(record.id);
    if (first === undefined) return false;
    const { boundSince } = stretches.stretchAt(record.deviceId, record.counter, first.at);
    const received = clockwork.adjust(first);
    return beganAsOf(before, received) < boundSince !== beganAsOf(next, received) < boundSince;
  }

  function replay(record: BootRecord): void {
    inbox.settle();
    const inOrder: Dated[] = [];
    let dating: Dating | null = null;
    for (const { kind, row } of arrivalsOf(record)) {
      const received = clockwork.adjust(row);
      dating = observe(dating, { received, up: row.messageUp });
      if (kind === "sample") {
        place(inOrder, row, { record, dating, received });
        dating = dated(dating, received);
      } else {
        drawNearer(inOrder, received - row.messageUp, { received, adjust: clockwork.adjust });
        dating = redated(dating);
      }
    }
    if (!record.isForeign) {
      record.dating = dating;
      record.isDatingSaved = false;
    }
    save(record, inOrder);
  }

  /** What the log holds of a boot, in the order in which it came. */
  function arrivalsOf(record: BootRecord): Arrival[] {
    return [
      ...samples
        .all(record.id)
        .map((row): Arrival => ({ kind: "sample", row: { ...row, newAt: row.at } })),
      ...redatedFacts.all(record.id).map(readFact),
    ].toSorted((a, b) => a.row.n - b.row.n);
  }

  return { hear, replay };
}

function readFact({ n, run, body }: { n: number; run: number; body: string }): Arrival {
  const { received, up } = JSON.parse(body);
  return { kind: "redated", row: { n, run, received, messageUp: up } };
}

/** Dates one sample between its neighbours, as it was when it arrived. */
function place(
  rows: Dated[],
  row: Dated,
  at: { record: BootRecord; dating: Dating; received: number },
): void {
  const index = rows.findLastIndex((other) => other.seq < row.seq) + 1;
  const notBefore = rows[index - 1]?.newAt ?? -Infinity;
  const notAfter = Math.min(at.received, rows[index]?.newAt ?? Infinity);
  const time = at.record.isForeign ? at.received : beganAt(at.dating, at.received) + row.up;
  row.newAt = within(time, notBefore, notAfter);
  rows.splice(index, 0, row);
}

/** Moves samples back to where a better observation puts them; it counts the less the older it is. */
function drawNearer(
  rows: readonly Dated[],
  began: number,
  seen: { received: number; adjust: Clockwork["adjust"] },
): void {
  let notBefore = -Infinity;
  for (const row of rows) {
    const age = Math.abs(seen.received - seen.adjust(row));
    row.newAt = within(began + DRIFT * age + row.up, notBefore, row.newAt);
    notBefore = row.newAt;
  }
}
