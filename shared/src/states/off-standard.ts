import type { Span } from "../board/board.ts";
import { clipSpan } from "../calendar/spans.ts";
import { type Moment, workedMinutes } from "../formulas/working-time.ts";
import type { CauseClass } from "../supervision/causes.ts";
import type { Stop } from "./stops-of.ts";

/** Off-standard minutes of one cause. */
export interface OffStandard {
  /** null: nobody said why. */
  readonly class: CauseClass | null;
  readonly cause: string | null;
  readonly minutes: number;
  /** Stops. */
  readonly count: number;
}

/**
 * Hors standard: working minutes in which stations did not work, by class and cause, most first ([F14]). Minutes of a
 * station, as a person stands at each; `support` is a class of its own, so that whoever takes performance can leave it
 * out, and lowers nobody's figures. Source: Kanawaty (ed.), Introduction to Work Study, ILO, 4th ed. 1992: ineffective time.
 */
export function offStandardMinutes(
  stops: readonly Pick<Stop, "class" | "cause" | "minutes">[],
): OffStandard[] {
  const byCause = Map.groupBy(stops, ({ cause }) => cause);
  return [...byCause]
    .map(([cause, own]) => ({
      class: own[0]?.class ?? null,
      cause,
      minutes: own.reduce((sum, { minutes }) => sum + minutes, 0),
      count: own.length,
    }))
    .toSorted((a, b) => b.minutes - a.minutes || compare(a.cause, b.cause));
}

/** The part of each stop within a span, such as a clock hour, with its own minutes. */
export function stopsWithin<Of extends Pick<Stop, "from" | "to" | "minutes">>(
  stops: readonly Of[],
  span: Span,
  { windows, now }: Moment,
): Of[] {
  return stops.flatMap((stop) => {
    const part = clipSpan({ from: stop.from, to: stop.to ?? now }, span);
    if (part === null) return [];
    const minutes = workedMinutes(windows, part);
    return minutes > 0 ? [{ ...stop, ...part, minutes }] : [];
  });
}

function compare(a: string | null, b: string | null): number {
  return (a ?? "") < (b ?? "") ? -1 : 1;
}
