import {
  createTrackFold,
  type DayNumber,
  type ReportedState,
  type Span,
  type StationTrack,
  type TrackFold,
} from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { SampleRow } from "../boot-rows.ts";
import { type CounterName, createBootsInSpan } from "../boots-in-span.ts";
import { createInboxView } from "../floor/inbox-view.ts";
import { bySeq, createThinned, type Thinned } from "../thinning/thinned.ts";

/** The part of a counter's life that a day is read of. */
export interface DaySpan extends Span {
  readonly day: DayNumber;
  /** Silent for longer than this it has no data, ms. */
  readonly silentAfterMs: number;
}

/** What one boot of a counter told of a day. */
export interface BootTrack {
  /** Its pieces are those of every place. */
  readonly track: StationTrack;
  /** When pieces were made, by place; ascending. */
  readonly pieces: ReadonlyMap<number, readonly number[]>;
  /** When its last sample was received, UTC ms; null when it told nothing. */
  readonly receivedAt: number | null;
}

/**
 * What counters told of some days. A day of a hundred counters is 600,000 heartbeats: each is read once, and what it
 * told is kept; a boot that was folded again is read anew ([ST16]).
 */
export interface BootTracks {
  /** Takes in what came since. Within the snapshot that is to be read. */
  refresh(): void;
  /** Of the boots of a counter that lived in the span, oldest first. */
  of(counter: CounterName, span: DaySpan): BootTrack[];
}

interface Kept {
  readonly silentAfterMs: number;
  /** How often the boot had been folded again. */
  readonly times: number;
  readonly fold: TrackFold;
  readonly pieces: Map<number, number[]>;
  lastSeq: number;
  receivedAt: number | null;
  /** A later sample lies past the span. */
  isOver: boolean;
}

interface Report {
  readonly seq: number;
  readonly at: number;
  readonly state: ReportedState;
}

interface Row {
  readonly seq: number;
  readonly at: number;
  readonly received: number;
  readonly state: ReportedState | null;
  readonly pieces: number;
  readonly placeId: number | null;
}

/** Days that are kept: today's and the five before it are asked for all day long, others while somebody looks at them. */
const DAYS_KEPT = 8;

export function createBootTracks(sqlite: Database): BootTracks {
  const inbox = createInboxView(sqlite);
  const thinned = createThinned(sqlite);
  const statements = prepare(sqlite);
  const firstIn = createFirstIn(statements, thinned);
  const bootsIn = createBootsInSpan(sqlite, inbox);
  const days = new Map<DayNumber, Map<number, Kept>>();

  function bootsOfDay(day: DayNumber): Map<number, Kept> {
    const known = days.get(day) ?? new Map<number, Kept>();
    // Asked for last, it goes last.
    days.delete(day);
    days.set(day, known);
    const [oldest] = days.keys();
    if (days.size > DAYS_KEPT && oldest !== undefined) days.delete(oldest);
    return known;
  }

  function begin(bootId: number, { from, silentAfterMs }: DaySpan, times: number): Kept {
    const first = firstIn(bootId, from);
    const fold = createTrackFold(silentAfterMs);
    const waiting = inbox.partsOf(bootId).findLast(({ at, state }) => at < from && state !== null);
    const kept = statements.reportBefore.get(bootId, first);
    const before = waiting ?? laterReport(kept, thinned.before(bootId, first));
    if (before !== undefined) fold.add({ ...before, pieces: 0 });
    const started = { lastSeq: first - 1, receivedAt: null, isOver: false };
    return { silentAfterMs, times, fold, pieces: new Map(), ...started };
  }

  /** Reads on, from the tables and then from what waits to be moved there. */
  function readOn(bootId: number, kept: Kept, { from, to }: DaySpan): void {
    const packed = thinned.above(bootId, kept.lastSeq).map(asRow);
    for (const row of bySeq(statements.rows.iterate(bootId, kept.lastSeq), packed)) {
      take(kept, row, to);
      if (kept.isOver) break;
    }
    for (const row of inbox.partsOf(bootId)) {
      if (row.seq > kept.lastSeq && row.at >= from) take(kept, row, to);
    }
  }

  function keptOf(bootId: number, span: DaySpan): Kept {
    const boots = bootsOfDay(span.day);
    const times = statements.times.get(bootId) ?? 0;
    const known = boots.get(bootId);
    const isGood = known?.times === times && known.silentAfterMs === span.silentAfterMs;
    const kept = known !== undefined && isGood ? known : begin(bootId, span, times);
    boots.set(bootId, kept);
    if (!kept.isOver) readOn(bootId, kept, span);
    return kept;
  }

  return {
    refresh: inbox.refresh,
    of: (counter, span) =>
      bootsIn(counter, span).map((bootId) => {
        const { fold, pieces, receivedAt } = keptOf(bootId, span);
        return { track: fold.track, pieces, receivedAt };
      }),
  };
}

