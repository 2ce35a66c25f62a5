import type { Span } from "../board/board.ts";
import { clipSpan } from "../calendar/spans.ts";
import { type StationState, waitMinutesOf } from "../formulas/station-state.ts";
import { type Moment, workedMinutes } from "../formulas/working-time.ts";
import { countUntil } from "./pieces.ts";
import type { Report, StationTrack } from "./track.ts";

/** A state of a station and how long it lasted; half open, UTC ms. */
export interface StateSegment extends Span {
  readonly state: Exclude<StationState, "closed">;
}

/** The working day over which states are asked for. */
export interface StatesAsked extends Moment {
  /** The part of the day in which the plan says what follows; all of it when not given. */
  readonly within?: Span;
  readonly hasCounter: boolean;
  readonly standardMinutes: number;
  /** Threshold of the operation, working minutes; null: the usual one. */
  readonly waitMinutes: number | null;
}

const ALWAYS: Span = { from: -Infinity, to: Infinity };

/**
 * What a station's counter tells of the working time until now, nobody's word among it: covers it exactly once,
 * ascending, breaks outside ([ST2]). With hindsight a state begins where it proves to have begun: a wait at the
 * piece before it, a silence when the counter was heard last. A piece between two waits parts them.
 */
export function machineStates(track: StationTrack, asked: StatesAsked): StateSegment[] {
  const { windows, now, within = ALWAYS } = asked;
  const worked = windows
    .map((window) => clipSpan(window, { from: within.from, to: Math.min(within.to, now) }))
    .filter((window) => window !== null);
  if (!asked.hasCounter) return worked.map((span) => ({ ...span, state: "no-counter" }));
  const known = knownStates(track, asked);
  return worked.flatMap((window) => fill(window, known));
}

/** What is told while the counter is heard, ascending; between them there is no data. */
function knownStates(track: StationTrack, asked: StatesAsked): StateSegment[] {
  const heard = heardUntil(track, asked.now);
  return spokenStates(track, asked.now).flatMap(({ from, to, state }) =>
    heard
      .map((span) => clipSpan({ from, to }, span))
      .filter((span) => span !== null)
      .flatMap((span) => (state === null ? byPieces(span, track, asked) : [{ ...span, state }])),
  );
}

/** Stretches that are not silent; the last one goes on as long as nobody can tell that it is over. */
function heardUntil({ heard, silentAfterMs }: StationTrack, now: number): Span[] {
  return heard
    .filter(({ from }) => from <= now)
    .map(({ from, to }, index, all) => {
      const isLast = index === all.length - 1;
      return { from, to: isLast && now - to <= silentAfterMs ? now : Math.min(to, now) };
    });
}

interface Spoken extends Span {
  /** null: pieces alone tell. */
  readonly state: "running" | "waiting" | "stopped" | null;
}

/** What the counter says of its machine, over all time until now. */
function spokenStates({ reports, pieces }: StationTrack, now: number): Spoken[] {
  const first = Math.min(reports[0]?.at ?? now, now);
  const spoken: Spoken[] = [{ from: -Infinity, to: first, state: null }];
  for (const [index, report] of reports.entries()) {
    const to = Math.min(reports[index + 1]?.at ?? now, now);
    if (report.at >= to) continue;
    const until = Math.min(beliedAt(report, pieces), to);
    spoken.push({ from: report.at, to: until, state: stateSaid(report) });
    if (until < to) spoken.push({ from: until, to, state: null });
  }
  return spoken;
}

/** A piece that came after `idle` or `fault` belies it. */
function beliedAt({ state, saidAt }: Report, pieces: readonly number[]): number {
  if (state === "running" || state === null) return Infinity;
  return pieces[countUntil(pieces, saidAt)] ?? Infinity;
}

function stateSaid({ state }: Report): Spoken["state"] {
  switch (state) {
    case "running":
      return "running";
    case "idle":
      return "waiting";
    case "fault":
      return "stopped";
    case null:
      return null;
  }
}

/** Between two pieces it ran, unless they lie too far apart. */
function byPieces(span: Span, { pieces }: StationTrack, asked: StatesAsked): StateSegment[] {
  const { windows, now } = asked;
  const threshold = waitMinutesOf(asked);
  const dayStart = windows[0]?.from ?? now;
  const before = countUntil(pieces, span.from);
  const cuts = pieces.slice(before, countUntil(pieces, span.to));
  return [span.from, ...cuts].map((from, index) => {
    const to = cuts[index] ?? span.to;
    const since = Math.max(pieces[before + index - 1] ?? dayStart, dayStart);
    const idle = workedMinutes(windows, { from: since, to });
    // A wait that a piece ends in the same moment has not been one.
    const waits = to >= now ? idle >= threshold : idle > threshold;
    return { from, to, state: waits ? "waiting" : "running" };
  });
}

/** A window with what is known of it; what is left has no data. */
function fill(window: Span, known: readonly StateSegment[]): StateSegment[] {
  const segments: StateSegment[] = [];
  let at = window.from;
  for (const { from, to, state } of known) {
    if (from >= window.to) break;
    if (to <= at) continue;
    if (at < from) segments.push({ from: at, to: from, state: "no-data" });
    segments.push({ from: Math.max(at, from), to: Math.min(to, window.to), state });
    at = to;
  }
  if (at < window.to) segments.push({ from: at, to: window.to, state: "no-data" });
  return joinSegments(segments, "waiting");
}

/** Neighbours of one state are one segment, but for a state that is kept apart: a piece lies between two waits. */
export function joinSegments(
  segments: readonly StateSegment[],
  apart: StateSegment["state"] | null = null,
): StateSegment[] {
  const joined: StateSegment[] = [];
  for (const segment of segments) {
    const last = joined.at(-1);
    const isSame = last?.state === segment.state && segment.state !== apart;
    if (isSame && last.to === segment.from) {
      joined[joined.length - 1] = { ...last, to: segment.to };
    } else joined.push(segment);
  }
  return joined;
}
