import { cutSpans, type Span, type Timeline } from "@trame/shared";
import type { Database } from "better-sqlite3";
import { createBootsInSpan } from "../boots-in-span.ts";
import { type Bound, boundWithin } from "../bound-within.ts";
import { createSealedPoints } from "../sealing/sealed-points.ts";
import { createSeqAt } from "../seq-at.ts";
import { createInboxView } from "./inbox-view.ts";

/** Work on a bundle at a station, as long as it was open. */
export interface OpenSpan extends Span {
  readonly bundleId: number;
  readonly operation: string;
}

/** What machines made, read from their samples at the time: exact, also for those that came late ([Y8]). */
export interface MachinePieces {
  /** Takes in what came since. Within the snapshot that is to be read. */
  refresh(): void;
  /** Pieces that a station's counter made in some spans; null when it had none then, or one that has never spoken. */
  made(stationId: string, spans: readonly Span[], timeline: Timeline): number | null;
  /** Stitches that it made in a span; null when the station had no counter then. */
  stitches(stationId: string, span: Span, timeline: Timeline): number | null;
}

/** What is added up. */
type Counted = "pieces" | "stitches";

/** What to add up of a boot. */
interface Wanted {
  readonly places: ReadonlySet<number>;
  readonly what: Counted;
}

interface Edge {
  readonly seq: number;
  readonly at: number;
}

export function createMachinePieces(sqlite: Database): MachinePieces {
  const inbox = createInboxView(sqlite);
  const bootsIn = createBootsInSpan(sqlite, inbox);
  const seqAt = createSeqAt(sqlite);
  const sealed = createSealedPoints(sqlite);
  const statements = prepare(sqlite);

  /** What has been moved to where it can be looked up. */
  function movedIn(bootId: number, span: Span, { top, places, what }: Wanted & { top: Edge }) {
    if (top.at < span.from) return 0;
    const from = seqAt(bootId, span.from, top.seq);
    const to = seqAt(bootId, span.to, top.seq);
    return statements.sums
      .all(bootId, from, to)
      .reduce((sum, row) => sum + (places.has(row.placeId) ? row[what] : 0), 0);
  }

  function madeInBoot(bootId: number, span: Span, wanted: Wanted): number {
    const { places, what } = wanted;
    const top = statements.top.get(bootId) ?? { seq: 0, at: -Infinity };
    const waiting = inbox
      .partsOf(bootId)
      .filter(({ seq, at }) => seq > top.seq && at >= span.from && at < span.to);
    return [...sealed(bootId, span), ...waiting]
      .filter(({ placeId }) => placeId !== null && places.has(placeId))
      .reduce((sum, part) => sum + part[what], movedIn(bootId, span, { ...wanted, top }));
  }

  function madeByDevice(device: Bound, wanted: Wanted): number {
    return bootsIn(device, device).reduce(
      (made, bootId) => made + madeInBoot(bootId, device, wanted),
      0,
    );
  }

  function madeAt(stationId: string, bound: readonly Bound[], what: Counted): number | null {
    if (bound.length === 0) return null;
    const places = new Set(statements.places.all(stationId));
    return bound.reduce((sum, device) => sum + madeByDevice(device, { places, what }), 0);
  }

  return {
    refresh: inbox.refresh,
    made(stationId, spans, timeline) {
      const bound = spans.flatMap((span) => boundWithin(timeline, stationId, span));
      return madeAt(stationId, bound.filter(statements.hasSpoken), "pieces");
    },
    stitches: (stationId, span, timeline) =>
      madeAt(stationId, boundWithin(timeline, stationId, span), "stitches"),
  };
}

/**
 * The stretches in which a station's pieces are those of a bundle: at one time they are of the bundle put there last.
 * @param opened all that was open at the station meanwhile, ascending by when it was opened
 */
export function ownSpans(opened: readonly OpenSpan[], of: OpenSpan): Span[] {
  const after = opened.indexOf(of) + 1;
  const later: OpenSpan[] = [];
  for (let i = after; i < opened.length; i++) {
    const other = opened[i];
    if (other === undefined || other.from >= of.to) break;
    later.push(other);
  }
  return cutSpans({ from: of.from, to: of.to }, later);
}

function prepare(sqlite: Database) {
  const spoke = sqlite.prepare<[string, string], number>(
    "SELECT 1 FROM boots WHERE device_id = ? AND counter = ? LIMIT 1",
  );
  return {
    /** What a counter made that nobody ever heard is not known. */
    hasSpoken: ({ deviceId, counter }: Bound) => spoke.get(deviceId, counter) !== undefined,
    top: sqlite.prepare<[number], Edge>(
      "SELECT seq, at FROM parts WHERE boot_id = ? ORDER BY seq DESC LIMIT 1",
    ),
    sums: sqlite.prepare<[number, number, number], Record<Counted | "placeId", number>>(
      `SELECT place_id AS placeId, sum(pieces) AS pieces, sum(stitches) AS stitches FROM parts
       WHERE boot_id = ? AND seq >= ? AND seq < ? AND place_id IS NOT NULL GROUP BY place_id`,
    ),
    places: sqlite.prepare<[string], number>("SELECT id FROM places WHERE station_id = ?").pluck(),
  };
}
