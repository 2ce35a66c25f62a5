import { formatDay, type LineFloor, type PlanLine, type Word } from "@trame/shared";
import type { Asked } from "./floor-now.ts";

/** The target of a line today: the last word about the day, else the plan's. */
export function targetNow(
  words: readonly Word[],
  line: PlanLine,
  { day }: Pick<Asked, "day">,
): Pick<LineFloor, "target" | "targetOrigin"> {
  const last = words.findLast(
    (word) => word.kind === "target" && word.lineId === line.id && word.day === formatDay(day),
  );
  if (last?.kind === "target" && last.pieces !== null) {
    return { target: last.pieces, targetOrigin: last.of === null ? "hand" : "computed" };
  }
  const target = line.target ?? null;
  return { target, targetOrigin: target === null ? null : "plan" };
}