/** The first sample of a boot at or after a moment; thinned ones may lie between it and the last one kept before. */
function createFirstIn(statements: Statements, thinned: Thinned) {
  return (bootId: number, at: number): number => {
    const first = seqAt(statements, bootId, at);
    const before = statements.seqBefore.get(bootId, first) ?? 0;
    for (const row of thinned.above(bootId, before)) {
      if (row.seq > first) return first;
      if (row.at >= at) return row.seq;
    }
    return first;
  };
}

/** What a counter said of its machine in the later of two samples, one kept and one thinned. */
function laterReport(kept: Report | undefined, packed: SampleRow | null): Report | undefined {
  if (packed === null || packed.state === null) return kept;
  return packed.seq > (kept?.seq ?? 0) ? { ...packed, state: packed.state } : kept;
}

/** A thinned sample adds nothing, wherever it was taken. */
function asRow({ seq, at, received, state }: SampleRow): Row {
  return { seq, at, received, state, pieces: 0, placeId: null };
}

/** The first `seq` of a boot at or after a moment, by halving: within a boot time rises with `seq`. */
function seqAt({ top, from }: Statements, bootId: number, at: number): number {
  let low = 1;
  let high = (top.get(bootId)?.seq ?? 0) + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const row = from.get(bootId, middle);
    if (row === undefined || row.at >= at) high = middle;
    else low = row.seq + 1;
  }
  return low;
}

/** Takes in the next sample, until one lies past the span. */
function take(kept: Kept, row: Row, to: number): void {
  kept.isOver ||= row.at >= to;
  if (kept.isOver) return;
  kept.fold.add(row);
  kept.lastSeq = row.seq;
  kept.receivedAt = row.received;
  if (row.pieces <= 0 || row.placeId === null) return;
  const made = kept.pieces.get(row.placeId);
  if (made === undefined) kept.pieces.set(row.placeId, [row.at]);
  else made.push(row.at);
}

type Statements = ReturnType<typeof prepare>;

function prepare(sqlite: Database) {
  return {
    top: sqlite.prepare<[number], { seq: number; at: number }>(
      "SELECT seq, at FROM samples WHERE boot_id = ? ORDER BY seq DESC LIMIT 1",
    ),
    from: sqlite.prepare<[number, number], { seq: number; at: number }>(
      "SELECT seq, at FROM samples WHERE boot_id = ? AND seq >= ? ORDER BY seq LIMIT 1",
    ),
    seqBefore: sqlite
      .prepare<[number, number], number>(
        "SELECT seq FROM samples WHERE boot_id = ? AND seq < ? ORDER BY seq DESC LIMIT 1",
      )
      .pluck(),
    reportBefore: sqlite.prepare<[number, number], Report>(
      `SELECT seq, state, at FROM samples WHERE boot_id = ? AND seq < ? AND state IS NOT NULL
       ORDER BY seq DESC LIMIT 1`,
    ),
    rows: sqlite.prepare<[number, number], Row>(
      `SELECT s.seq, s.at, s.received, s.state, coalesce(p.pieces, 0) AS pieces, p.place_id AS placeId
       FROM samples s LEFT JOIN parts p ON p.boot_id = s.boot_id AND p.seq = s.seq
       WHERE s.boot_id = ? AND s.seq > ? ORDER BY s.seq`,
    ),
    times: sqlite.prepare<[number], number>("SELECT times FROM refolds WHERE boot_id = ?").pluck(),
  };
}
