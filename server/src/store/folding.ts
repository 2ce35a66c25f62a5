import {
  type Amounts,
  BOOT_AT_POWER_ON,
  type BootState,
  beganAsOf,
  COUNTED,
  foldSample,
  hasOpenLeap,
  isSameState,
  LEAP_LIMITS,
  type SampleStep,
} from "@trame/shared";
import type { Database } from "better-sqlite3";
import {
  fromColumns,
  SAMPLE_COLUMNS,
  type SampleRow,
  type StateColumns,
  toColumns,
} from "./boot-rows.ts";
import type { BootRecord, Boots, Mark } from "./boots.ts";
import type { Clockwork } from "./clock-steps.ts";
import type { Inbox, InboxRow } from "./inbox.ts";
import type { LiveRows } from "./live-rows.ts";
import type { Rollups } from "./rollups.ts";
import type { Stretch, Stretches } from "./stretches.ts";

/**
 * Folds samples into parts and rollups, and folds again what a late fact can change ([C1] to [C14]).
 *
 * A row of `parts` holds what its sample added and the state after it. So a fold can start at any row, and may stop
 * at the first row after the changed ones where the new state equals the stored one: all that follows is the same.
 * It must not stop while a leap is open, since a later sample may withdraw what was just folded.
 */
export interface Folding {
  /** Appends a sample above all that its boot holds, and folds it. */
  foldOnTop(record: BootRecord, row: SampleRow): void;
  /** Folds again what is marked, at most so many samples; what is left stays marked. */
  refold(record: BootRecord, budget: number): void;
}

interface OldPart extends StateColumns, Amounts {
  readonly seq: number;
  readonly at: number;
  readonly day: number;
  readonly hour: number;
  readonly placeId: number | null;
}

export interface FoldingDeps {
  readonly boots: Boots;
  readonly inbox: Inbox;
  readonly stretches: Stretches;
  readonly rollups: Rollups;
  readonly live: LiveRows;
  readonly clockwork: Clockwork;
}

const CHUNK = 500;

