import { formatDay } from "@trame/shared";
import type { ExportAsked } from "../asked.ts";
import type { ExportHead } from "../book.ts";
import type { ExportFacts, KindFacts } from "../facts.ts";
import { readAttendance, readHourFacts, readStopFacts } from "./by-day.ts";
import { readNames } from "./names.ts";
import { readOrderFacts } from "./orders.ts";
import { readProduction } from "./production.ts";
import { readQuality } from "./quality.ts";
import { agesOf, type ExportSource, type ExportSpan, type Reports, readSpan } from "./span.ts";

/** Reads what an export is made of. `now`: UTC ms, which tells only which days are over. */
export async function readFacts(
  store: ExportSource,
  asked: ExportAsked,
  now: number,
): Promise<ExportFacts> {
  const { reports } = store;
  const span = await readSpan(reports, asked, now);
  const { workshop, timeZone, names } = await readNames(reports, asked);
  const { kind, language, from, to } = asked;
  return {
    head: {
      ...{ kind, language, workshop, timeZone },
      from: formatDay(from),
      to: formatDay(to),
      ...(kind === "orders" ? await ageOfOrders(reports, asked, span) : agesOf(span)),
    },
    names,
    body: await readKind(store, { ...asked, timeZone }, span),
  };
}

/** Orders are told as they stand now, whatever the span: their age is that of the latest change of all. */
async function ageOfOrders(
  reports: Reports,
  { from }: ExportAsked,
  { isRefolding }: ExportSpan,
): Promise<Pick<ExportHead, "asOf" | "corrected" | "isRefolding">> {
  const { days } = await reports.readDayMarks({ from, to: Number.MAX_SAFE_INTEGER });
  const changes = days.map(({ changedAt }) => changedAt);
  return { asOf: changes.length === 0 ? null : Math.max(...changes), corrected: [], isRefolding };
}

type Asked = ExportAsked & { readonly timeZone: string };

async function readKind(store: ExportSource, asked: Asked, span: ExportSpan): Promise<KindFacts> {
  const { kind, from, to } = asked;
  const { reports } = store;
  switch (kind) {
    case "production":
      return {
        kind,
        read: await readProduction(store, span, { from: formatDay(from), to: formatDay(to) }),
      };
    case "orders":
      return { kind, read: await readOrderFacts(reports, asked) };
    case "quality":
      return { kind, read: await readQuality(store, span) };
    case "stops":
      return { kind, read: await readStopFacts(reports, span) };
    case "stitches":
      return { kind, read: await readHourFacts(reports, span) };
    case "attendance":
      return { kind, read: await readAttendance(store, span) };
  }
}
