import type { DefectCount, OffStandard } from "@trame/shared";
import type { ExportHead, Pareto, Table } from "../book.ts";
import type { Names } from "../facts.ts";
import { createFormats } from "../formats.ts";
import { exportWords } from "../words.ts";
import { type ColumnKey, columnsOf, namesIn, rowOf } from "./columns.ts";

/** Off-standard minutes by cause, most first, with their share. */
export function causeTable(head: ExportHead, names: Names, causes: readonly OffStandard[]): Table {
  const words = exportWords[head.language];
  const { cause } = namesIn(head, names);
  const keys: ColumnKey[] = ["class", "causeCode", "cause", "minutes", "count", "share"];
  const sum = causes.reduce((total, { minutes }) => total + minutes, 0);
  return {
    name: words.tables.stopCauses,
    columns: columnsOf(head.language, keys),
    rows: causes.map((of) =>
      rowOf(keys, {
        class: of.class === null ? null : words.classes[of.class],
        causeCode: of.cause,
        cause: cause(of.cause) ?? words.noCause,
        minutes: of.minutes,
        count: of.count,
        share: sum > 0 ? of.minutes / sum : null,
      }),
    ),
    total: rowOf(keys, {
      class: words.total,
      minutes: sum,
      count: causes.reduce((total, { count }) => total + count, 0),
    }),
  };
}

/** Defects, the most frequent first, with their share. */
export function defectTable(
  head: ExportHead,
  names: Names,
  defects: readonly DefectCount[],
): Table {
  const words = exportWords[head.language];
  const { defect } = namesIn(head, names);
  const keys: ColumnKey[] = ["defectCode", "defect", "defects", "share"];
  const sum = defects.reduce((total, { pieces }) => total + pieces, 0);
  return {
    name: words.tables.defects,
    columns: columnsOf(head.language, keys),
    rows: defects.map((of) =>
      rowOf(keys, {
        defectCode: of.defect,
        defect: defect(of.defect),
        defects: of.pieces,
        share: sum > 0 ? of.pieces / sum : null,
      }),
    ),
    total: rowOf(keys, { defectCode: words.total, defects: sum }),
  };
}

/** The causes as bars. */
export function causePareto(
  head: ExportHead,
  names: Names,
  causes: readonly OffStandard[],
): Pareto {
  const { page, noCause } = exportWords[head.language];
  const { number, percent } = createFormats(head.language, head.timeZone);
  const { cause } = namesIn(head, names);
  const sum = causes.reduce((total, { minutes }) => total + minutes, 0);
  return {
    title: page.stopsPareto,
    sum: page.minutes(number(sum)),
    none: page.noStops,
    bars: causes.map(({ cause: code, minutes }) => {
      const share = sum > 0 ? minutes / sum : 0;
      const value = `${page.minutes(number(minutes))} · ${percent(share)}`;
      return { label: cause(code) ?? noCause, value, share };
    }),
  };
}

/** The defects as bars. */
export function defectPareto(
  head: ExportHead,
  names: Names,
  quality: {
    readonly byDefect: readonly DefectCount[];
    readonly dhu: number | null;
    readonly defects: number;
  },
): Pareto {
  const { page } = exportWords[head.language];
  const { number, percent } = createFormats(head.language, head.timeZone);
  const { defect } = namesIn(head, names);
  const sum = quality.byDefect.reduce((total, { pieces }) => total + pieces, 0);
  return {
    title: page.defectsPareto,
    sum: quality.dhu === null ? "" : page.dhuOf(number(quality.defects), number(quality.dhu, 1)),
    none: page.noDefects,
    bars: quality.byDefect.map(({ defect: code, pieces }) => {
      const share = sum > 0 ? pieces / sum : 0;
      return {
        label: defect(code) ?? "",
        value: `${number(pieces)} · ${percent(share)}`,
        share,
      };
    }),
  };
}
