import type { Cause, DefectKind, ProductionReport } from "@trame/shared";
import type { ReportI18n } from "../../i18n/manage-day.ts";
import type { Column } from "../../ui/charts/column-chart.tsx";
import { type ParetoRow, paretoRows } from "../../ui/charts/pareto.tsx";

const HOUR_MS = 3_600_000;
/** More rows are read in no glance; what is left is one. */
const ROWS_MAX = 7;

/** Key of the row of what is left. */
export const OTHERS = "others";
/** Of what nobody named. */
const UNNAMED = "";

/** The days of the trend; the last one, which the report is about, is set apart. */
export function trendColumns({ trend }: ProductionReport, i18n: ReportI18n): Column[] {
  const { t, dayNumber, shortMonth, longDay } = i18n;
  return trend.map(({ day, good, target }, index) => {
    const month = shortMonth(day);
    const before = trend[index - 1];
    return {
      key: day,
      value: good,
      name: dayNumber(day),
      group: before !== undefined && shortMonth(before.day) === month ? null : month,
      target,
      isMarked: index === trend.length - 1,
      said: t.report.dayOf({ day: longDay(day), good: t.report.goods(good) }),
    };
  });
}

/** What the trend says in a sentence. */
export function trendSentence({ trend }: ProductionReport, i18n: ReportI18n): string {
  const { t, fullDay, number } = i18n;
  const last = trend.at(-1);
  const before = trend.slice(0, -1);
  if (last === undefined) return "";
  const said = { last: fullDay(last.day), good: number(last.good) };
  const first = before[0];
  if (first === undefined) return t.report.trendAlone(said);
  const mean = before.reduce((sum, { good }) => sum + good, 0) / before.length;
  const days = t.report.fromTo({ from: fullDay(first.day), to: fullDay(last.day) });
  return t.report.trendSays({ ...said, days, mean: number(mean) });
}

/** The hours from the first to the last with output; one without is there with nothing. */
export function hourColumns({ hours }: ProductionReport, i18n: ReportI18n): Column[] {
  const [first, last] = [hours[0]?.hour, hours.at(-1)?.hour];
  if (first === undefined || last === undefined) return [];
  const made = new Map(hours.map(({ hour, pieces }) => [hour, pieces]));
  const best = Math.max(...made.values());
  return Array.from({ length: (last - first) / HOUR_MS + 1 }, (_, index) => {
    const hour = first + index * HOUR_MS;
    const value = made.get(hour) ?? 0;
    const good = i18n.t.report.goods(value);
    return {
      key: String(hour),
      value,
      name: i18n.hourShort(hour),
      group: null,
      target: null,
      isMarked: value === best,
      said: i18n.t.report.dayOf({ day: i18n.hour(hour), good }),
    };
  });
}

/** Defects with their names; pieces at fault without a named defect are a row of their own. */
export function defectRows(
  { quality }: ProductionReport,
  { kinds, i18n }: { readonly kinds: readonly DefectKind[]; readonly i18n: ReportI18n },
): ParetoRow[] {
  const named = quality.byDefect.map(({ defect, pieces }) => {
    const kind = kinds.find(({ code }) => code === defect);
    return { key: defect, value: pieces, name: kind ? i18n.words(kind.label) : defect };
  });
  const unnamed = quality.defects - named.reduce((sum, { value }) => sum + value, 0);
  const rest = { key: UNNAMED, value: unnamed, name: i18n.t.report.unnamedDefect };
  return paretoRows(folded(unnamed > 0 ? [...named, rest] : named, i18n));
}

/** Minutes of stops by cause. */
export function stopRows(
  { stops }: ProductionReport,
  { causes, i18n }: { readonly causes: readonly Cause[]; readonly i18n: ReportI18n },
): ParetoRow[] {
  const named = stops.map(({ cause, minutes }) => {
    const known = causes.find(({ code }) => code === cause);
    const name = known ? i18n.words(known.label) : (cause ?? i18n.t.report.noCause);
    return { key: cause ?? UNNAMED, value: minutes, name };
  });
  return paretoRows(folded(named, i18n));
}

interface Part {
  readonly key: string;
  readonly name: string;
  readonly value: number;
}

/** The largest first; beyond what is read at a glance, the rest is « Autres ». */
function folded(parts: readonly Part[], { t }: ReportI18n): Part[] {
  const sorted = parts.toSorted((a, b) => b.value - a.value);
  if (sorted.length <= ROWS_MAX) return sorted;
  const rest = sorted.slice(ROWS_MAX - 1).reduce((sum, { value }) => sum + value, 0);
  return [...sorted.slice(0, ROWS_MAX - 1), { key: OTHERS, name: t.report.others, value: rest }];
}
