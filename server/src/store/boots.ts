import {
  BOOT_AT_POWER_ON,
  type BootState,
  type Dating,
  dated,
  type ReportedState,
  type Verdict,
} from "@trame/shared";
import type { Database } from "better-sqlite3";
import { fromColumns, type StateColumns } from "./boot-rows.ts";
import type { Inbox } from "./inbox.ts";
import type { Stretch } from "./stretches.ts";

/** What of a boot must be folded again: from a `seq`, at least through another. */
export interface Mark {
  readonly fromSeq: number;
  readonly throughSeq: number;
}

/** One power-on of one counter, as the writer holds it in memory. */
export interface BootRecord {
  readonly id: number;
  readonly deviceId: string;
  readonly counter: string;
  readonly boot: string;
  readonly generation: number;
  readonly isForeign: boolean;
  dating: Dating | null;
  /** The sample with the highest `seq`; all 0 when there is none. */
  top: { seq: number; up: number; at: number };
  /** The lowest `seq` held; 0 when there is none. */
  firstSeq: number;
  /** The largest `up` that a message carried. */
  messageUp: number;
  hasEvents: boolean;
  /** The fold's state after the top sample; holds while nothing is marked. */
  state: BootState;
  mark: Mark | null;
  verdicts: readonly Verdict[];
  /** The stretch of the last sample: most samples fall into the same one. */
  stretch: Stretch | null;
  isDatingSaved: boolean;
}

/** The counters' boots: read once, then kept in memory. */
export interface Boots {
  /** The generations of a boot id, oldest first. */
  generations(deviceId: string, counter: string, boot: string): BootRecord[];
  /** The boot of a counter that was created last. */
  latest(deviceId: string, counter: string): BootRecord | null;
  create(identity: BootIdentity): BootRecord;
  byId(id: number): BootRecord;
  /** All boots in the store, oldest first. */
  ids(): number[];
  saveDating(record: BootRecord): void;
  setMark(record: BootRecord, mark: Mark | null): void;
  /** Adds samples to what must be folded again. */
  widenMark(record: BootRecord, fromSeq: number, throughSeq: number): void;
  /** Boots that wait to be folded again. */
  marked(): number[];
  /** Boots in memory forget where their samples land: the plan changed. */
  forgetStretches(): void;
  /** After a rollback: memory may say what the database does not. */
  clear(): void;
}

export type BootIdentity = Pick<
  BootRecord,
  "deviceId" | "counter" | "boot" | "generation" | "isForeign"
>;

interface BootRow extends Omit<BootIdentity, "isForeign"> {
  readonly id: number;
  readonly isForeign: number;
  readonly forward: number | null;
  readonly backward: number | null;
  readonly worst: number | null;
}

const COLUMNS =
  "id, device_id AS deviceId, counter, boot, generation, is_foreign AS isForeign, forward, backward, worst";
/** Boots kept in memory; beyond, all are read again when they speak. */
const KEPT = 20_000;

export function createBoots(sqlite: Database, inbox: Inbox): Boots {
  const statements = prepare(sqlite);
  const byKey = new Map<string, BootRecord[]>();
  const byId = new Map<number, BootRecord>();

  function load(row: BootRow): BootRecord {
    const known = byId.get(row.id);
    if (known !== undefined) return known;
    inbox.settle();
    const record = readRecord(statements, row);
    byId.set(row.id, record);
    return record;
  }

  function generations(deviceId: string, counter: string, boot: string): BootRecord[] {
    const key = `${deviceId} ${counter} ${boot}`;
    let records = byKey.get(key);
    if (records === undefined) {
      if (byId.size > KEPT) clear();
      records = statements.generations.all(deviceId, counter, boot).map(load);
      byKey.set(key, records);
    }
    return records;
  }

  function clear(): void {
    byKey.clear();
    byId.clear();
  }

  function setMark(record: BootRecord, mark: Mark | null): void {
    record.mark = mark;
    if (mark === null) statements.dropMark.run(record.id);
    else statements.putMark.run(record.id, mark.fromSeq, mark.throughSeq);
  }

  return {
    generations,
    latest(deviceId, counter) {
      const row = statements.latest.get(deviceId, counter);
      return row === undefined ? null : load(row);
    },
    create(identity) {
      const { deviceId, counter, boot, generation, isForeign } = identity;
      const records = generations(deviceId, counter, boot);
      const { lastInsertRowid } = statements.insert.run({
        ...identity,
        isForeign: isForeign ? 1 : 0,
      });
      const row = { deviceId, counter, boot, generation, isForeign: isForeign ? 1 : 0 };
      const unheard = { forward: null, backward: null, worst: null };
      const record = load({ ...row, ...unheard, id: Number(lastInsertRowid) });
      records.push(record);
      return record;
    },
    byId(id) {
      const known = byId.get(id);
      if (known !== undefined) return known;
      const row = statements.byId.get(id);
      if (row === undefined) throw new RangeError(`no boot ${id}`);
      // Through its generations, so that one record stands for a boot wherever it is asked for.
      generations(row.deviceId, row.counter, row.boot);
      return load(row);
    },
    ids: () => statements.ids.all(),
    saveDating(record) {
      const { forward, backward, worst } = record.dating ?? {};
      statements.saveDating.run(forward, backward, worst, record.id);
      record.isDatingSaved = true;
    },
    setMark,
    widenMark(record, fromSeq, throughSeq) {
      const { mark } = record;
      setMark(record, {
        fromSeq: Math.min(mark?.fromSeq ?? fromSeq, fromSeq),
        throughSeq: Math.max(mark?.throughSeq ?? throughSeq, throughSeq),
      });
    },
    marked: () => statements.marked.all(),
    forgetStretches() {
      for (const record of byId.values()) record.stretch = null;
    },
    clear,
  };
}

