import type { Database } from "better-sqlite3";
import {
  BOOT_COLUMNS,
  type BootIdentity,
  type BootRecord,
  type BootRow,
  createBootReader,
  type Mark,
} from "./boot-record.ts";
import type { Clockwork } from "./clock-steps.ts";
import type { Inbox } from "./inbox.ts";

/** The counters' boots: read once, then kept in memory. */
export interface Boots {
  /** The generations of a boot id, oldest first. */
  generations(deviceId: string, counter: string, boot: string): readonly BootRecord[];
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
  /** The boot is folded on in this transaction, or what it counted before is taken back. */
  touch(record: BootRecord): void;
  /** Boots whose mark changed in this transaction. */
  readonly touched: ReadonlySet<BootRecord>;
  /** Boots that wait to be folded again. */
  readonly marked: ReadonlySet<number>;
  /** Writes the marks that outlive the transaction. */
  flush(): void;
  /** Boots in memory forget where their samples land: the plan changed. */
  forgetStretches(): void;
  /** After a rollback: memory may say what the database does not. */
  clear(): void;
}

export interface BootsDeps {
  readonly clockwork: Clockwork;
  readonly inbox: Inbox;
}

/** Boots kept in memory; beyond, all are read again when they speak. */
const KEPT = 20_000;

export function createBoots(sqlite: Database, deps: BootsDeps): Boots {
  const statements = prepare(sqlite);
  const marks = createMarks(sqlite);
  const kept = createKept(sqlite, deps);
  const { generations, load } = kept;

  return {
    ...marks,
    generations,
    latest(deviceId, counter) {
      const row = statements.latest.get(deviceId, counter);
      return row === undefined ? null : load(row);
    },
    create(identity) {
      const records = generations(identity.deviceId, identity.counter, identity.boot);
      const values = { ...identity, isForeign: identity.isForeign ? 1 : 0 };
      const id = Number(statements.insert.run(values).lastInsertRowid);
      const unheard = { forward: null, backward: null, worst: null, datedSeq: 0 };
      const record = load({ ...values, ...unheard, id });
      records.push(record);
      return record;
    },
    byId: kept.findById,
    ids: () => statements.ids.all(),
    saveDating(record) {
      const { forward = null, backward = null, worst = null } = record.dating ?? {};
      record.datedSeq = record.top.seq;
      record.mustSaveDating = false;
      statements.saveDating.run(forward, backward, worst, record.datedSeq, record.id);
    },
    flush() {
      marks.flush();
      if (kept.byId.size > KEPT) kept.forget();
    },
    forgetStretches() {
      for (const record of kept.byId.values()) record.stretch = null;
    },
    clear() {
      kept.forget();
      marks.reload();
    },
  };
}

/** Boots in memory: one record stands for a boot wherever it is asked for. */
function createKept(sqlite: Database, { clockwork, inbox }: BootsDeps) {
  const read = createBootReader(sqlite, clockwork);
  const statements = prepare(sqlite);
  const byKey = new Map<string, BootRecord[]>();
  const lastOf = new Map<string, { counter: string; boot: string; records: BootRecord[] }>();
  const byId = new Map<number, BootRecord>();

  function load(row: BootRow): BootRecord {
    const known = byId.get(row.id);
    if (known !== undefined) return known;
    inbox.settle(row.id);
    const record = read(row);
    byId.set(row.id, record);
    return record;
  }

  function generations(deviceId: string, counter: string, boot: string): BootRecord[] {
    // A device speaks of the same boot again: found by one text, and by none that has to be put together.
    const last = lastOf.get(deviceId);
    if (last?.boot === boot && last.counter === counter) return last.records;
    const records = find(deviceId, counter, boot);
    lastOf.set(deviceId, { counter, boot, records });
    return records;
  }

  function find(deviceId: string, counter: string, boot: string): BootRecord[] {
    const key = `${deviceId} ${counter} ${boot}`;
    let records = byKey.get(key);
    if (records === undefined) {
      records = statements.generations.all(deviceId, counter, boot).map(load);
      byKey.set(key, records);
    }
    return records;
  }

  function findById(id: number): BootRecord {
    const known = byId.get(id);
    if (known !== undefined) return known;
    const row = statements.byId.get(id);
    if (row === undefined) throw new RangeError(`no boot ${id}`);
    // Through its generations, which a message would look for.
    generations(row.deviceId, row.counter, row.boot);
    return load(row);
  }

  return {
    byId,
    load,
    generations,
    findById,
    forget(): void {
      lastOf.clear();
      byKey.clear();
      byId.clear();
    },
  };
}

