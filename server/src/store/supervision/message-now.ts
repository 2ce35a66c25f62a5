import type { PlanLine, WallMessage, Word } from "@trame/shared";

/** The last message for a line or for all; whether its time is over the screens tell by the clock ([MS3]). */
export function messageOf(words: readonly Word[], line: PlanLine): WallMessage | null {
  const last = words.findLast(
    (word) => word.kind === "message" && (word.lineId === null || word.lineId === line.id),
  );
  if (last?.kind !== "message" || last.text === null) return null;
  return { text: last.text, until: last.until };
}
