import type { Language, MinutesMask, Words } from "@trame/shared";
import type { Column, ColumnKind, ExportHead, Value } from "../book.ts";
import type { Names } from "../facts.ts";
import { type ExportWords, exportWords } from "../words.ts";

export type ColumnKey = keyof ExportWords["columns"];

const KINDS: Readonly<Partial<Record<ColumnKey, ColumnKind>>> = {
  ...of("day", "day", "givenOn", "dueOn", "closedOn", "forecastOn"),
  ...of("moment", "correctedAt", "from", "to", "packedAt", "openedAt"),
  ...of("minutes", "earnedMinutes", "attendedMinutes", "offStandardMinutes", "onStandardMinutes"),
  ...of("minutes", "minutes", "estimatedMinutes"),
  ...of(
    "ratio",
    "efficiency",
    "performance",
    "firstPassYield",
    "share",
    "learningRatio",
    "explained",
  ),
  ...of("number", "standardMinutes", "dhu", "garments"),
  ...of("number", "minutesEach", "minutesFitted", "firstMinutes"),
  ...of("pieces", "target", "daysLate", "waiting", "bundles", "inProcess", "kitsIn", "kitsBoxed"),
  ...of("pieces", "good", "out", "rework", "second", "scrap", "deduced", "hand", "correction"),
  ...of("pieces", "ordered", "cut", "inProgress", "outside", "left", "packed"),
  ...of("pieces", "kits", "kitsComplete", "kitsPacked", "inspected", "goodFirst", "defects"),
  ...of("pieces", "pieces", "stitches", "trims", "people", "count", "version"),
  ...of("pieces", "points", "maskedDays", "alone", "teachers", "learning", "carton"),
};

/** Columns by their names, titled in a language. */
export function columnsOf(language: Language, keys: readonly ColumnKey[]): Column[] {
  const { columns } = exportWords[language];
  return keys.map((key) => ({ key, title: columns[key], kind: KINDS[key] ?? "text" }));
}

/** The values of a row, in the order of its columns. */
export function rowOf<Row extends Partial<Record<ColumnKey, Value>>>(
  keys: readonly ColumnKey[],
  values: Row,
): Value[] {
  return keys.map((key) => values[key] ?? null);
}

/** Which version of a day it is, and when it was corrected. */
export function versionOf({ corrected }: ExportHead, day: string) {
  const of = corrected.find((each) => each.day === day);
  return { version: of?.version ?? 1, correctedAt: of?.at ?? null };
}

/** How rows are called in the export's language. */
export function namesIn({ language }: ExportHead, names: Names) {
  const words = (label: Words): string => (language === "en" && label.en) || label.fr;
  const labelOf = (list: readonly { readonly code: string; readonly label: Words }[]) => {
    const byCode = new Map(list.map(({ code, label }) => [code, words(label)]));
    return (code: string | null): string | null =>
      code === null ? null : (byCode.get(code) ?? code);
  };
  return {
    label: words,
    masked: (why: MinutesMask | null) => (why === null ? null : exportWords[language].masked[why]),
    line: (id: string | null) => (id === null ? null : (names.lines.get(id) ?? id)),
    station: (id: string | null) => (id === null ? null : (names.stations.get(id) ?? id)),
    style: (id: string | null) => (id === null ? null : (names.styles.get(id)?.name ?? id)),
    cause: labelOf(names.causes),
    defect: labelOf(names.defects),
  };
}

function of(kind: ColumnKind, ...keys: ColumnKey[]): Partial<Record<ColumnKey, ColumnKind>> {
  return Object.fromEntries(keys.map((key) => [key, kind]));
}
