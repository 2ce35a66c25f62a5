import {
  type Amounts,
  BOOT_AT_POWER_ON,
  type BootState,
  COUNTED,
  type SampleStep,
} from "@trame/shared";
import type { Database } from "better-sqlite3";
import { fromColumns, type StateColumns, toColumns } from "./boot-rows.ts";
import type { Inbox } from "./inbox.ts";
import { type InboxRow, UNKNOWN } from "./inbox-rows.ts";
import type { LiveRows } from "./live-rows.ts";
import type { Rollups } from "./rollups.ts";
import type { Folded } from "./sample-fold.ts";
import { createSeals, sealedState } from "./sealing/seals.ts";
import { STATES } from "./states.ts";
import type { Thinned } from "./thinning/thinned.ts";

/** What a row of `parts` held before it is folded again. */
export interface OldPart extends StateColumns, Amounts {
  readonly at: number;
  readonly day: number;
  readonly hour: number;
  readonly placeId: number | null;
  readonly fell: number;
}

/** From which `seq` on parts are withdrawn, per counted thing; see {@link SampleStep}. */
export type Withdrawn = NonNullable<SampleStep["withdrawn"]>;

/**
 * The rows of `parts`: what each sample added, where, and the state after it, so that a fold can start and stop at any.
 * Whatever changes in them changes the rollups and the board by as much.
 */
export interface Parts {
  /** A part above all that its boot holds. */
  append(made: Folded): void;
  /** A part in the place of an older one, or where none was. */
  put(made: Folded, old: OldPart | null): void;
  /** Takes back what was counted on top of a leap that proved a glitch, up to a `seq`, exclusive ([C6]). */
  withdraw(bootId: number, from: Withdrawn, before: number): void;
  old(bootId: number, seq: number): OldPart | null;
  /** The state before a sample, from the row of the one before it. */
  stateBefore(bootId: number, seq: number): BootState;
}

export interface PartsDeps {
  readonly inbox: Inbox;
  readonly rollups: Rollups;
  readonly live: LiveRows;
  readonly thinned: Thinned;
}

type Where = Pick<OldPart, "at" | "day" | "hour" | "placeId">;

const NOTHING: Amounts = { pieces: 0, stitches: 0, trims: 0 };

export function createParts(sqlite: Database, { inbox, rollups, live, thinned }: PartsDeps): Parts {
  const statements = prepare(sqlite);
  const seals = createSeals(sqlite);

  /** What had been reached before the samples that are left. */
  function stateAtSeal(bootId: number): BootState {
    const seal = seals.of(bootId);
    return seal === null ? BOOT_AT_POWER_ON : sealedState(seal);
  }

  /** Adds amounts to a cell, or takes them back. */
  function count({ at, day, hour, placeId }: Where, amounts: Amounts, sign: 1 | -1): void {
    if (placeId === null) return;
    const key = { day, hour, placeId };
    rollups.add(key, amounts, sign);
    live.count(key, { at, pieces: sign * amounts.pieces });
  }

  return {
    append(made) {
      inbox.append(inboxRow(made));
      count(whereOf(made), made.step.parts, 1);
    },
    put(made, old) {
      const part = partOf(made);
      if (old !== null && isSamePart(old, part)) return;
      statements.put.run({ bootId: made.bootId, seq: made.row.seq, ...part });
      if (old !== null) count(old, old, -1);
      count(part, part, 1);
    },
    withdraw(bootId, from, before) {
      inbox.settle(bootId);
      for (const counted of COUNTED) {
        const fromSeq = from[counted];
        if (fromSeq === null) continue;
        for (const part of statements.counted[counted].all(bootId, fromSeq, before)) {
          count(part, { ...NOTHING, [counted]: part.amount }, -1);
        }
        statements.zero[counted].run(bootId, fromSeq, before);
      }
    },
    old: (bootId, seq) => statements.old.get(bootId, seq) ?? null,
    stateBefore(bootId, seq) {
      const row = statements.stateBefore.get(bootId, seq);
      const state = row === undefined ? stateAtSeal(bootId) : fromColumns(row);
      // What was thinned since left the totals as they were.
      const packed = thinned.before(bootId, seq);
      return packed !== null && packed.seq > state.seq
        ? { ...state, seq: packed.seq, up: packed.up }
        : state;
    },
  };
}

function whereOf({ row, stretch }: Folded): Where {
  const { day, hour, placeId } = stretch;
  return { at: row.at, day, hour, placeId };
}

function partOf(made: Folded): OldPart {
  const { parts, state, fell } = made.step;
  return { ...whereOf(made), ...parts, ...toColumns(state), fell: fell ? 1 : 0 };
}

function isSamePart(a: OldPart, b: OldPart): boolean {
  return (
    a.at === b.at &&
    a.day === b.day &&
    a.hour === b.hour &&
    a.placeId === b.placeId &&
    a.fell === b.fell &&
    COUNTED.every((counted) => a[counted] === b[counted]) &&
    isSameColumns(a, b)
  );
}

function isSameColumns(a: StateColumns, b: StateColumns): boolean {
  return (
    a.reachedPieces === b.reachedPieces &&
    a.reachedStitches === b.reachedStitches &&
    a.reachedTrims === b.reachedTrims &&
    a.open === b.open
  );
}

/** In the order of the inbox's columns. */
function inboxRow({ bootId, row, stretch, step }: Folded): InboxRow {
  const { parts, state, fell } = step;
  const { reachedPieces, reachedStitches, reachedTrims, open } = toColumns(state);
  const values = [
    row.n,
    bootId,
    row.seq,
    row.up,
    row.pieces,
    row.stitches ?? UNKNOWN,
    row.trims ?? UNKNOWN,
    STATES.indexOf(row.state),
    row.received,
    row.messageUp,
    row.run,
    row.at,
    stretch.day,
    stretch.hour,
    stretch.placeId ?? UNKNOWN,
    parts.pieces,
    parts.stitches,
    parts.trims,
    reachedPieces,
    reachedStitches,
    reachedTrims,
    fell ? 1 : 0,
  ];
  return { values, open };
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
    put: sqlite.prepare(
      `INSERT OR REPLACE INTO parts (boot_id, seq, at, day, hour, place_id, pieces, stitches, trims,
         reached_pieces, reached_stitches, reached_trims, open, fell)
       VALUES (@bootId, @seq, @at, @day, @hour, @placeId, @pieces, @stitches, @trims,
         @reachedPieces, @reachedStitches, @reachedTrims, @open, @fell)`,
    ),
    old: sqlite.prepare<[number, number], OldPart>(
      `SELECT ${cell}, p.pieces, p.stitches, p.trims, ${state}, p.fell
       FROM parts p WHERE boot_id = ? AND seq = ?`,
    ),
    stateBefore: sqlite.prepare<[number, number], StateColumns & { seq: number; up: number }>(
      `SELECT p.seq, s.up, ${state} FROM parts p JOIN samples s USING (boot_id, seq)
       WHERE p.boot_id = ? AND p.seq < ? ORDER BY p.seq DESC LIMIT 1`,
    ),
    counted: perCounted((counted) =>
      sqlite.prepare<[number, number, number], Where & { amount: number }>(
        `SELECT ${cell}, p.${counted} AS amount FROM parts p WHERE ${range} AND p.${counted} > 0`,
      ),
    ),
    zero: perCounted((counted) =>
      sqlite.prepare(`UPDATE parts SET ${counted} = 0 WHERE ${range} AND ${counted} > 0`),
    ),
  };
}
