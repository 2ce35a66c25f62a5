import { Type } from "@fastify/type-provider-typebox";
import {
  formatDay,
  type LearningCurve,
  learningCurve,
  type OrderMinutes,
  orderMinutes,
  styleDayOf,
} from "@trame/shared";
import { createOneByOne } from "../../../one-by-one.ts";
import { type ReportDay, readReportDays } from "../../../reports/report-days.ts";
import type { Api, RouteDeps } from "../../api.ts";
import { RefusalSchema, refuse } from "../../refuse.ts";
import { answering } from "../floor/card-schemas.ts";
import { LearningSchema, MinutesSchema } from "./minutes-schemas.ts";

const IdSchema = Type.Object({ id: Type.String({ maxLength: 64 }) });
const DAY_MS = 86_400_000;
/** Older days are no part of what is made now. */
const DAYS_BACK = 400;
/** Who wait while one reads up to 400 days. */
const WAITING_MAX = 4;

/** What an order took against what it may take, and how a style is learnt. */
export function routeMinutes(app: Api, { now, store }: RouteDeps): void {
  const inTurn = createOneByOne();
  let waiting = 0;

  /** What was made between two moments, day by day; null where too many wait for as much already ([OD15]). */
  function daysBetween(since: number, until: number): Promise<readonly ReportDay[] | null> {
    if (waiting > WAITING_MAX) return Promise.resolve(null);
    waiting += 1;
    const to = Math.floor(until / DAY_MS) + 1;
    const from = Math.max(Math.floor(since / DAY_MS) - 1, to - DAYS_BACK);
    const read = () => readReportDays(store, { from, to }, now());
    return inTurn(read)
      .then(({ days }) => days)
      .finally(() => (waiting -= 1));
  }

  const minutes = {
    summary: "Minutes spent on an order against those it may take, per operation and in total",
    tags: ["orders"],
    params: IdSchema,
    response: {
      200: answering<OrderMinutes>(MinutesSchema),
      "4xx": RefusalSchema,
      503: RefusalSchema,
    },
  };
  app.get("/api/v1/orders/:id/minutes", { schema: minutes }, async (request, reply) => {
    const { id } = request.params;
    const stored = await store.reports.readOrder(id);
    if (stored === null) return refuse(request, reply, { code: "order-unknown", blanks: { id } });
    const days = await daysBetween(stored.givenAt, stored.closedAt ?? now());
    if (days === null) return refuse(request, reply, { code: "minutes-busy" });
    const rows = days.flatMap(({ body }) => body.rows.filter(({ orderId }) => orderId === id));
    const routings = await store.reports.readRoutings(null);
    return orderMinutes({ order: stored.order, routings }, rows);
  });

  const learning = {
    summary: "How a style is learnt: T(n) = T(1) × n^log2(r); the group's figure, never a person's",
    tags: ["catalogue"],
    params: IdSchema,
    response: {
      200: answering<LearningCurve>(LearningSchema),
      "4xx": RefusalSchema,
      503: RefusalSchema,
    },
  };
  app.get("/api/v1/styles/:id/learning", { schema: learning }, async (request, reply) => {
    const { id } = request.params;
    const styles = await store.reports.readStyles();
    if (!styles.some((style) => style.id === id)) {
      return refuse(request, reply, { code: "style-absent", blanks: { id } });
    }
    const days = await daysBetween(0, now());
    if (days === null) return refuse(request, reply, { code: "minutes-busy" });
    const rowsOf = ({ body }: ReportDay) => body.rows.filter(({ styleId }) => styleId === id);
    return learningCurve(days.map((each) => styleDayOf(formatDay(each.day), rowsOf(each))));
  });
}
