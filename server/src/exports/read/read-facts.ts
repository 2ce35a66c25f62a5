import { type ExportKind, formatDay } from "@trame/shared";
import type { ExportAsked } from "../asked.ts";
import type { ExportHead } from "../book.ts";
import type { ExportFacts, KindFacts } from "../facts.ts";
import { readAttendance, readHourFacts, readStopFacts } from "./by-day.ts";
import { readLearning, readMinutes } from "./minutes.ts";
import { readNames } from "./names.ts";
import { readOrderFacts } from "./orders.ts";
import { readProduction } from "./production.ts";
import { readQuality } from "./quality.ts";
import { readSkillFacts } from "./skills.ts";
import { agesOf, type ExportSource, type ExportSpan, type Reports, readSpan } from "./span.ts";
import { readStory } from "./story.ts";

/** What is told as it stands, whatever the days. */
const AS_OF_NOW: readonly ExportKind[] = ["orders", "story", "skills"];

/** Reads what an export is made of. `now`: UTC ms, which tells only which days are over. */
export async function readFacts(
  store: ExportSource,
  asked: ExportAsked,
  now: number,
): Promise<ExportFacts> {
  const { reports } = store;
  const span = await readSpan(reports, asked, now);
  const { workshop, timeZone, names } = await readNames(reports, asked);
  const { kind, language, from, to, lineId, orderId, styleId } = asked;
  const ages = AS_OF_NOW.includes(kind) ? await ageOfOrders(reports, asked, span) : agesOf(span);
  return {
    head: {
      ...{ kind, language, workshop, timeZone },
      from: formatDay(from),
      to: formatDay(to),
      line: lineId === null ? null : (names.lines.get(lineId) ?? lineId),
      order: orderId,
      style: styleId === null ? null : (names.styles.get(styleId)?.name ?? styleId),
      ...ages,
    },
    names,
    body: await readKind(store, { ...asked, now, asOf: ages.asOf ?? 0 }, span),
  };
}

/** What is told as it stands is as old as the latest change of all. */
async function ageOfOrders(
  reports: Reports,
  { from }: ExportAsked,
  { isRefolding }: ExportSpan,
): Promise<Pick<ExportHead, "asOf" | "corrected" | "isRefolding">> {
  const { days } = await reports.readDayMarks({ from, to: Number.MAX_SAFE_INTEGER });
  const changes = days.map(({ changedAt }) => changedAt);
  return { asOf: changes.length === 0 ? null : Math.max(...changes), corrected: [], isRefolding };
}

type Asked = ExportAsked & { readonly now: number; readonly asOf: number };

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
      return { kind, read: await readOrderFacts(reports, await inMoments(reports, asked)) };
    case "quality":
      return { kind, read: await readQuality(store, span) };
    case "stops":
      return { kind, read: await readStopFacts(reports, span) };
    case "stitches":
      return { kind, read: await readHourFacts(reports, span) };
    case "attendance":
      return { kind, read: await readAttendance(store, span) };
    case "minutes":
      return { kind, read: await readMinutes(store, span) };
    case "story":
      return { kind, read: await readStory(reports, await inMoments(reports, asked)) };
    case "learning":
      return { kind, read: await readLearning(store, span) };
    case "skills":
      return { kind, read: await readSkillFacts(reports, asked.now) };
  }
}

/** When its working days begin and end: what is done at night is of the day on which the night began. */
async function inMoments(reports: Reports, { from, to, orderId, asOf }: Asked) {
  const [{ beginsAt }, { turnsAt }] = [
    await reports.readDayTurn(from),
    await reports.readDayTurn(to),
  ];
  return { orderId, asOf, span: { from: beginsAt, to: turnsAt } };
}
