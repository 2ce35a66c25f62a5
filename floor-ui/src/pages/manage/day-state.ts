import type { ProductionReport } from "@trame/shared";
import type { ReportI18n } from "../../i18n/manage-day.ts";
import { spanKind } from "./day-scope.ts";

/** How far what is shown is known, in words; `isDone` when nothing more is awaited. */
export interface StateView {
  readonly text: string;
  readonly isDone: boolean;
}

/** Whether its last day still goes on. */
export function isRunning({ stage }: ProductionReport): boolean {
  return stage === "running";
}

/** « Pas encore commencée », « Journée close à 16 h 52 », « En cours, données de 11 h 21 », « Corrigée le 17 mars (version 2) ». */
export function stateOf(report: ProductionReport, i18n: ReportI18n): StateView {
  const { corrected, closedAt, scope, stage, asOf } = report;
  const { t, time } = i18n;
  const isDay = spanKind(scope) === "day";
  if (stage === "ahead") return { text: t.report.ahead, isDone: false };
  if (isRunning(report)) return { text: t.report.running(time(asOf)), isDone: false };
  const [latest] = corrected.toSorted((a, b) => b.at - a.at);
  if (latest !== undefined && isDay) {
    const day = i18n.dayMonthAt(latest.at);
    return { text: t.report.corrected({ day, version: latest.version }), isDone: true };
  }
  if (latest !== undefined) return { text: t.report.correctedDays(corrected.length), isDone: true };
  if (!isDay) return { text: t.report.complete, isDone: true };
  if (closedAt === null) return { text: t.report.dayOff, isDone: false };
  return { text: t.report.closed(time(closedAt)), isDone: true };
}
