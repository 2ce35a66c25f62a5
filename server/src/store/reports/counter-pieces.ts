import type { Span, Timeline } from "@trame/shared";
import type { Database } from "better-sqlite3";
import { createBootsInSpan } from "../boots-in-span.ts";
import { boundWithin } from "../bound-within.ts";
import { createInboxView } from "../floor/inbox-view.ts";
import { createSealedPoints } from "../sealing/sealed-points.ts";
import { createSeqAt } from "../seq-at.ts";

/** Pieces that a sample added, with where they count. */
export interface CountedPieces {
  /** UTC ms. */
  readonly at: number;
  readonly placeId: number;
  readonly pieces: number;
  /** When the last of the sample's message came, UTC ms. */
  readonly received: number;
}

/** The pieces that counters made at stations, sample by sample. */
export interface CounterPieces {
  /** Takes in what came since. Within the snapshot that is to be read. */
  refresh(): void;
  /** In a span, boot by boot; those of heartbeats are not in it. */
  at(stationId: string, span: Span, timeline: Timeline): CountedPieces[];
}

export function createCounterPieces(sqlite: Database): CounterPieces {
  const inbox = createInboxView(sqlite);
  const bootsIn = createBootsInSpan(sqlite, inbox);
  const seqAt = createSeqAt(sqlite);
  const sealed = createSealedPoints(sqlite);
  const statements = prepare(sqlite);

  function movedIn(bootId: number, { from, to }: Span, top: number): CountedPieces[] {
    const first = seqAt(bootId, from, top);
    return statements.rows.all(bootId, first, seqAt(bootId, to, top));
  }

  function inBoot(bootId: number, span: Span): CountedPieces[] {
    const top = statements.top.get(bootId) ?? { seq: 0, at: -Infinity };
    const moved = top.at < span.from ? [] : movedIn(bootId, span, top.seq);
    const waiting = inbox.partsOf(bootId).flatMap((part) => {
      const { seq, at, placeId, pieces, received } = part;
      const isIn = seq > top.seq && at >= span.from && at < span.to;
      return isIn && pieces !== 0 && placeId !== null ? [{ at, placeId, pieces, received }] : [];
    });
    const old = sealed(bootId, span).filter(({ pieces }) => pieces !== 0);
    return [...old, ...moved, ...waiting];
  }

  return {
    refresh: inbox.refresh,
    at: (stationId, span, timeline) =>
      boundWithin(timeline, stationId, span).flatMap((bound) =>
        bootsIn(bound, bound).flatMap((bootId) => inBoot(bootId, bound)),
      ),
  };
}

function prepare(sqlite: Database) {
  return {
    top: sqlite.prepare<[number], { seq: number; at: number }>(
      "SELECT seq, at FROM parts WHERE boot_id = ? ORDER BY seq DESC LIMIT 1",
    ),
    rows: sqlite.prepare<[number, number, number], CountedPieces>(
      `SELECT p.at, p.place_id AS placeId, p.pieces, s.received
       FROM parts p JOIN samples s ON s.boot_id = p.boot_id AND s.seq = p.seq
       WHERE p.boot_id = ? AND p.seq >= ? AND p.seq < ? AND p.pieces <> 0 AND p.place_id IS NOT NULL
       ORDER BY p.seq`,
    ),
  };
}
