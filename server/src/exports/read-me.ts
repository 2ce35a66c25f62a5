import type { Book } from "./book.ts";
import { createFormats } from "./formats.ts";
import { exportWords } from "./words.ts";

/** A line of the sheet that says what the others are. */
export interface ReadMeLine {
  readonly term: string;
  readonly text: string;
}

/** Workshop, span, age, versions, and each formula in words ([EX6]). */
export function readMeLines({ head, formulas }: Book): ReadMeLine[] {
  const { language, timeZone, from, to, asOf, corrected, isRefolding } = head;
  const { columns, readMe } = exportWords[language];
  const { day, moment } = createFormats(language, timeZone);
  const versions = corrected.map((of) => readMe.corrected(day(of.day), of.version, moment(of.at)));
  return [
    { term: readMe.workshop, text: head.workshop },
    {
      term: readMe.span,
      text: from === to ? readMe.oneDay(day(from)) : readMe.days(day(from), day(to)),
    },
    ...(head.line === null ? [] : [{ term: columns.line, text: head.line }]),
    ...(head.order === null ? [] : [{ term: columns.order, text: head.order }]),
    ...(head.style === null ? [] : [{ term: columns.style, text: head.style }]),
    { term: readMe.asOf, text: asOf === null ? readMe.noData : readMe.asOfAt(moment(asOf)) },
    { term: readMe.zone, text: readMe.zoneIs(timeZone) },
    ...(versions.length > 0 ? versions : [readMe.uncorrected]).map((text) => ({
      term: readMe.version,
      text,
    })),
    ...(isRefolding ? [{ term: readMe.refolding, text: readMe.isRefolding }] : []),
    ...formulas.map((text) => ({ term: readMe.formula, text })),
  ];
}
