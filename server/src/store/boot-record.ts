import {
  BOOT_AT_POWER_ON,
  type BootState,
  type Dating,
  dated,
  observe,
  type ReportedState,
  type Verdict,
} from "@trame/shared";
import type { Database } from "better-sqlite3";
import { fromColumns, type StateColumns } from "./boot-rows.ts";
import type { Clockwork } from "./clock-steps.ts";
import { createSeals, type Seal } from "./sealing/seals.ts";
import type { Stretch } from "./stretches.ts";

/** What of a boot must be folded again: from a `seq`, at least through another. */
export interface Mark {
  readonly fromSeq: number;
  readonly throughSeq: number;
}

/** What the counter last said of its machine, and when. */
export interface Reported {
  readonly state: ReportedState;
  readonly at: number;
}

/** One power-on of one counter, as the writer holds it in memory. */
export interface BootRecord {
  readonly id: number;
  readonly deviceId: string;
  readonly counter: string;
  readonly boot: string;
  readonly generation: number;
  /** A counter of another make: `received` is its time. */
  readonly isForeign: boolean;
  /** Its device and channel, as {@link voiceKey}: a text made once is found sooner than one made for each sample. */
  readonly voice: string;
  dating: Dating | null;
  /** Samples up to this one are in the dating that the store holds; those after it came in order. */
  datedSeq: number;
  /** Something out of order is in the dating, and not in the store. */
  mustSaveDating: boolean;
  /** The sample with the lowest `seq`; `received` as the clock has proved to stand since. */
  first: { seq: number; at: number; received: number } | null;
  /** The sample with the highest `seq`; all 0 when there is none. */
  top: { seq: number; up: number; at: number; pieces: number };
  /** The largest `up` that a message carried. */
  messageUp: number;
  /** The event with the highest `seq`; 0 when there is none. */
  topEvent: { seq: number; at: number };
  /** From where it is counted on; null while it has all its samples. */
  seal: Seal | null;
  /** The state that the highest sample with one told. */
  reported: (Reported & { readonly seq: number }) | null;
  /** The fold's state after the top sample; holds while nothing is marked. */
  state: BootState;
  mark: Mark | null;
  verdicts: readonly Verdict[];
  /** The stretch of the last sample: most samples fall into the same one. */
  stretch: Stretch | null;
}

export type BootIdentity = Pick<
  BootRecord,
  "deviceId" | "counter" | "boot" | "generation" | "isForeign"
>;

/** One text for a device and its channel. */
export function voiceKey(deviceId: string, counter: string): string {
  return `${deviceId} ${counter}`;
}

/** A row of `boots`. */
export interface BootRow extends Omit<BootIdentity, "isForeign"> {
  readonly id: number;
  readonly isForeign: number;
  readonly forward: number | null;
  readonly backward: number | null;
  readonly worst: number | null;
  readonly datedSeq: number;
}

/** Columns of {@link BootRow}, in SQL. */
export const BOOT_COLUMNS = `id, device_id AS deviceId, counter, boot, generation,
  is_foreign AS isForeign, forward, backward, worst, dated_seq AS datedSeq`;

interface Received {
  readonly n: number;
  readonly run: number;
  readonly received: number;
}

interface TopRow extends StateColumns {
  readonly seq: number;
  readonly up: number;
  readonly at: number;
  readonly pieces: number;
  readonly messageUp: number;
}

const NO_TOP = { seq: 0, up: 0, at: -Infinity, pieces: 0 };

