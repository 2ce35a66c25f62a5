import type { Span } from "../board/board.ts";
import { clipSpan, cutSpans } from "../calendar/spans.ts";
import { heldWords } from "./held.ts";
import {
  joinSegments,
  machineStates,
  type StateSegment,
  type StatesAsked,
} from "./machine-states.ts";
import type { Said } from "./said.ts";
import type { StationTrack } from "./track.ts";

/**
 * The states of a station over the working time until now: covers it exactly once, ascending, breaks outside, whatever
 * the order in which its facts came ([ST2]). At every moment, with the facts of before it, the last one is what
 * `stationState` says then ([ST3]).
 * @param said what people said of the station, from `saidOf`
 */
export function statesOf(
  track: StationTrack,
  asked: StatesAsked,
  said: readonly Said[] = [],
): StateSegment[] {
  const machine = machineStates(track, asked);
  return paint(machine, heldWords(said, { machine, pieces: piecesUntil(track, asked.now) }));
}

/** What has been made by now. */
export function piecesUntil(
  { pieces }: Pick<StationTrack, "pieces">,
  now: number,
): readonly number[] {
  return (pieces.at(-1) ?? -Infinity) <= now ? pieces : pieces.filter((at) => at <= now);
}

/** Machine states with the words that hold over them. */
function paint(machine: readonly StateSegment[], held: readonly Said[]): StateSegment[] {
  const painted = machine.flatMap(({ state, ...span }) => [
    ...cutSpans(span, held).map((part) => ({ ...part, state })),
    ...held.flatMap((word) => paintWord(word, span)),
  ]);
  return joinSegments(painted.toSorted((a, b) => a.from - b.from));
}

function paintWord(word: Said, span: Span): StateSegment[] {
  const part = clipSpan(word, span);
  return part === null ? [] : [{ ...part, state: stateOfWord(word) }];
}

/** Support is a state of its own; whatever else people say is a stop. */
function stateOfWord({ class: of }: Said): "support" | "stopped" {
  return of === "support" ? "support" : "stopped";
}
