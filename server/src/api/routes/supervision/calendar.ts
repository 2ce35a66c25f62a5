import { type Static, Type } from "@fastify/type-provider-typebox";
import { type DayNumber, findPlanFaults, formatDay, type Plan } from "@trame/shared";
import { CalendarSchema } from "@trame/shared/schemas";
import {
  type CalendarDayRow,
  createCalendarDays,
  type DayRange,
} from "../../../reports/calendar-days.ts";
import type { Api, RouteDeps } from "../../api.ts";
import { readDayOf } from "../../day-of.ts";
import { FaultySchema, refuseAnswer, refuseShape } from "../../faulty.ts";
import { readMoment } from "../../moments.ts";
import { type Refusal, RefusalSchema, refuse } from "../../refuse.ts";
import { answering } from "../floor/card-schemas.ts";

const URL = "/api/v1/calendar";
const DAYS_MAX = 400;

const Label = Type.Object({ fr: Type.String(), en: Type.String() });
const Spans = Type.Array(Type.Object({ from: Type.Integer(), to: Type.Integer() }), {
  description: "Half-open spans of UTC ms",
});
const RegionOrNull = Type.Union([Type.Literal("FR"), Type.Literal("FR-ALS"), Type.Null()]);

const AnswerSchema = Type.Object({
  timeZone: Type.String(),
  shifts: CalendarSchema.properties.shifts,
  holidays: RegionOrNull,
  exceptions: Type.Array(Type.Unknown()),
  days: Type.Array(
    Type.Object({
      day: Type.String(),
      kind: Type.Union(
        (["working", "off", "holiday", "exception"] as const).map((kind) => Type.Literal(kind)),
      ),
      label: Type.Union([Label, Type.Null()], {
        description: "Of the holiday, the exception, or that no plan was in force",
      }),
      windows: Spans,
      shifts: Spans,
    }),
  ),
});

interface Answer {
  timeZone: string;
  shifts: Plan["calendar"]["shifts"];
  holidays: Plan["calendar"]["holidays"] | null;
  exceptions: NonNullable<Plan["calendar"]["exceptions"]>;
  days: CalendarDayRow[];
}

const Range = Type.Object({
  from: Type.Optional(Type.String({ description: "YYYY-MM-DD; the month's first day if absent" })),
  to: Type.Optional(Type.String({ description: "YYYY-MM-DD, inside; the month's last if absent" })),
  at: Type.Optional(
    Type.String({ description: "As of when, RFC 3339 with its offset, or a day; now if absent" }),
  ),
});

/** The working calendar, day by day, and a new one of the same plan. */
export function routeCalendar(app: Api, deps: RouteDeps): void {
  routeReading(app, deps);
  routeWriting(app, deps);
}

function routeReading(app: Api, deps: RouteDeps): void {
  const schema = {
    summary: "The working calendar, and what it makes of each day; at most 400",
    tags: ["plan"],
    querystring: Range,
    response: { 200: answering<Answer>(AnswerSchema), "4xx": RefusalSchema },
  };
  app.get(URL, { schema }, async (request, reply) => {
    const range = await readRange(request.query, deps);
    if ("code" in range) return refuse(request, reply, range);
    const at = await readMoment(request.query.at, deps);
    if (at === null) {
      const blanks = { value: request.query.at ?? "" };
      return refuse(request, reply, { code: "moment-invalid", path: "/at", blanks });
    }
    const answer = await readCalendar(deps, range, at);
    return answer ?? refuse(request, reply, { code: "plan-none" });
  });
}

function routeWriting(app: Api, deps: RouteDeps): void {
  const { devices, now, store } = deps;
  const schema = {
    summary: "Replaces the calendar of the plan in force from a moment on",
    tags: ["plan"],
    querystring: Type.Object({
      from: Type.Optional(
        Type.String({ description: "RFC 3339 with its offset, or a day; now if absent" }),
      ),
    }),
    body: CalendarSchema,
    response: { 200: answering<Answer>(AnswerSchema), "4xx": FaultySchema },
  };
  const options = { schema, attachValidation: true };
  app.put(URL, options, async (request, reply) => {
    const refused = refuseShape(request, reply, "calendar-invalid");
    if (refused !== null) return refused;
    const from = await readMoment(request.query.from, deps);
    if (from === null) {
      const blanks = { value: request.query.from ?? "" };
      return refuse(request, reply, { code: "moment-invalid", path: "/from", blanks });
    }
    const before = (await store.plans()).findLast((version) => version.from <= from)?.plan;
    if (before === undefined) return refuse(request, reply, { code: "plan-none" });
    const plan = { ...before, calendar: request.body };
    const faults = findPlanFaults(plan).filter(({ path }) => path.startsWith("/calendar"));
    if (faults.length > 0) {
      const answer = { faults };
      return refuseAnswer(request, reply, { code: "calendar-invalid", answer, under: "/calendar" });
    }
    await store.putPlan({ from, plan, secrets: [] }, now());
    await devices.refresh();
    const range = monthOf(await dayOfNow(deps));
    return (await readCalendar(deps, range, from)) ?? refuse(request, reply, { code: "plan-none" });
  });
}

/** The calendar as it is at a moment, with some days; null before the first plan. */
async function readCalendar(
  { store }: RouteDeps,
  range: DayRange,
  at: number,
): Promise<Answer | null> {
  const versions = await store.plans();
  const plan = versions.findLast(({ from }) => from <= at)?.plan;
  if (plan === undefined) return null;
  const { shifts, holidays = null, exceptions = [] } = plan.calendar;
  const { timeZone } = plan.workshop;
  return { timeZone, shifts, holidays, exceptions, days: createCalendarDays(versions, range) };
}

async function readRange(
  query: Static<typeof Range>,
  deps: RouteDeps,
): Promise<DayRange | Refusal> {
  const today = await dayOfNow(deps);
  const month = monthOf(today);
  const from = query.from === undefined ? month.from : await readDayOf(query.from, deps);
  if (typeof from !== "number") return { ...from, path: "/from" };
  const to = query.to === undefined ? monthOf(from).to : await readDayOf(query.to, deps);
  if (typeof to !== "number") return { ...to, path: "/to" };
  const blanks = { from: formatDay(from), to: formatDay(to), count: DAYS_MAX };
  if (to < from) return { code: "range-reversed", path: "/to", blanks };
  if (to - from >= DAYS_MAX) return { code: "range-too-long", path: "/to", blanks };
  return { from, to };
}

async function dayOfNow(deps: RouteDeps): Promise<DayNumber> {
  const day = await readDayOf(undefined, deps);
  if (typeof day !== "number") throw new RangeError("no working day of now");
  return day;
}

/** The calendar month around a day. */
function monthOf(day: DayNumber): DayRange {
  const date = Temporal.PlainDate.from(formatDay(day));
  const from = day - date.day + 1;
  return { from, to: from + date.daysInMonth - 1 };
}
