import type { Span } from "../board/board.ts";
import { clipSpan, cutSpans } from "../calendar/spans.ts";
import { isWorkingAt, type Moment, workedMinutes } from "../formulas/working-time.ts";
import type { CauseClass } from "../supervision/causes.ts";
import type { StateSegment } from "./machine-states.ts";
import { countUntil } from "./pieces.ts";
import type { Said } from "./said.ts";

/** Time in which a station did not work, with one cause or none; half open, UTC ms. */
export interface Stop {
  readonly from: number;
  /** null while it goes on. */
  readonly to: number | null;
  readonly state: "stopped" | "waiting" | "support";
  /** Working minutes until now: breaks count nothing. */
  readonly minutes: number;
  /** Code of a cause; null while nobody gave one. */
  readonly cause: string | null;
  readonly class: CauseClass | null;
  readonly note: string | null;
  /** `machine`: it appeared by itself; `hand`: people alone tell of it. */
  readonly origin: "machine" | "hand";
  /** Of the words that explain it. */
  readonly keys: readonly string[];
  /** It is pinned until somebody says why. */
  readonly needsCause: boolean;
}

/** What stops are derived from. */
export interface StopFacts {
  /** What the counter tells of the working time until now, ascending: `machineStates`. */
  readonly machine: readonly StateSegment[];
  /** The words that hold over it, ascending: `heldWords`. */
  readonly held: readonly Said[];
  /** When the station made pieces, ascending; UTC ms. One ends a wait, however short the work. */
  readonly pieces: readonly number[];
}

export interface StopsAsked extends Moment {
  /** So long a wait is a stop, and a stop asks for its cause; working minutes. */
  readonly explainMinutes: number;
}

/** Where a plan does not say; working minutes. */
export const EXPLAIN_MINUTES = 5;
/** What is left over where an edge was moved, or told by the minute, is no stop; working minutes. */
const LEFT_OVER_MINUTES = 1;

/**
 * The stops of a station, ascending, apart from each other ([ST7] to [ST9]): where its counter told of a fault, where it
 * waited for at least `explainMinutes`, and where people say so. No data is none. A stop goes on over a break.
 */
export function stopsOf({ machine, held, pieces }: StopFacts, asked: StopsAsked): Stop[] {
  const { windows, now } = asked;
  const clock = {
    windows,
    coveredTo: machine.at(-1)?.to ?? now,
    dayEnd: windows.at(-1)?.to ?? now,
    now,
  };
  const standstills = standstillsOf({ machine, pieces }, asked);
  const said = joinSaid(held, windows).map((each) => saidStop(each, standstills, clock));
  const bare = standstills.flatMap((each) =>
    bareParts(each, held, clock).flatMap((part) => {
      const stop = bareStop(part, each, { ...clock, ...asked });
      return isLeftOver(stop, part, each) ? [] : [stop];
    }),
  );
  return [...said, ...bare].toSorted((a, b) => a.from - b.from);
}

/** A stretch in one state that stands still, breaks within it. */
interface Standstill extends Span {
  readonly state: "stopped" | "waiting";
}

interface Clock extends Moment {
  /** States are known until then. */
  readonly coveredTo: number;
  readonly dayEnd: number;
}

function standstillsOf(
  { machine, pieces }: Omit<StopFacts, "held">,
  { windows, explainMinutes }: StopsAsked,
): Standstill[] {
  const joined: StateSegment[] = [];
  for (const segment of machine) {
    const last = joined.at(-1);
    const isSame = last?.state === segment.state && touches(last, segment, windows);
    const isWorkBetween = isSame && hasPiece(pieces, { from: last.to, to: segment.from });
    if (isSame && !(segment.state === "waiting" && isWorkBetween)) {
      joined[joined.length - 1] = { ...last, to: segment.to };
    } else joined.push(segment);
  }
  return joined.flatMap(({ state, from, to }) => {
    if (state !== "stopped" && state !== "waiting") return [];
    const isStop = state === "stopped" || workedMinutes(windows, { from, to }) >= explainMinutes;
    return isStop ? [{ from, to, state }] : [];
  });
}

