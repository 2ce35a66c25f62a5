import {
  CAUSES_SETTING,
  type Cause,
  causesOf,
  mergeSpans,
  type PlanLine,
  type PlanStation,
  type Span,
  type StationMark,
  type StopWord,
  saidOf,
  shiftsOf,
  type Word,
} from "@trame/shared";
import type { Settings } from "../settings.ts";
import type { Asked } from "./floor-now.ts";

interface MarkAsked {
  readonly station: PlanStation;
  readonly line: PlanLine;
  readonly asked: Asked;
}

/** What people said of stations for now. */
export interface MarksNow {
  /** What was said last of a station and holds at the moment, as far as words tell; null when nothing does. */
  of(words: readonly Word[], asked: MarkAsked): StationMark | null;
}

/** What is the same for all stations of a board. */
interface Frame {
  readonly words: readonly Word[];
  readonly stops: readonly StopWord[];
  readonly causes: readonly Cause[];
  readonly day: number;
  readonly plan: Asked["plan"];
  readonly dayEnd: number;
  readonly dayBeforeEnd: number;
}

/** A workshop that was closed for longer asks anew. */
const DAYS_BACK = 10;

export function createMarksNow(settings: Settings): MarksNow {
  let frame: Frame | null = null;

  function frameOf(words: readonly Word[], { day, plan }: Asked): Frame {
    if (frame?.words === words && frame.day === day && frame.plan === plan) return frame;
    const stops = words.filter((word) => word.kind === "stop");
    const causes = causesOf(settings.get(CAUSES_SETTING));
    frame = { words, stops, causes, day, plan, ...edgesOf({ day, plan }) };
    return frame;
  }

  return {
    of(words, { station, line, asked }) {
      const { stops, ...day } = frameOf(words, asked);
      if (stops.length === 0) return null;
      const { now } = asked;
      const said = saidOf(stops, { ...day, stationId: station.id, lineId: line.id });
      const last = said.find(({ from, to }) => from <= now && now < to);
      if (last === undefined) return null;
      const { key, from, to, cause } = last.word;
      const { class: of, isGroup } = last;
      return { key, from, to, cause: cause ?? "", class: of, isGroup };
    },
  };
}

/** When the working day ends, and when the one before it ended. */
function edgesOf({ day, plan }: Pick<Asked, "day" | "plan">) {
  const windowsOf = (date: number): Span[] =>
    mergeSpans(
      shiftsOf(plan.calendar, plan.workshop.timeZone, date).flatMap(({ windows }) => windows),
    );
  const today = windowsOf(day);
  const before = Array.from({ length: DAYS_BACK }, (_, index) => windowsOf(day - 1 - index));
  const lastBefore = before.find((windows) => windows.length > 0)?.at(-1)?.to;
  return { dayEnd: today.at(-1)?.to ?? -Infinity, dayBeforeEnd: lastBefore ?? -Infinity };
}
