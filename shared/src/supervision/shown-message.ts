import type { WallMessage } from "./rows.ts";

/** A message as it is shown at a moment (UTC ms): its text while its time is not over, else null ([MS3]). */
export function shownMessage(message: WallMessage | null, now: number): string | null {
  if (message === null) return null;
  return message.until !== null && message.until <= now ? null : message.text;
}