/** Nothing but a break lies between them. */
function touches(before: Span, after: Span, windows: readonly Span[]): boolean {
  return workedMinutes(windows, { from: before.to, to: after.from }) === 0;
}

/** Both ends included. */
function hasPiece(pieces: readonly number[], { from, to }: Span): boolean {
  return countUntil(pieces, to) > countUntil(pieces, from - 1);
}

/** What words leave of a standstill; of one that goes on, though a word ends now, what begins now ([ST18]). */
function bareParts(of: Standstill, held: readonly Said[], clock: Clock): Span[] {
  const { windows, now } = clock;
  const parts = cutSpans(of, held).flatMap((part) =>
    windows.map((window) => clipSpan(part, window)).filter((each) => each !== null),
  );
  const joined: Span[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last === undefined || !touches(last, part, windows)) joined.push(part);
    else joined[joined.length - 1] = { from: last.from, to: part.to };
  }
  return of.to === now && endsNow(held.at(-1), clock)
    ? [...joined, { from: now, to: now }]
    : joined;
}

/** Whether a word tells until now, and no further, of time that is worked on. */
function endsNow(last: Said | undefined, { windows, now }: Clock): boolean {
  if (last === undefined || !isWorkingAt(windows, now)) return false;
  return last.to === now && last.word.to !== null && last.word.to <= now;
}

/** Words explain the rest of it, and what they leave is over. */
function isLeftOver({ to, minutes }: Stop, part: Span, of: Standstill): boolean {
  const isWhole = part.from === of.from && part.to === of.to;
  return to !== null && !isWhole && minutes < LEFT_OVER_MINUTES;
}

interface SaidStretch extends Span {
  readonly words: readonly Said[];
}

/** Words that say the same, one after the other, are one stop. */
function joinSaid(held: readonly Said[], windows: readonly Span[]): SaidStretch[] {
  const joined: SaidStretch[] = [];
  for (const each of held) {
    const last = joined.at(-1);
    const before = last?.words.at(-1);
    const saysSame = before?.word.cause === each.word.cause && before?.word.note === each.word.note;
    if (last !== undefined && saysSame && touches(last, each, windows)) {
      const words = [...last.words, each];
      joined[joined.length - 1] = { from: last.from, to: each.to, words };
    } else joined.push({ from: each.from, to: each.to, words: [each] });
  }
  return joined;
}

function saidStop(
  { words, ...span }: SaidStretch,
  standstills: readonly Standstill[],
  clock: Clock,
): Stop {
  const last = words.at(-1);
  const isDerived = standstills.some((each) => clipSpan(each, span) !== null);
  const goesOn = (last?.word.to ?? Infinity) > clock.now;
  return {
    from: span.from,
    to: goesOn ? endOf(span, clock) : span.to,
    state: last?.class === "support" ? "support" : "stopped",
    minutes: workedMinutes(clock.windows, span),
    cause: last?.word.cause ?? null,
    class: last?.class ?? null,
    note: last?.word.note ?? null,
    origin: isDerived ? "machine" : "hand",
    keys: [...new Set(words.map(({ word }) => word.key))],
    needsCause: false,
  };
}

/** A standstill, or what words leave of it. */
function bareStop(part: Span, of: Standstill, clock: Clock & StopsAsked): Stop {
  const { windows, explainMinutes } = clock;
  const to = endOf(part, clock);
  const minutes = workedMinutes(windows, part);
  const needsCause = to === null || workedMinutes(windows, of) >= explainMinutes;
  const unexplained = {
    cause: null,
    class: null,
    note: null,
    origin: "machine",
    keys: [],
  } as const;
  return { from: part.from, to, state: of.state, minutes, ...unexplained, needsCause };
}

/** null for what nobody knows to be over, while the day has not ended. */
function endOf({ to }: Span, { coveredTo, dayEnd, now }: Clock): number | null {
  return to === coveredTo && now < dayEnd ? null : to;
}
