import {
  type DayGroups,
  dayGroups,
  type FiguresTold,
  type PlanVersion,
  PRIVACY_SETTING,
  plansOfDay,
  privacyOf,
} from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { DayCell } from "../day-read.ts";

/** The groups under which figures of a day are told; null where they are told per station. */
export type FigureMask = (plans: readonly PlanVersion[], day: number) => DayGroups | null;

/** Reads, in the snapshot of whoever asks, whether figures are told per station ([PR7]). */
export function createFigureMask(sqlite: Database): FigureMask {
  const areShown = createStationFigures(sqlite);
  return (plans, day) => (areShown() ? null : dayGroups(plansOfDay(plans, day)));
}

/** Cells of a day under the names of their groups, in the order of the hours. */
export function maskedCells(cells: readonly DayCell[], { nameOf }: DayGroups): DayCell[] {
  return cells.map((cell) => {
    const name = nameOf(cell.lineId, cell.stationId);
    return { ...cell, stationId: name, operation: name };
  });
}

/** Whether figures are told per station. */
export function createStationFigures(sqlite: Database): () => boolean {
  const told = createFiguresTold(sqlite);
  return () => told().stationFigures;
}

/** How figures are told, as the snapshot of whoever asks has it. */
export function createFiguresTold(sqlite: Database): () => FiguresTold {
  const find = sqlite
    .prepare<[], string>(`SELECT value FROM settings WHERE key = '${PRIVACY_SETTING}'`)
    .pluck();
  return () => privacyOf(find.get() ?? null);
}
