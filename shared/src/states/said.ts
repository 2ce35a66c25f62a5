import type { Span } from "../board/board.ts";
import type { Cause, CauseClass } from "../supervision/causes.ts";
import type { StopScope } from "../supervision/scope.ts";
import type { StopWord } from "../supervision/word.ts";

/** A stretch of time over which one word about a station is the last; half open, UTC ms. */
export interface Said extends Span {
  readonly word: StopWord;
  /** Of its cause; of a cause that is on the list no more: `organisation`. */
  readonly class: CauseClass;
  /** Said of a line or the workshop. */
  readonly isGroup: boolean;
}

/** Whose words are asked for. */
export interface SaidAsked {
  readonly stationId: string;
  readonly lineId: string;
  readonly causes: readonly Cause[];
  /** The end of the working day: what goes on holds until then, and the next day asks again. UTC ms */
  readonly dayEnd: number;
  /** The end of the one before: what goes on since then or later holds on this day. UTC ms */
  readonly dayBeforeEnd: number;
}

/**
 * Which word about a station is in force when, ascending: the later one wins over its own range ([ST4]).
 * A later word that covers the beginning of one that goes on takes its place; one without a cause takes back.
 * @param words in force: accepted and not undone; in any order
 */
export function saidOf(words: readonly StopWord[], asked: SaidAsked): Said[] {
  let said: { readonly from: number; readonly to: number; readonly word: StopWord }[] = [];
  for (const word of words.toSorted((a, b) => a.n - b.n)) {
    if (!isAbout(word.scope, asked)) continue;
    const range = { from: word.from, to: word.to ?? endOf(word, asked) };
    said = [...said.flatMap((before) => leftOf(before, range)), { ...range, word }];
  }
  return said
    .filter(({ from, to }) => from < to)
    .toSorted((a, b) => a.from - b.from)
    .flatMap(({ word, ...span }) => {
      if (word.cause === null) return [];
      const known = asked.causes.find(({ code }) => code === word.cause);
      const isGroup = !("stationId" in word.scope);
      return [{ ...span, word, class: known?.class ?? "organisation", isGroup }];
    });
}

/** What goes on ends with its working day; said after work it is of the next one. */
function endOf({ from }: StopWord, { dayEnd, dayBeforeEnd }: SaidAsked): number {
  return from < dayBeforeEnd ? dayBeforeEnd : Math.max(dayEnd, from);
}

/** Whether words of a scope are about a station. */
export function isAbout(
  scope: StopScope,
  { stationId, lineId }: Pick<SaidAsked, "stationId" | "lineId">,
): boolean {
  if ("workshop" in scope) return true;
  return "lineId" in scope ? scope.lineId === lineId : scope.stationId === stationId;
}

/** What a later word leaves of an earlier one. */
function leftOf<Earlier extends Span & { readonly word: StopWord }>(
  earlier: Earlier,
  later: Span,
): Earlier[] {
  const { word } = earlier;
  const isReplaced = word.to === null && later.from <= word.from && word.from < later.to;
  if (isReplaced) return [];
  return [
    { ...earlier, to: Math.min(earlier.to, later.from) },
    { ...earlier, from: Math.max(earlier.from, later.to) },
  ].filter(({ from, to }) => from < to);
}
