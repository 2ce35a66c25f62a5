import { formatDay } from "@trame/shared";
import type { ReportStore } from "../../reports/report-days.ts";
import type { Reads } from "../../store/open-reads.ts";
import type { ExportAsked } from "../asked.ts";
import type { ExportHead } from "../book.ts";

/** Where exports are read from. */
export type Reports = Reads;

/** What is read, and kept so that it is read sooner the next time. */
export interface ExportSource extends ReportStore {
  readonly reports: Reports;
}

type DayMark = Awaited<ReturnType<Reports["readDayMarks"]>>["days"][number];

/** The days of an export on which something happened, and as of when each is told. */
export interface ExportSpan extends Pick<ExportAsked, "lineId" | "orderId" | "styleId"> {
  readonly days: readonly ExportDay[];
  readonly isRefolding: boolean;
}

export interface ExportDay extends DayMark {
  /**
   * UTC ms: of a day that is over, its end or what changed it later; of one that goes on, its latest change, so that the same
   * data is told as of the same moment, whenever it is asked for ([EX1]).
   */
  readonly asOf: number;
  readonly isOver: boolean;
}

/** Reads how the days of a span stand. `now`: UTC ms. */
export async function readSpan(
  reports: Reports,
  { from, to, ...of }: Pick<ExportAsked, "from" | "to" | "lineId" | "orderId" | "styleId">,
  now: number,
): Promise<ExportSpan> {
  const { days, isRefolding } = await reports.readDayMarks({ from, to });
  const { lineId, orderId, styleId } = of;
  return { days: days.map((mark) => asOfMark(mark, now)), isRefolding, lineId, orderId, styleId };
}

function asOfMark(mark: DayMark, now: number): ExportDay {
  const end = mark.endsAt ?? mark.changedAt;
  const isOver = now >= end;
  return { ...mark, isOver, asOf: isOver ? Math.max(end, mark.changedAt) : mark.changedAt };
}

/** Days one after the other: the thread that reads has others to answer in between. */
export async function eachDay<Found>(
  { days }: ExportSpan,
  read: (day: ExportDay) => Promise<readonly Found[]>,
): Promise<Found[]> {
  const found: Found[] = [];
  for (const day of days) for (const each of await read(day)) found.push(each);
  return found;
}

/** What of the head follows from the days. */
export function agesOf({
  days,
  isRefolding,
}: ExportSpan): Pick<ExportHead, "asOf" | "corrected" | "isRefolding"> {
  return {
    asOf: days.length === 0 ? null : Math.max(...days.map(({ asOf }) => asOf)),
    corrected: days
      .filter(({ version }) => version > 1)
      .map(({ day, version, changedAt }) => ({ day: formatDay(day), version, at: changedAt })),
    isRefolding,
  };
}
