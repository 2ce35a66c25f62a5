import type { Database } from "better-sqlite3";
import { SAMPLE_COLUMNS, type SampleRow } from "../boot-rows.ts";
import type { Boots } from "../boots.ts";
import type { OldPart } from "../parts.ts";
import { packSamples } from "./packed-samples.ts";
import { isEmptyPart, saysTheSame } from "./repeats.ts";

/** Packs samples that say nothing new and are old, a little at a time, boot after boot ([TH1], [TH6]). */
export interface Thinning {
  /**
   * Looks through some samples, within a transaction; answers true while the pass over all boots is not over.
   * @param now UTC ms
   */
  step(now: number): boolean;
  /** Rows written by thinning, over all: no news. */
  readonly quiet: number;
}

export interface ThinningOptions {
  /** Samples stay as they came for so long, both since they were taken and since they were received. */
  readonly afterMs: number;
  /** Samples looked through in one step; more than `span`. */
  readonly rowsAtOnce: number;
  /** How many values of `seq` share a range. */
  readonly span: number;
}

const DAY_MS = 86_400_000;
/** A range holds some 150 heartbeats, a quarter of a page. */
export const THIN_SPAN = 256;
/** A step is some 3 ms of work. */
const OPTIONS: ThinningOptions = { afterMs: 7 * DAY_MS, rowsAtOnce: 512, span: THIN_SPAN };
/** Numbers of boots looked at in one step; most of them are over and done with. */
const BOOTS_AT_ONCE = 500;
/** To look whether a boot is due takes as long as reading some of its rows. */
const GLANCE = 8;
const NOTHING_DUE = { count: 0, isDone: true };
/** Stands for how far a boot was looked through when nothing more is expected of it. */
export const ALL_THROUGH = Number.MAX_SAFE_INTEGER;

interface Boot {
  readonly id: number;
  readonly throughSeq: number;
  readonly datedSeq: number;
  readonly isForeign: number;
  /** Its counter has been switched on again since. */
  readonly isOver: number;
}

/** A sample and what it added. */
export interface FoldedRow extends SampleRow, Pick<OldPart, "open" | "fell"> {
  readonly partPieces: number;
  readonly partStitches: number;
  readonly partTrims: number;
}

export function createThinning(
  sqlite: Database,
  { boots }: { readonly boots: Boots },
  { afterMs, rowsAtOnce, span }: ThinningOptions = OPTIONS,
): Thinning {
  const statements = prepare(sqlite);
  let lastBoot = 0;
  let quiet = 0;

  function pack(boot: Boot, rows: readonly SampleRow[]): void {
    const [first, last] = [rows[0], rows.at(-1)];
    if (first === undefined || last === undefined) return;
    // A dating is read again from the samples that came since it was stored.
    if (last.seq > boot.datedSeq && boot.isForeign === 0) {
      boots.saveDating(boots.byId(boot.id));
      quiet += 1;
    }
    const body = packSamples(rows);
    quiet += statements.put.run(boot.id, first.seq, last.seq, rows.length, body).changes;
    for (const { seq } of rows) {
      quiet += statements.dropSample.run(boot.id, seq).changes;
      quiet += statements.dropPart.run(boot.id, seq).changes;
    }
  }

  /** Answers how many samples it has read, and whether that was all that can be looked through for now. */
  function thinBoot(boot: Boot, oldBefore: number): { count: number; isDone: boolean } {
    const { id, throughSeq, isOver } = boot;
    const before = statements.before.get(id, throughSeq) ?? null;
    const rows = statements.rows.all(id, throughSeq, rowsAtOnce);
    const isWhole = rows.length < rowsAtOnce;
    const stretches = stretchesOf(rows, { before, span, isWhole });
    const young = stretches.findIndex((each) => !each.rows.every((row) => isOld(row, oldBefore)));
    const old = young < 0 ? stretches : stretches.slice(0, young);
    for (const stretch of old) pack(boot, repeatsOf(stretch));
    const reached = old.reduce((seq, stretch) => Math.max(seq, stretch.throughSeq), throughSeq);
    const through = isWhole && young < 0 && isOver === 1 ? ALL_THROUGH : reached;
    if (through > throughSeq) quiet += statements.save.run(id, through).changes;
    return { count: rows.length, isDone: isWhole || young >= 0 };
  }

  function isDue({ id, throughSeq }: Boot, oldBefore: number): boolean {
    const next = statements.next.get(id, throughSeq);
    return next !== undefined && isOld(next, oldBefore) && !boots.marked.has(id);
  }

  /** False when there was more to read than is read at once. */
  function thinBoots(some: readonly Boot[], oldBefore: number): boolean {
    let left = rowsAtOnce;
    for (const boot of some) {
      if (left <= 0) return false;
      left -= GLANCE;
      const due = isDue(boot, oldBefore) ? thinBoot(boot, oldBefore) : NOTHING_DUE;
      left -= due.count;
      if (!due.isDone) return false;
      lastBoot = boot.id;
    }
    return true;
  }

  return {
    step(now) {
      const through = lastBoot + BOOTS_AT_ONCE;
      if (!thinBoots(statements.boots.all(lastBoot, through), now - afterMs)) return true;
      const isOver = through >= (statements.lastBoot.get() ?? 0);
      lastBoot = isOver ? 0 : through;
      return !isOver;
    },
    get quiet() {
      return quiet;
    },
  };
}

