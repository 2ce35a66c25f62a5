import type { Span } from "../board/board.ts";
import { clipSpan, mergeSpans } from "../calendar/spans.ts";
import type { StateSegment } from "./machine-states.ts";
import { countUntil } from "./pieces.ts";
import type { Said } from "./said.ts";

/** What a word is held against. */
export interface HeldAgainst {
  /** What the counter tells of the working time, ascending. */
  readonly machine: readonly StateSegment[];
  /** When the station made pieces, ascending; UTC ms. */
  readonly pieces: readonly number[];
}

/**
 * The working time over which words hold ([ST5], [ST6]), ascending. One that goes on ends with the first piece after it
 * began, except support; one for a line or the workshop holds only where the station did not work meanwhile.
 */
export function heldWords(said: readonly Said[], against: HeldAgainst): Said[] {
  return said.flatMap((each) => {
    const limit = { from: each.from, to: Math.min(each.to, endOf(each, against.pieces)) };
    return spansFor(each, against)
      .map((span) => clipSpan(span, limit))
      .filter((span) => span !== null)
      .map((span) => ({ ...each, ...span }));
  });
}

function endOf({ word, class: of }: Said, pieces: readonly number[]): number {
  if (word.to !== null || of === "support") return Infinity;
  return pieces[countUntil(pieces, word.from - 1)] ?? Infinity;
}

/** Where the station stood still, as far as a word asks. */
function spansFor({ word, isGroup }: Said, { machine, pieces }: HeldAgainst): Span[] {
  if (!isGroup) return mergeSpans(machine);
  const madeSince = pieces[countUntil(pieces, word.from - 1)] ?? Infinity;
  const hasMade = madeSince < (word.to ?? Infinity);
  return mergeSpans(
    machine
      .filter(({ state }) => state !== "running" && !(state === "no-counter" && hasMade))
      .map(({ from, to }) => ({ from, to })),
  );
}
