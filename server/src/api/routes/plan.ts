import { Type } from "@fastify/type-provider-typebox";
import { PlanSchema } from "@trame/shared/schemas";
import type { Api, RouteDeps } from "../api.ts";
import { readMoment } from "../moments.ts";
import { RefusalSchema, refuse } from "../refuse.ts";

export function routePlan(app: Api, deps: RouteDeps): void {
  const schema = {
    summary: "The plan in force, without secrets",
    tags: ["plan"],
    querystring: Type.Object({
      at: Type.Optional(
        Type.String({ description: "RFC 3339 with its offset, or a day; now if absent" }),
      ),
    }),
    response: { 200: PlanSchema, "4xx": RefusalSchema },
  };
  app.get("/api/v1/plan", { schema }, async (request, reply) => {
    const { at: text } = request.query;
    const at = await readMoment(text, deps);
    if (at === null) {
      return refuse(request, reply, {
        code: "moment-invalid",
        path: "/at",
        blanks: { value: text ?? "" },
      });
    }
    const version = (await deps.store.plans()).findLast(({ from }) => from <= at);
    return version?.plan ?? refuse(request, reply, { code: "plan-none" });
  });
}