export function createFolding(sqlite: Database, deps: FoldingDeps): Folding {
  const statements = prepare(sqlite);
  const { boots, inbox, stretches, rollups, live, clockwork } = deps;

  function step(record: BootRecord, state: BootState, row: SampleRow): SampleStep {
    const isFirst = row.seq === record.firstSeq;
    return foldSample(state, row, {
      limits: LEAP_LIMITS,
      verdicts: record.verdicts,
      isBase: isFirst && isBase(record, row),
    });
  }

  /** Totals that began before the counter was bound here, unheard until now, count nothing ([C9], [O3]). */
  function isBase(record: BootRecord, row: SampleRow): boolean {
    if (record.isForeign) return true;
    const { place, boundSince } = stretchOf(record, row.at);
    if (place === null || record.dating === null) return false;
    return beganAsOf(record.dating, clockwork.adjust(row)) < boundSince;
  }

  function stretchOf(record: BootRecord, at: number): Stretch {
    const known = record.stretch;
    if (known !== null && known.from <= at && at < known.to) return known;
    record.stretch = stretches.stretchAt(record.deviceId, record.counter, at);
    return record.stretch;
  }

  /** Adds the parts of a sample to its cell, or takes them back. */
  function count(
    part: Pick<OldPart, "at" | "day" | "hour" | "placeId">,
    amounts: Amounts,
    sign: 1 | -1,
  ): void {
    if (part.placeId === null) return;
    const key = { day: part.day, hour: part.hour, placeId: part.placeId };
    rollups.add(key, amounts, sign);
    live.count(key, { at: part.at, pieces: sign * amounts.pieces });
  }

  function write(record: BootRecord, row: SampleRow, result: SampleStep): void {
    const { placeId, day, hour } = stretchOf(record, row.at);
    const { parts, state } = result;
    const columns = toColumns(state);
    statements.putPart.run(
      record.id,
      row.seq,
      row.at,
      day,
      hour,
      placeId,
      parts.pieces,
      parts.stitches,
      parts.trims,
      columns.reachedPieces,
      columns.reachedStitches,
      columns.reachedTrims,
      columns.open,
      result.fell ? 1 : 0,
    );
    follow(record, row, result);
  }

  /** What comes of a sample that was written: counts, withdrawals, suspicions. */
  function follow(record: BootRecord, row: SampleRow, result: SampleStep): void {
    const { placeId, day, hour } = stretchOf(record, row.at);
    count({ at: row.at, day, hour, placeId }, result.parts, 1);
    if (result.withdrawn !== null) withdraw(record, result.withdrawn, row.seq);
    if (result.held !== null) hold(record, row, result.held);
  }

  /** Lists what is withheld, unless a person has rejected it already or nobody could have made it here. */
  function hold(record: BootRecord, row: SampleRow, held: Amounts): void {
    const isFirst = row.seq === record.firstSeq;
    if (isFirst && record.isForeign) return;
    inbox.settle();
    const from = isFirst ? 0 : (statements.seqBefore.get(record.id, row.seq) ?? 0);
    if (record.verdicts.some((verdict) => verdict.fromSeq <= from && row.seq <= verdict.toSeq))
      return;
    const kind = isFirst && isBase(record, row) ? "before" : "leap";
    const { placeId } = stretchOf(record, row.at);
    statements.putHold.run(
      record.id,
      row.seq,
      from,
      kind,
      held.pieces,
      held.stitches,
      held.trims,
      row.at,
      placeId,
    );
    live.holdsChanged();
  }

  /** A leap proved a glitch: what was counted on top of it is taken back ([C6]). */
  function withdraw(
    record: BootRecord,
    from: NonNullable<SampleStep["withdrawn"]>,
    before: number,
  ): void {
    inbox.settle();
    for (const counted of COUNTED) {
      const fromSeq = from[counted];
      if (fromSeq === null) continue;
      for (const part of statements.counted[counted].all(record.id, fromSeq, before)) {
        count(part, { pieces: 0, stitches: 0, trims: 0, [counted]: part.amount }, -1);
      }
      statements.zeroPart[counted].run(record.id, fromSeq, before);
      statements.zeroHold[counted].run(record.id, fromSeq, before);
      statements.dropEmptyHolds.run(record.id, fromSeq, before);
      live.forget();
    }
  }

  function takeBack(record: BootRecord, seq: number): OldPart | null {
    const old = statements.part.get(record.id, seq);
    if (old === undefined) return null;
    count(old, old, -1);
    if (statements.dropHold.run(record.id, seq).changes > 0) live.holdsChanged();
    return old;
  }

  /** The state before a sample, from the row of the one before it. */
  function stateBefore(record: BootRecord, seq: number): BootState {
    const row = statements.stateBefore.get(record.id, seq);
    return row === undefined ? BOOT_AT_POWER_ON : fromColumns(row);
  }

  function refold(record: BootRecord, budget: number): void {
    const { mark } = record;
    if (mark === null) return;
    inbox.settle();
    let state = stateBefore(record, mark.fromSeq);
    let seq = mark.fromSeq - 1;
    for (let left = budget; left > 0; ) {
      const limit = Math.min(CHUNK, left);
      const rows = statements.samplesFrom.all(record.id, seq, limit);
      for (const row of rows) {
        const old = takeBack(record, row.seq);
        const result = step(record, state, row);
        write(record, row, result);
        state = result.state;
        seq = row.seq;
        if (isSettled({ mark, seq, old, state })) return finish(record, state);
      }
      if (rows.length < limit) return finish(record, state);
      left -= rows.length;
    }
    boots.setMark(record, { fromSeq: seq + 1, throughSeq: Math.max(mark.throughSeq, seq + 1) });
  }

  function finish(record: BootRecord, state: BootState): void {
    if (state.seq === record.top.seq) record.state = state;
    boots.setMark(record, null);
  }

  return {
    foldOnTop(record, row) {
      const result = step(record, record.state, row);
      record.state = result.state;
      const { placeId, day, hour } = stretchOf(record, row.at);
      inbox.append(inboxRow(record.id, row, { ...result, placeId, day, hour }));
      follow(record, row, result);
    },
    refold,
  };
}

