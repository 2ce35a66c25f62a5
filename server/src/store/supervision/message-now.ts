import type { PlanLine, WallMessage, Word } from "@trame/shared";
import type { Asked } from "./floor-now.ts";

/** The last message for a line or for all; null when there is none or its time is over. */
export function messageOf(
  words: readonly Word[],
  line: PlanLine,
  { now }: Asked,
): WallMessage | null {
  const last = words.findLast(
    (word) => word.kind === "message" && (word.lineId === null || word.lineId === line.id),
  );
  if (last?.kind !== "message" || last.text === null) return null;
  return last.until !== null && last.until <= now ? null : { text: last.text, until: last.until };
}