/** Reads what the store holds of a boot. */
export function createBootReader(sqlite: Database, clockwork: Clockwork) {
  const statements = prepare(sqlite);
  const seals = createSeals(sqlite);

  /** The stored dating, and what came in order since it was stored. */
  function readDating({ id, forward, backward, worst, datedSeq }: BootRow): Dating | null {
    let dating: Dating | null =
      forward === null || backward === null
        ? null
        : { forward, backward, worst: worst ?? -Infinity };
    for (const row of statements.since.iterate(id, datedSeq)) {
      const received = clockwork.adjust(row);
      dating = dated(observe(dating, { received, up: row.messageUp }), received);
    }
    return dating;
  }

  function readFirst(id: number, seal: Seal | null): BootRecord["first"] {
    const first = seal === null ? statements.first.get(id) : firstOf(seal);
    if (first === undefined) return null;
    return { seq: first.seq, at: first.at, received: clockwork.adjust(first) };
  }

  function readTop(id: number, seal: Seal | null): Pick<BootRecord, "top" | "messageUp" | "state"> {
    const row = statements.top.get(id) ?? (seal === null ? undefined : topOf(seal));
    if (row === undefined) return { top: { ...NO_TOP }, messageUp: 0, state: BOOT_AT_POWER_ON };
    const { seq, up, at, pieces, messageUp } = row;
    return { top: { seq, up, at, pieces }, messageUp, state: fromColumns(row) };
  }

  return (row: BootRow): BootRecord => {
    const { forward: _, backward: __, worst: ___, isForeign, ...identity } = row;
    const seal = seals.of(row.id);
    return {
      ...identity,
      isForeign: isForeign === 1,
      voice: voiceKey(row.deviceId, row.counter),
      dating: isForeign === 1 ? null : readDating(row),
      mustSaveDating: false,
      first: readFirst(row.id, seal),
      ...readTop(row.id, seal),
      topEvent: statements.topEvent.get(row.id) ?? { seq: 0, at: -Infinity },
      seal,
      reported: statements.reported.get(row.id) ?? reportedBefore(seal),
      mark: statements.mark.get(row.id) ?? null,
      verdicts: statements.verdicts.all(row.id).map((body): Verdict => JSON.parse(body)),
      stretch: null,
    };
  };
}

/** Of a boot whose samples have all gone. */
function topOf(seal: Seal): TopRow {
  return { ...seal, seq: seal.throughSeq };
}

function firstOf({ firstSeq, firstAt, firstReceived, firstRun, firstN }: Seal) {
  return { seq: firstSeq, at: firstAt, received: firstReceived, run: firstRun, n: firstN };
}

function reportedBefore(seal: Seal | null): BootRecord["reported"] {
  if (seal === null || seal.state === null) return null;
  return { seq: seal.stateSeq ?? 0, state: seal.state, at: seal.stateAt ?? seal.at };
}

function prepare(sqlite: Database) {
  return {
    since: sqlite.prepare<[number, number], Received & { messageUp: number }>(
      `SELECT n, run, received, message_up AS messageUp FROM samples
       WHERE boot_id = ? AND seq > ? ORDER BY seq`,
    ),
    first: sqlite.prepare<[number], Received & { seq: number; at: number }>(
      "SELECT seq, at, n, run, received FROM samples WHERE boot_id = ? ORDER BY seq LIMIT 1",
    ),
    top: sqlite.prepare<[number], TopRow>(
      `SELECT s.seq, s.up, s.at, s.pieces, s.message_up AS messageUp,
              coalesce(p.reached_pieces, 0) AS reachedPieces,
              coalesce(p.reached_stitches, 0) AS reachedStitches,
              coalesce(p.reached_trims, 0) AS reachedTrims, p.open
       FROM samples s LEFT JOIN parts p USING (boot_id, seq)
       WHERE s.boot_id = ? ORDER BY s.seq DESC LIMIT 1`,
    ),
    topEvent: sqlite.prepare<[number], { seq: number; at: number }>(
      "SELECT seq, at FROM events WHERE boot_id = ? ORDER BY seq DESC LIMIT 1",
    ),
    reported: sqlite.prepare<[number], Reported & { seq: number }>(
      `SELECT seq, state, at FROM samples WHERE boot_id = ? AND state IS NOT NULL
       ORDER BY seq DESC LIMIT 1`,
    ),
    verdicts: sqlite
      .prepare<[number], string>(
        "SELECT body FROM facts WHERE boot_id = ? AND kind = 'verdict' ORDER BY n",
      )
      .pluck(),
    mark: sqlite.prepare<[number], Mark>(
      "SELECT from_seq AS fromSeq, through_seq AS throughSeq FROM marks WHERE boot_id = ?",
    ),
  };
}