/** What waits to be folded again: in memory, and in the store once a transaction leaves it behind. */
function createMarks(sqlite: Database) {
  const readAll = sqlite.prepare<[], number>("SELECT boot_id FROM marks ORDER BY boot_id").pluck();
  const put = sqlite.prepare(
    `INSERT INTO marks (boot_id, from_seq, through_seq) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET from_seq = excluded.from_seq, through_seq = excluded.through_seq`,
  );
  const drop = sqlite.prepare("DELETE FROM marks WHERE boot_id = ?");
  const stamp = sqlite.prepare(
    "INSERT INTO refolds (boot_id, times) VALUES (?, 1) ON CONFLICT DO UPDATE SET times = times + 1",
  );
  const marked = new Set<number>();
  const stored = new Set<number>();
  const touched = new Set<BootRecord>();

  function setMark(record: BootRecord, mark: Mark | null): void {
    record.mark = mark;
    touched.add(record);
    if (mark === null) marked.delete(record.id);
    else marked.add(record.id);
  }

  function reload(): void {
    for (const ids of [marked, stored, touched]) ids.clear();
    for (const id of readAll.all()) {
      marked.add(id);
      stored.add(id);
    }
  }

  reload();
  return {
    marked,
    touched,
    setMark,
    reload,
    widenMark(record: BootRecord, wantedSeq: number, throughSeq: number): void {
      const { mark, seal } = record;
      // What was sealed is as it is.
      const fromSeq = Math.max(wantedSeq, (seal?.throughSeq ?? -1) + 1);
      if (fromSeq > throughSeq) return;
      setMark(record, {
        fromSeq: Math.min(mark?.fromSeq ?? fromSeq, fromSeq),
        throughSeq: Math.max(mark?.throughSeq ?? throughSeq, throughSeq),
      });
    },
    touch(record: BootRecord): void {
      touched.add(record);
    },
    flush(): void {
      for (const { id, mark } of touched) {
        stamp.run(id);
        if (mark !== null) {
          put.run(id, mark.fromSeq, mark.throughSeq);
          stored.add(id);
        } else if (stored.delete(id)) drop.run(id);
      }
      touched.clear();
    },
  };
}

function prepare(sqlite: Database) {
  return {
    generations: sqlite.prepare<[string, string, string], BootRow>(
      `SELECT ${BOOT_COLUMNS} FROM boots WHERE device_id = ? AND counter = ? AND boot = ?
       ORDER BY generation`,
    ),
    latest: sqlite.prepare<[string, string], BootRow>(
      `SELECT ${BOOT_COLUMNS} FROM boots WHERE device_id = ? AND counter = ?
       ORDER BY id DESC LIMIT 1`,
    ),
    byId: sqlite.prepare<[number], BootRow>(`SELECT ${BOOT_COLUMNS} FROM boots WHERE id = ?`),
    ids: sqlite.prepare<[], number>("SELECT id FROM boots ORDER BY id").pluck(),
    insert: sqlite.prepare(
      `INSERT INTO boots (device_id, counter, boot, generation, is_foreign, dated_seq)
       VALUES (@deviceId, @counter, @boot, @generation, @isForeign, 0)`,
    ),
    saveDating: sqlite.prepare(
      "UPDATE boots SET forward = ?, backward = ?, worst = ?, dated_seq = ? WHERE id = ?",
    ),
  };
}
