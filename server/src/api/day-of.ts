import { type DayNumber, formatDay, parseDay } from "@trame/shared";
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

/** The same, refused where its figures are kept no longer. */
export async function readKeptDayOf(
  text: string | undefined,
  deps: Pick<HttpDeps, "live" | "store">,
): Promise<DayNumber | Refusal> {
  const day = await readDayOf(text, deps);
  if (typeof day !== "number" || text === undefined) return day;
  return (await goneFault(day, deps)) ?? day;
}

/** Why a day can't be told any more; null where it is kept. One that went is not told as one on which nothing was made ([RT26]). */
export async function goneFault(
  day: DayNumber,
  { store }: Pick<HttpDeps, "store">,
): Promise<Refusal | null> {
  const gone = await store.reports.readGoneThrough();
  if (day > gone) return null;
  return { code: "day-gone", path: "/day", blanks: { first: formatDay(gone + 1) } };
}
