import type { Database } from "better-sqlite3";
import type { BootRecord } from "../boot-record.ts";
import type { SampleRow, StateColumns } from "../boot-rows.ts";
import type { Boots } from "../boots.ts";
import type { Clockwork } from "../clock-steps.ts";
import type { Progress } from "../progress.ts";
import type { Taken } from "../retention/purge.ts";
import { unpackSamples } from "../thinning/packed-samples.ts";
import { createTogether, type KeptRow } from "./put-together.ts";
import { createSeals, type Seal } from "./seals.ts";

/** What is old enough to go. */
export interface Border {
  /** Made before, UTC ms. */
  readonly at: number;
  /** Received before, by the clock as it has proved to stand, UTC ms: what came of late may come again. */
  readonly received: number;
}

export interface SealedBoot {
  readonly taken: Taken;
  /** There may be more to seal of it. */
  readonly isMore: boolean;
}

/** The sample through which a boot is sealed, and what had been reached by then. */
interface End {
  readonly row: Omit<SampleRow, "stitches" | "trims">;
  readonly reached: Pick<Seal, keyof StateColumns>;
}

interface Range {
  readonly fromSeq: number;
  readonly toSeq: number;
  readonly body: Uint8Array;
}

/** Nothing of a boot may go. */
export const NOTHING_SEALED: SealedBoot = { taken: {}, isMore: false };

/** Samples in their place that are looked at in one step: some ten milliseconds of work. */
const ROWS_AT_ONCE = 2_000;

export interface BootSealingDeps {
  readonly boots: Boots;
  readonly clockwork: Pick<Clockwork, "adjust">;
  readonly progress: Pick<Progress, "arrivals">;
}

/**
 * Puts together what a boot made before a border, and takes its samples away ([SL1]); within a transaction. Nothing goes from where a
 * leap is open, a person has not judged one, or something is to be folded again ([SL6]).
 */
export function createBootSealing(
  sqlite: Database,
  { boots, clockwork, progress }: BootSealingDeps,
): (record: BootRecord, border: Border) => SealedBoot {
  const seals = createSeals(sqlite);
  const together = createTogether(sqlite);
  const statements = prepare(sqlite);

  function isOld(row: Pick<SampleRow, "at" | "received" | "run" | "n">, border: Border): boolean {
    return row.at < border.at && clockwork.adjust(row) < border.received;
  }

  /**
   * The last sample in its place that may go: with what is open at the end of a boot, which nothing will prove wrong any more, and where
   * no range of packed ones lies on both sides.
   */
  function lastKept(record: BootRecord, rows: readonly KeptRow[]): KeptRow | undefined {
    const { id, top } = record;
    const last = rows.findLast(({ open, seq }) => open === null || seq === top.seq);
    const cut = last === undefined ? undefined : statements.rangeAround.get(id, last.seq, last.seq);
    if (cut === undefined) return last;
    return lastKept(
      record,
      rows.filter(({ seq }) => seq < cut),
    );
  }

  /** Packed samples say what the one before them said: whole ranges go too, up to the next sample in its place. */
  function extend(id: number, end: End, border: Border): End {
    const next = statements.nextKept.get(id, end.row.seq) ?? Infinity;
    let row = end.row;
    for (const range of statements.rangesAbove.iterate(id, end.row.seq)) {
      const last = range.toSeq < next ? unpackSamples(range.body).at(-1) : undefined;
      if (last === undefined || !isOld(last, border)) break;
      row = last;
    }
    return { ...end, row };
  }

  function close(record: BootRecord, rows: readonly KeptRow[], end: End): Taken {
    const { id } = record;
    // A dating is read again from the samples that came since it was stored.
    boots.saveDating(record);
    together.putPoints(id, rows);
    record.seal = sealOf(record, { end, rows, knownN: progress.arrivals });
    seals.put(id, record.seal);
    return together.drop(id, end.row.seq);
  }

  /** Through which sample a boot may go; null: nothing of it may. */
  function endOfOld(record: BootRecord, kept: readonly KeptRow[], border: Border): End | null {
    const { id, seal } = record;
    const judged = statements.firstHold.get(id) ?? Infinity;
    const young = kept.findIndex((row) => !isOld(row, border) || row.seq > judged);
    const last = lastKept(record, young < 0 ? kept : kept.slice(0, young));
    if (last !== undefined) return extend(id, endAt(last), border);
    return seal === null ? null : extend(id, endOf(seal), border);
  }

  return (record, border) => {
    const { id, seal, mark } = record;
    if (mark !== null) return NOTHING_SEALED;
    const kept = statements.kept.all(id, seal?.throughSeq ?? 0, ROWS_AT_ONCE);
    const end = endOfOld(record, kept, border);
    if (end === null || end.row.seq === seal?.throughSeq) return NOTHING_SEALED;
    const rows = kept.filter(({ seq }) => seq <= end.row.seq);
    const next = kept[ROWS_AT_ONCE - 1];
    return { taken: close(record, rows, end), isMore: next !== undefined && isOld(next, border) };
  };
}