/** Rows whose `seq` share a range. */
interface Stretch {
  readonly rows: readonly FoldedRow[];
  /** The samples beside them; null where there is none. */
  readonly before: SampleRow | null;
  readonly after: SampleRow | null;
  /** The last that can be looked through: the boot's last sample is judged when there is one after it. */
  readonly throughSeq: number;
}

interface Around {
  readonly before: SampleRow | null;
  readonly span: number;
  /** No sample of the boot lies above the rows. */
  readonly isWhole: boolean;
}

/**
 * Cuts a boot's rows where their `seq` reaches a multiple of the span, so that ranges are the same however the rows were
 * read; the last stretch is left out while more of it may lie above.
 */
export function stretchesOf(
  rows: readonly FoldedRow[],
  { before, span, isWhole }: Around,
): Stretch[] {
  const groups = [...Map.groupBy(rows, ({ seq }) => Math.floor(seq / span)).values()];
  const whole = isWhole ? groups : groups.slice(0, -1);
  return whole.map((own, index) => {
    const after = groups[index + 1]?.[0] ?? null;
    const last = after === null ? own.at(-2) : own.at(-1);
    const throughSeq = last?.seq ?? 0;
    return { rows: own, before: groups[index - 1]?.at(-1) ?? before, after, throughSeq };
  });
}

/** Those that say what the sample before them and the one after them say ([TH1]). */
export function repeatsOf({ rows, before, after }: Stretch): FoldedRow[] {
  return rows.filter((row, index) => {
    const last = rows[index - 1] ?? before;
    const next = rows[index + 1] ?? after;
    return last !== null && next !== null && isRepeat(row, [last, next]);
  });
}

function isRepeat(row: FoldedRow, beside: readonly SampleRow[]): boolean {
  const { partPieces: pieces, partStitches: stitches, partTrims: trims, open, fell } = row;
  const part = { pieces, stitches, trims, open, fell };
  return isEmptyPart(part) && beside.every((other) => saysTheSame(row, other));
}

function isOld({ at, received }: Pick<SampleRow, "at" | "received">, oldBefore: number): boolean {
  return at < oldBefore && received < oldBefore;
}

function prepare(sqlite: Database) {
  return {
    lastBoot: sqlite.prepare<[], number | null>("SELECT max(id) FROM boots").pluck(),
    // What a waiting device has sent is counted, so that it may send no more than its share ([N25]).
    boots: sqlite.prepare<[number, number], Boot>(
      `SELECT b.id, coalesce(t.through_seq, 0) AS throughSeq, b.dated_seq AS datedSeq,
              b.is_foreign AS isForeign,
              EXISTS (SELECT 1 FROM boots later WHERE later.device_id = b.device_id
                AND later.counter = b.counter AND later.id > b.id) AS isOver
       FROM boots b LEFT JOIN thinning t ON t.boot_id = b.id
       WHERE b.id > ? AND b.id <= ? AND coalesce(t.through_seq, 0) < ${ALL_THROUGH} AND NOT EXISTS
         (SELECT 1 FROM devices d WHERE d.device_id = b.device_id AND d.waiting_since IS NOT NULL)
       ORDER BY b.id`,
    ),
    next: sqlite.prepare<[number, number], Pick<SampleRow, "at" | "received">>(
      "SELECT at, received FROM samples WHERE boot_id = ? AND seq > ? ORDER BY seq LIMIT 1",
    ),
    before: sqlite.prepare<[number, number], SampleRow>(
      `SELECT ${SAMPLE_COLUMNS} FROM samples WHERE boot_id = ? AND seq <= ? ORDER BY seq DESC LIMIT 1`,
    ),
    rows: sqlite.prepare<[number, number, number], FoldedRow>(
      `SELECT s.seq, s.n, s.up, s.pieces, s.stitches, s.trims, s.state, s.received,
              s.message_up AS messageUp, s.run, s.at, p.pieces AS partPieces,
              p.stitches AS partStitches, p.trims AS partTrims, p.open, p.fell
       FROM samples s JOIN parts p ON p.boot_id = s.boot_id AND p.seq = s.seq
       WHERE s.boot_id = ? AND s.seq > ? ORDER BY s.seq LIMIT ?`,
    ),
    put: sqlite.prepare(
      "INSERT INTO thinned (boot_id, from_seq, to_seq, samples, body) VALUES (?, ?, ?, ?, ?)",
    ),
    save: sqlite.prepare(
      `INSERT INTO thinning (boot_id, through_seq) VALUES (?, ?)
       ON CONFLICT DO UPDATE SET through_seq = excluded.through_seq`,
    ),
    dropSample: sqlite.prepare("DELETE FROM samples WHERE boot_id = ? AND seq = ?"),
    dropPart: sqlite.prepare("DELETE FROM parts WHERE boot_id = ? AND seq = ?"),
  };
}
