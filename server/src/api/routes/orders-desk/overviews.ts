import { Type } from "@fastify/type-provider-typebox";
import { stationState } from "@trame/shared";
import type {
  OneOverview,
  OrderOverview,
  OverviewAsked,
} from "../../../store/orders-desk/overview-read.ts";
import type { Api, RouteDeps } from "../../api.ts";
import { RefusalSchema, refuse } from "../../refuse.ts";
import { answering } from "../floor/card-schemas.ts";
import { OverviewSchema, OverviewsSchema } from "./overview-schemas.ts";

interface Overviews {
  readonly orders: readonly OrderOverview[];
}

/** Orders at a glance: how far, until when, and what holds them back. */
export function routeOrderOverviews(app: Api, { live, now, store }: RouteDeps): void {
  async function asked(): Promise<OverviewAsked> {
    const { stations, windows } = await live.readBoard();
    const moment = { now: now(), windows };
    const stopped = stations
      .filter((row) => stationState(row, moment).state === "stopped")
      .map(({ stationId }) => stationId);
    return { now: moment.now, stopped };
  }

  const listing = {
    summary: "Orders at a glance: progress, forecast end against the due day, what delays them",
    tags: ["orders"],
    querystring: Type.Object({
      state: Type.Optional(
        Type.Union([Type.Literal("open"), Type.Literal("closed"), Type.Literal("all")], {
          description: "open if absent",
        }),
      ),
    }),
    response: { 200: answering<Overviews>(OverviewsSchema), "4xx": RefusalSchema },
  };
  app.get(
    "/api/v1/orders/overview",
    { schema: listing },
    async ({ query: { state = "open" } }) => ({
      orders: await store.reports.readOrdersOverview(state, await asked()),
    }),
  );

  const reading = {
    summary: "An order at a glance, with what waits for each operation",
    tags: ["orders"],
    params: Type.Object({ id: Type.String({ maxLength: 64 }) }),
    response: { 200: answering<OneOverview>(OverviewSchema), "4xx": RefusalSchema },
  };
  app.get("/api/v1/orders/:id/overview", { schema: reading }, async (request, reply) => {
    const { id } = request.params;
    const one = await store.reports.readOrderOverview(id, await asked());
    return one ?? refuse(request, reply, { code: "order-unknown", blanks: { id } });
  });
}