function endAt(row: KeptRow): End {
  return { row, reached: stateOf(row) };
}

function endOf(seal: Seal): End {
  return { row: { ...seal, seq: seal.throughSeq }, reached: stateOf(seal) };
}

function stateOf({ reachedPieces, reachedStitches, reachedTrims, open }: StateColumns) {
  return { reachedPieces, reachedStitches, reachedTrims, open };
}

interface Sealed {
  readonly end: End;
  /** What is put together, ascending. */
  readonly rows: readonly KeptRow[];
  readonly knownN: number;
}

function sealOf(record: BootRecord, { end, rows, knownN }: Sealed): Seal {
  const { seal, dating } = record;
  const { seq: throughSeq, up, at, received, run, n, pieces, messageUp } = end.row;
  return {
    ...{ throughSeq, up, at, received, run, n, pieces, messageUp },
    ...end.reached,
    ...saidOf(rows, seal),
    ...firstOf(rows, seal),
    knownN,
    forward: dating?.forward ?? null,
    backward: dating?.backward ?? null,
    worst: dating?.worst ?? null,
  };
}

function saidOf(
  rows: readonly KeptRow[],
  seal: Seal | null,
): Pick<Seal, "stateSeq" | "state" | "stateAt"> {
  const last = rows.findLast(({ state }) => state !== null);
  if (last !== undefined) return { stateSeq: last.seq, state: last.state, stateAt: last.at };
  const { stateSeq = null, state = null, stateAt = null } = seal ?? {};
  return { stateSeq, state, stateAt };
}

type First = Pick<Seal, "firstSeq" | "firstAt" | "firstReceived" | "firstRun" | "firstN">;

/** What a boot began with never goes among packed samples: it is the first that is sealed. */
function firstOf(rows: readonly KeptRow[], seal: Seal | null): First {
  if (seal !== null) {
    const { firstSeq, firstAt, firstReceived, firstRun, firstN } = seal;
    return { firstSeq, firstAt, firstReceived, firstRun, firstN };
  }
  const [first] = rows;
  if (first === undefined) throw new RangeError("a boot is sealed from its first sample on");
  const { seq, at, received, run, n } = first;
  return { firstSeq: seq, firstAt: at, firstReceived: received, firstRun: run, firstN: n };
}

function prepare(sqlite: Database) {
  const columns = "from_seq AS fromSeq, to_seq AS toSeq, body";
  return {
    kept: sqlite.prepare<[number, number, number], KeptRow>(
      `SELECT s.seq, s.n, s.up, s.pieces, s.stitches, s.trims, s.state, s.received,
              s.message_up AS messageUp, s.run, s.at, p.day, p.hour, p.place_id AS placeId,
              p.pieces AS partPieces, p.stitches AS partStitches, p.trims AS partTrims,
              p.reached_pieces AS reachedPieces, p.reached_stitches AS reachedStitches,
              p.reached_trims AS reachedTrims, p.open
       FROM samples s JOIN parts p ON p.boot_id = s.boot_id AND p.seq = s.seq
       WHERE s.boot_id = ? AND s.seq > ? ORDER BY s.seq LIMIT ?`,
    ),
    nextKept: sqlite
      .prepare<[number, number], number | null>(
        "SELECT min(seq) FROM samples WHERE boot_id = ? AND seq > ?",
      )
      .pluck(),
    rangeAround: sqlite
      .prepare<[number, number, number], number>(
        "SELECT from_seq FROM thinned WHERE boot_id = ? AND from_seq <= ? AND to_seq > ? LIMIT 1",
      )
      .pluck(),
    rangesAbove: sqlite.prepare<[number, number], Range>(
      `SELECT ${columns} FROM thinned WHERE boot_id = ? AND from_seq > ? ORDER BY from_seq`,
    ),
    firstHold: sqlite
      .prepare<[number], number | null>("SELECT min(from_seq) FROM holds WHERE boot_id = ?")
      .pluck(),
  };
}