function prepare(sqlite: Database) {
  return {
    generations: sqlite.prepare<[string, string, string], BootRow>(
      `SELECT ${COLUMNS} FROM boots WHERE device_id = ? AND counter = ? AND boot = ?
       ORDER BY generation`,
    ),
    latest: sqlite.prepare<[string, string], BootRow>(
      `SELECT ${COLUMNS} FROM boots WHERE device_id = ? AND counter = ? ORDER BY id DESC LIMIT 1`,
    ),
    byId: sqlite.prepare<[number], BootRow>(`SELECT ${COLUMNS} FROM boots WHERE id = ?`),
    ids: sqlite.prepare<[], number>("SELECT id FROM boots ORDER BY id").pluck(),
    insert: sqlite.prepare(
      `INSERT INTO boots (device_id, counter, boot, generation, is_foreign)
       VALUES (@deviceId, @counter, @boot, @generation, @isForeign)`,
    ),
    saveDating: sqlite.prepare(
      "UPDATE boots SET forward = ?, backward = ?, worst = ? WHERE id = ?",
    ),
    top: sqlite.prepare<[number], TopRow>(
      `SELECT s.seq, s.up, s.at, s.received, s.message_up AS messageUp,
              coalesce(p.reached_pieces, 0) AS reachedPieces,
              coalesce(p.reached_stitches, 0) AS reachedStitches,
              coalesce(p.reached_trims, 0) AS reachedTrims, p.open
       FROM samples s LEFT JOIN parts p USING (boot_id, seq)
       WHERE s.boot_id = ? ORDER BY s.seq DESC LIMIT 1`,
    ),
    firstSeq: sqlite
      .prepare<[number], number | null>("SELECT min(seq) FROM samples WHERE boot_id = ?")
      .pluck(),
    hasEvents: sqlite
      .prepare<[number], number>("SELECT EXISTS (SELECT 1 FROM events WHERE boot_id = ?)")
      .pluck(),
    verdicts: sqlite
      .prepare<[number], string>(
        "SELECT body FROM facts WHERE boot_id = ? AND kind = 'verdict' ORDER BY n",
      )
      .pluck(),
    mark: sqlite.prepare<[number], Mark>(
      "SELECT from_seq AS fromSeq, through_seq AS throughSeq FROM marks WHERE boot_id = ?",
    ),
    marked: sqlite.prepare<[], number>("SELECT boot_id FROM marks ORDER BY boot_id").pluck(),
    putMark: sqlite.prepare(
      `INSERT INTO marks (boot_id, from_seq, through_seq) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET from_seq = excluded.from_seq, through_seq = excluded.through_seq`,
    ),
    dropMark: sqlite.prepare("DELETE FROM marks WHERE boot_id = ?"),
  };
}

interface TopRow extends StateColumns {
  readonly seq: number;
  readonly up: number;
  readonly at: number;
  readonly received: number;
  readonly messageUp: number;
}

function readRecord(statements: ReturnType<typeof prepare>, row: BootRow): BootRecord {
  const { forward, backward, worst, isForeign, ...identity } = row;
  const top = statements.top.get(row.id);
  const verdicts = statements.verdicts.all(row.id);
  return {
    ...identity,
    isForeign: isForeign === 1,
    dating:
      forward === null || backward === null || top === undefined
        ? null
        : dated({ forward, backward, worst: worst ?? -Infinity }, top.received),
    top: { seq: top?.seq ?? 0, up: top?.up ?? 0, at: top?.at ?? -Infinity },
    firstSeq: statements.firstSeq.get(row.id) ?? 0,
    messageUp: top?.messageUp ?? 0,
    hasEvents: statements.hasEvents.get(row.id) === 1,
    state: top === undefined ? BOOT_AT_POWER_ON : fromColumns(top),
    mark: statements.mark.get(row.id) ?? null,
    verdicts: verdicts.map((body): Verdict => JSON.parse(body)),
    stretch: null,
    isDatingSaved: true,
  };
}

/** What the counter last said of its machine, and when. */
export interface Reported {
  readonly state: ReportedState;
  readonly at: number;
}
