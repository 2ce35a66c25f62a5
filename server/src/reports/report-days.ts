import type { DayBody } from "@trame/shared";
import type { Store } from "../store/open-store.ts";
import type { DayMark, DaysAsked } from "../store/reports/report-reads.ts";

/** What of the store days are read from and kept in. */
export interface ReportStore extends Pick<Store, "keepDay"> {
  readonly reports: Pick<Store["reports"], "readDayMarks" | "readKeptDay" | "readReportDay">;
}

/** A working day with what it came to. */
export interface ReportDay extends DayMark {
  /** As of when, UTC ms. */
  readonly asOf: number;
  readonly body: DayBody;
}

export interface DaysRead {
  /** Ascending; days on which nothing ever happened are not in it. */
  readonly days: readonly ReportDay[];
  readonly isRefolding: boolean;
}

/**
 * Reads working days one after the other, so that the thread that reads has time for others. A day whose work is over is read as
 * it was kept, or computed and kept ([RP9]); one that goes on is computed as of `now` (UTC ms).
 */
export async function readReportDays(
  store: ReportStore,
  asked: DaysAsked,
  now: number,
): Promise<DaysRead> {
  const { days: marks, isRefolding } = await store.reports.readDayMarks(asked);
  const days: ReportDay[] = [];
  for (const mark of marks) days.push(await readMarked(store, mark, { now, isRefolding }));
  return { days, isRefolding };
}

async function readMarked(
  store: ReportStore,
  mark: DayMark,
  { now, isRefolding }: { now: number; isRefolding: boolean },
): Promise<ReportDay> {
  const { day, clock } = mark;
  const end = endOf(mark);
  const isOver = end <= now;
  const asOf = asOfMark(mark, now);
  const kept = isOver ? await store.reports.readKeptDay(day) : null;
  if (kept !== null) return { ...mark, asOf, body: parseBody(kept) };
  const body = await store.reports.readReportDay({ day, asOf });
  // What changed since the mark was read has given the day another clock, and is not read as kept. What is being counted again
  // would be kept for a moment.
  const isSettled = isOver && !isRefolding && mark.changedAt >= end;
  // A disk that takes nothing more can still be read: what is not kept is computed again.
  if (isSettled) await store.keepDay({ day, clock, body }).catch(() => undefined);
  return { ...mark, asOf, body: parseBody(body) };
}

/** As of when a day is told at a moment (UTC ms): until its work is over as it is now, then as it was changed last. */
export function asOfMark(mark: DayMark, now: number): number {
  const end = endOf(mark);
  return end <= now ? Math.max(end, mark.changedAt) : now;
}

function endOf({ endsAt, changedAt }: DayMark): number {
  return endsAt ?? changedAt;
}

/** As `foldDay` made it. */
function parseBody(json: string): DayBody {
  return JSON.parse(json);
}
