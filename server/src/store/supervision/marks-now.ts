import {
  CAUSES_SETTING,
  causesOf,
  type PlanLine,
  type PlanStation,
  type StationMark,
  type Word,
} from "@trame/shared";
import type { Settings } from "../settings.ts";
import type { Asked } from "./floor-now.ts";

interface MarkAsked {
  readonly station: PlanStation;
  readonly line: PlanLine;
  readonly asked: Asked;
  readonly settings: Settings;
}

/** What was said last of a station for now; null when nothing that was said holds. */
export function marksOf(
  words: readonly Word[],
  { station, line, asked, settings }: MarkAsked,
): StationMark | null {
  const last = words.findLast((word) => {
    if (word.kind !== "stop" || word.from > asked.now) return false;
    if ("workshop" in word.scope) return true;
    return "lineId" in word.scope
      ? word.scope.lineId === line.id
      : word.scope.stationId === station.id;
  });
  if (last?.kind !== "stop" || last.cause === null) return null;
  if (last.to !== null && last.to <= asked.now) return null;
  const cause = causesOf(settings.get(CAUSES_SETTING)).find(({ code }) => code === last.cause);
  if (cause === undefined) return null;
  return {
    key: last.key,
    from: last.from,
    to: last.to,
    cause: cause.code,
    class: cause.class,
    isGroup: !("stationId" in last.scope),
  };
}
