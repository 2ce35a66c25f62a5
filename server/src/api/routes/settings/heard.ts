import { Type } from "@fastify/type-provider-typebox";
import { type DayNumber, formatDay } from "@trame/shared";
import type { Api, RouteDeps } from "../../api.ts";
import { readDayOf } from "../../day-of.ts";
import { RefusalSchema, refuse } from "../../refuse.ts";

/** As many days as the reader keeps of counters: more would be read anew for each look. */
const DAYS = 5;
/** A closing in summer is not gone through further. */
const DAYS_BACK = 40;

const HeardSchema = Type.Object({
  days: Type.Array(Type.String(), {
    description: "Working days, ascending; the last one is today",
  }),
  machines: Type.Array(
    Type.Object({
      stationId: Type.String(),
      name: Type.String(),
      heard: Type.Array(Type.Union([Type.Number(), Type.Null()]), {
        description: "Share of the working time until now, by day; null without a counter then",
      }),
    }),
  ),
});

/** How much of the last working days each counter was heard. */
export function routeHeard(app: Api, deps: RouteDeps): void {
  const { now, store } = deps;
  const schema = {
    summary: "How much of the working time of the last days each counter was heard",
    tags: ["supervising"],
    response: { 200: HeardSchema, "4xx": RefusalSchema },
  };
  app.get("/api/v1/machines/heard", { schema }, async (request, reply) => {
    const today = await readDayOf(undefined, deps);
    if (typeof today !== "number") return refuse(request, reply, today);
    const { days, read } = await readLastDays(deps, today);
    const versions = await store.plans();
    const plan = versions.findLast(({ from }) => from <= now())?.plan;
    const stations = (plan?.lines ?? []).flatMap((line) => line.stations);
    const machines = stations.map(({ id, name }) => ({
      ...{ stationId: id, name },
      heard: read.map((of) => {
        const own = of.find(({ stationId }) => stationId === id);
        return own === undefined ? null : own.heardMs / own.countedMs;
      }),
    }));
    return { days, machines };
  });
}

/** One day after the other, so that the reader serves others in between; days without work are passed over. */
async function readLastDays({ now, store }: RouteDeps, today: DayNumber) {
  const read: Awaited<ReturnType<RouteDeps["store"]["reports"]["readHeard"]>>[] = [];
  const days: string[] = [];
  for (let day = today; day > today - DAYS_BACK && days.length < DAYS; day -= 1) {
    const heard = await store.reports.readHeard({ day, now: now() });
    if (heard.length === 0) continue;
    days.unshift(formatDay(day));
    read.unshift(heard);
  }
  return { days, read };
}
