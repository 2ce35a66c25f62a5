import type { FactFilter, ReportFact, ReportFacts } from "@trame/shared";
import type { Store } from "../store/open-store.ts";
import type { DaysAsked } from "../store/reports/report-reads.ts";
import { asOfMark } from "./report-days.ts";

/** What of the store facts are read from. */
export type FactSource = Pick<Store["reports"], "readDayMarks" | "readReportFacts">;

/** What is behind a figure, and from where on; `after` is what the page before gave, null for the first one. */
export interface FactPage extends DaysAsked {
  readonly filter: FactFilter;
  readonly after: FactPlace | null;
}

/** Behind which fact a page begins: so many of those of a moment (UTC ms) have been told. */
export interface FactPlace {
  readonly day: number;
  readonly at: number;
  readonly told: number;
}

/** Facts of one page. */
const PAGE = 200;
/** Days that are looked through for one page: what is rare may be on none of them, and the next page goes on. */
const DAYS_MAX = 31;

/** Reads a page of facts, day by day, and no further than it is full or many days were looked through ([RP10], [RP13]). */
export async function readFactPage(
  reports: FactSource,
  { filter, after, ...asked }: FactPage,
  now: number,
): Promise<ReportFacts> {
  const { days } = await reports.readDayMarks({ ...asked, from: after?.day ?? asked.from });
  const facts: ReportFact[] = [];
  for (const [index, mark] of days.entries()) {
    const { day } = mark;
    if (index === DAYS_MAX) return { facts, next: writePlace({ day, at: 0, told: 0 }) };
    const own = await reports.readReportFacts({ day, asOf: asOfMark(mark, now), filter });
    const left = after?.day === day ? own.slice(toldUntil(own, after)) : own;
    const taken = left.slice(0, PAGE - facts.length);
    facts.push(...taken);
    const isFull = facts.length === PAGE;
    if (isFull && (taken.length < left.length || mark !== days.at(-1))) {
      return { facts, next: placeAfter(own, { day, taken, start: own.length - left.length }) };
    }
  }
  return { facts, next: null };
}

/** How many facts of a day the pages before have told. */
function toldUntil(facts: readonly ReportFact[], { at, told }: FactPlace): number {
  const first = facts.findIndex((fact) => fact.at >= at);
  if (first < 0) return facts.length;
  const same = facts.filter((fact) => fact.at === at).length;
  return first + Math.min(told, same);
}

function placeAfter(
  facts: readonly ReportFact[],
  { day, taken, start }: { day: number; taken: readonly ReportFact[]; start: number },
): string {
  const at = taken.at(-1)?.at ?? 0;
  const end = start + taken.length;
  const told = facts.slice(0, end).filter((fact) => fact.at === at).length;
  return writePlace({ day, at, told });
}

function writePlace({ day, at, told }: FactPlace): string {
  return `${day}.${at}.${told}`;
}

/** Reads what a page gave back; null for what none did. */
export function parsePlace(text: string): FactPlace | null {
  const [, day, at, told] = /^(\d{1,6})\.(\d{1,15})\.(\d{1,9})$/.exec(text) ?? [];
  if (day === undefined) return null;
  return { day: Number(day), at: Number(at), told: Number(told) };
}