function inboxRow(
  bootId: number,
  row: SampleRow,
  result: SampleStep & { placeId: number | null; day: number; hour: number },
): InboxRow {
  const { parts, state, fell, placeId, day, hour } = result;
  const { reachedPieces, reachedStitches, reachedTrims, open } = toColumns(state);
  return [
    row.n,
    bootId,
    row.seq,
    row.up,
    row.pieces,
    row.stitches,
    row.trims,
    row.state,
    row.received,
    row.messageUp,
    row.run,
    row.at,
    day,
    hour,
    placeId,
    parts.pieces,
    parts.stitches,
    parts.trims,
    reachedPieces,
    reachedStitches,
    reachedTrims,
    open,
    fell ? 1 : 0,
  ];
}

/** True when everything after this sample folds as it did before. */
function isSettled(at: {
  mark: Mark;
  seq: number;
  old: OldPart | null;
  state: BootState;
}): boolean {
  const { mark, seq, old, state } = at;
  if (seq < mark.throughSeq || old === null || hasOpenLeap(state)) return false;
  return isSameState(state, fromColumns({ ...old, up: state.up }));
}

function prepare(sqlite: Database) {
  const state = `p.reached_pieces AS reachedPieces, p.reached_stitches AS reachedStitches,
    p.reached_trims AS reachedTrims, p.open`;
  const cell = "p.at, p.day, p.hour, p.place_id AS placeId";
  const range = "boot_id = ? AND seq >= ? AND seq < ?";
  const perCounted = <Statement>(make: (counted: string) => Statement) => ({
    pieces: make("pieces"),
    stitches: make("stitches"),
    trims: make("trims"),
  });
  return {
    putPart: sqlite.prepare(
      `INSERT OR REPLACE INTO parts (boot_id, seq, at, day, hour, place_id, pieces, stitches, trims,
         reached_pieces, reached_stitches, reached_trims, open, fell)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    part: sqlite.prepare<[number, number], OldPart>(
      `SELECT p.seq, ${cell}, p.pieces, p.stitches, p.trims, ${state}
       FROM parts p WHERE boot_id = ? AND seq = ?`,
    ),
    stateBefore: sqlite.prepare<[number, number], StateColumns & { seq: number; up: number }>(
      `SELECT p.seq, s.up, ${state} FROM parts p JOIN samples s USING (boot_id, seq)
       WHERE p.boot_id = ? AND p.seq < ? ORDER BY p.seq DESC LIMIT 1`,
    ),
    seqBefore: sqlite
      .prepare<[number, number], number>(
        "SELECT seq FROM samples WHERE boot_id = ? AND seq < ? ORDER BY seq DESC LIMIT 1",
      )
      .pluck(),
    samplesFrom: sqlite.prepare<[number, number, number], SampleRow>(
      `SELECT ${SAMPLE_COLUMNS} FROM samples WHERE boot_id = ? AND seq > ? ORDER BY seq LIMIT ?`,
    ),
    counted: perCounted((counted) =>
      sqlite.prepare<[number, number, number], OldPart & { amount: number }>(
        `SELECT ${cell}, p.${counted} AS amount FROM parts p WHERE ${range} AND p.${counted} > 0`,
      ),
    ),
    zeroPart: perCounted((counted) =>
      sqlite.prepare(`UPDATE parts SET ${counted} = 0 WHERE ${range} AND ${counted} > 0`),
    ),
    zeroHold: perCounted((counted) =>
      sqlite.prepare(`UPDATE holds SET ${counted} = 0 WHERE ${range}`),
    ),
    putHold: sqlite.prepare(
      `INSERT OR REPLACE INTO holds (boot_id, seq, from_seq, kind, pieces, stitches, trims, at, place_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    dropHold: sqlite.prepare("DELETE FROM holds WHERE boot_id = ? AND seq = ?"),
    dropEmptyHolds: sqlite.prepare(
      `DELETE FROM holds WHERE ${range} AND pieces = 0 AND stitches = 0 AND trims = 0`,
    ),
  };
}
