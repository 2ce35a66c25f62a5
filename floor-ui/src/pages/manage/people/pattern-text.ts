import type { WorkPattern } from "@trame/shared";

/** First letters of the days from Monday, as people write them in French and English. */
const DAY_LETTERS: Readonly<Record<string, number>> = {
  ...{ lu: 1, ma: 2, me: 3, je: 4, ve: 5, sa: 6, di: 7 },
  ...{ mo: 1, tu: 2, we: 3, th: 4, fr: 5, su: 7 },
};
const HOURS = /^(.+?)\s+(\d{1,2}\s*[h:]\s*\d{0,2})\s*[-–]\s*(\d{1,2}\s*[h:]\s*\d{0,2})$/i;

/**
 * Part-time hours as they are written: `lu ma je 08:00–12:00; ve 13:00–17:00`.
 * @param weekdays names of the days from Monday
 */
export function formatPattern(pattern: WorkPattern, weekdays: readonly string[]): string {
  return pattern
    .map(({ days, from, to }) => {
      const names = [...days].sort((a, b) => a - b).map((day) => weekdays[day - 1] ?? String(day));
      return `${names.join(" ")} ${from}–${to}`;
    })
    .join("; ");
}

/** Reads hours as they are written, `lundi-vendredi 8h-12h30` too. What is none is sent as it is: the server says what hours are. */
export function parsePattern(text: string): WorkPattern {
  return text
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => {
      const [, days = "", from = part, to = part] = HOURS.exec(part) ?? [];
      return { days: daysOf(days), from: timeOf(from), to: timeOf(to) };
    });
}

/** `lu ma`, `lundi, mardi` or `lu-ve`; a word that is no day is day 0, which the server refuses. */
function daysOf(text: string): number[] {
  const words = text
    .toLowerCase()
    .replaceAll(/\s*[-–]\s*/g, "-")
    .split(/[\s,.]+/);
  const days = words
    .filter((word) => word !== "")
    .flatMap((word) => {
      const [first = 0, last = first] = word
        .split("-")
        .map((day) => DAY_LETTERS[day.slice(0, 2)] ?? 0);
      return Array.from({ length: Math.max(1, last - first + 1) }, (_, index) => first + index);
    });
  return [...new Set(days)].sort((a, b) => a - b);
}

/** `8h` → `08:00`; what is no time stays as it is. */
function timeOf(text: string): string {
  const [, hour, minute = ""] = /^(\d{1,2})\s*[h:]\s*(\d{0,2})$/i.exec(text) ?? [];
  return hour === undefined ? text : `${hour.padStart(2, "0")}:${minute.padStart(2, "0")}`;
}
