import type { Span } from "../board/board.ts";
import type { ReportedState } from "../protocol/messages.ts";

/** What a sample tells of a station. */
export interface TrackSample {
  /** Of its boot: a number that rises from boot to boot. */
  readonly boot: number;
  readonly seq: number;
  /** UTC ms. */
  readonly at: number;
  /** What it added; 0 for a heartbeat. */
  readonly pieces: number;
  /** What the counter says of its machine; null: it says nothing. */
  readonly state: ReportedState | null;
}

/** What a counter said of its machine, until it said something else; null: a counter that was switched on says nothing yet. */
export interface Report {
  /** UTC ms. */
  readonly at: number;
  readonly state: ReportedState | null;
  /** When it said so last: `idle` and `fault` are belied by a piece that was made after it. */
  readonly saidAt: number;
}

/** What is known of a station over a stretch of time, however many samples told it; ascending. */
export interface StationTrack {
  /** Silent for longer than this it has no data, ms. */
  readonly silentAfterMs: number;
  /** From when to when it was heard without such a silence, both ends included. */
  readonly heard: readonly Span[];
  /** When pieces were made, UTC ms. */
  readonly pieces: readonly number[];
  readonly reports: readonly Report[];
}

/** A track without a fact. */
export function emptyTrack(silentAfterMs: number): StationTrack {
  return { silentAfterMs, heard: [], pieces: [], reports: [] };
}

/**
 * Folds the samples of a counter, in any order, to what is known of its station ([ST1]).
 * Within a boot `seq` wins over time; the boot of the latest sample has the word.
 */
export function trackOf(samples: readonly TrackSample[], silentAfterMs: number): StationTrack {
  const boots = Map.groupBy(samples, ({ boot }) => boot);
  const inOrder = [...boots].toSorted(([a], [b]) => a - b);
  const tracks = inOrder.map(([, own]) => {
    const fold = createTrackFold(silentAfterMs);
    for (const sample of own.toSorted((a, b) => a.seq - b.seq)) fold.add(sample);
    return fold.track;
  });
  return joinTracks(tracks, silentAfterMs);
}

/** A track that grows sample by sample, those of one boot in the order of `seq`. */
export interface TrackFold {
  add(sample: Pick<TrackSample, "at" | "pieces" | "state">): void;
  /** What has been added so far; the same object grows. */
  readonly track: StationTrack;
}

export function createTrackFold(silentAfterMs: number): TrackFold {
  const heard: { from: number; to: number }[] = [];
  const pieces: number[] = [];
  const reports: { at: number; state: ReportedState | null; saidAt: number }[] = [];
  /** A piece after a report ends it, also where the counter then says the same again. */
  let isBelied = false;

  function hear(at: number): void {
    const last = heard.at(-1);
    if (last !== undefined && at - last.to <= silentAfterMs) last.to = at;
    else heard.push({ from: at, to: at });
  }

  function report(at: number, state: ReportedState | null): void {
    const last = reports.at(-1);
    if (last === undefined) reports.push({ at, state, saidAt: at });
    else if (state !== null && (state !== last.state || isBelied)) {
      reports.push({ at, state, saidAt: at });
      isBelied = false;
    } else if (state !== null) last.saidAt = at;
  }

  return {
    track: { silentAfterMs, heard, pieces, reports },
    add({ at, pieces: made, state }) {
      hear(at);
      report(at, state);
      if (made <= 0) return;
      pieces.push(at);
      if (state === null) isBelied = true;
    },
  };
}

/** Puts together what several boots, or counters, tell of one station; of two that speak at the same moment the later one has the word. */
export function joinTracks(tracks: readonly StationTrack[], silentAfterMs: number): StationTrack {
  return {
    silentAfterMs,
    heard: joinHeard(
      tracks.flatMap(({ heard }) => heard),
      silentAfterMs,
    ),
    pieces: tracks.flatMap(({ pieces }) => pieces).toSorted((a, b) => a - b),
    reports: tracks.flatMap(({ reports }) => reports).toSorted((a, b) => a.at - b.at),
  };
}

function joinHeard(spans: readonly Span[], silentAfterMs: number): Span[] {
  const joined: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const last = joined.at(-1);
    if (last !== undefined && span.from - last.to <= silentAfterMs) {
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    } else joined.push(span);
  }
  return joined;
}
