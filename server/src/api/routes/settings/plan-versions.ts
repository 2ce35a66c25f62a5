import { Type } from "@fastify/type-provider-typebox";
import type { Api, RouteDeps } from "../../api.ts";

const At = Type.Integer({ description: "UTC ms" });

/** Since when plans hold: whoever changes one sees which later one takes its place. */
export function routePlanVersions(app: Api, { now, store }: RouteDeps): void {
  const schema = {
    summary: "From when each plan holds",
    tags: ["plan"],
    response: {
      200: Type.Object({
        now: At,
        froms: Type.Array(At, { description: "Ascending; each holds until the next" }),
      }),
    },
  };
  app.get("/api/v1/plan/versions", { schema }, async () => ({
    now: now(),
    froms: (await store.plans()).map(({ from }) => from),
  }));
}
