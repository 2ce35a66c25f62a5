import { type Static, Type } from "@fastify/type-provider-typebox";
import { type DayNumber, formatDay } from "@trame/shared";
import { goneFault, readDayOf } from "../../day-of.ts";
import type { HttpDeps } from "../../deps.ts";
import type { Refusal } from "../../refuse.ts";

/** Days that one report tells at most. */
const DAYS_MAX = 400;

/** What days a report is about. */
export const DaySpanQuery = {
  from: Type.Optional(
    Type.String({ description: "YYYY-MM-DD; `to` if absent, today's working day without both" }),
  ),
  to: Type.Optional(Type.String({ description: "YYYY-MM-DD, inside; `from` if absent" })),
};

/** Names a line, a station, an order or a style. */
export const IdQuery = Type.Optional(Type.String({ maxLength: 64 }));

type Query = Static<typeof Query>;
const Query = Type.Object(DaySpanQuery);

/** Both included. */
export interface DaySpan {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

/** The working days that a request names, at most 400, not all of them gone; today's if it names none. */
export async function readDaySpan(
  query: Query,
  deps: Pick<HttpDeps, "live" | "store">,
): Promise<DaySpan | Refusal> {
  const from = await readDayOf(query.from ?? query.to, deps);
  if (typeof from !== "number") {
    return { ...from, path: query.from === undefined ? "/to" : "/from" };
  }
  const to = query.to === undefined ? from : await readDayOf(query.to, deps);
  if (typeof to !== "number") return { ...to, path: "/to" };
  const blanks = { from: formatDay(from), to: formatDay(to), count: DAYS_MAX };
  if (to < from) return { code: "range-reversed", path: "/to", blanks };
  if (to - from >= DAYS_MAX) return { code: "range-too-long", path: "/to", blanks };
  const gone = await goneFault(to, deps);
  return gone === null ? { from, to } : { ...gone, path: "/to" };
}
