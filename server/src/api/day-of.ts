import { type DayNumber, parseDay } from "@trame/shared";
import type { HttpDeps } from "./deps.ts";
import type { Refusal } from "./refuse.ts";

/** The working day that a request names; today's, as the walls show it, if it names none. */
export async function readDayOf(
  text: string | undefined,
  { live }: Pick<HttpDeps, "live">,
): Promise<DayNumber | Refusal> {
  const asked = text ?? (await live.readBoard()).day;
  return parseDay(asked) ?? { code: "day-invalid", path: "/day", blanks: { value: asked } };
}
