import type { MessageWord, PlanLine, WallMessage } from "@trame/shared";

/** The last message for a line or for all; whether its time is over the screens tell by the clock ([MS3]). */
export function messageOf(messages: readonly MessageWord[], line: PlanLine): WallMessage | null {
  const last = messages.findLast(({ lineId }) => lineId === null || lineId === line.id);
  if (last === undefined || last.text === null) return null;
  return { text: last.text, until: last.until };
}
