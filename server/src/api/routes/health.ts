import { Type } from "@fastify/type-provider-typebox";
import type { Api, RouteDeps } from "../api.ts";
import { RefusalSchema, refuse } from "../refuse.ts";

/** A refusal, and when it began. */
const FailingSchema = Type.Object({
  ...RefusalSchema.properties,
  status: Type.Optional(Type.Literal("failing")),
  failingAt: Type.Optional(
    Type.Integer({ description: "When the disk refused for the first time, UTC ms." }),
  ),
});

const HealthSchema = Type.Object({
  status: Type.Literal("ok"),
  version: Type.String(),
  /** Of the screens this server ships. */
  uiVersion: Type.String(),
  uptimeSeconds: Type.Number(),
  clock: Type.Integer({ description: "Rises by one in each writing transaction." }),
});

const PATIENCE_MS = 2_000;

export function routeHealth(app: Api, deps: RouteDeps): void {
  const { failingSince, live, now, store, uiVersion, version } = deps;
  const startedAt = now();
  const schema = {
    summary: "Whether the server and its store answer, and the disk takes what is written",
    tags: ["state"],
    response: { 200: HealthSchema, 503: FailingSchema },
  };
  app.get("/api/v1/health", { schema }, async (request, reply) => {
    const failingAt = failingSince();
    if (failingAt !== null) {
      const refusal = refuse(request, reply, { code: "disk-failing" });
      return { status: "failing" as const, failingAt, ...refusal };
    }
    const alive = Promise.all([live.readBoard(), store.waiting(), store.reports.readDay(0)]);
    const answer = await withinPatience(alive.catch(() => null));
    if (answer === null) return refuse(request, reply, { code: "store-silent" });
    const [{ clock }] = answer;
    const uptimeSeconds = Math.round((now() - startedAt) / 1_000);
    return { status: "ok" as const, version, uiVersion, uptimeSeconds, clock };
  });
}

async function withinPatience<Answer>(answer: Promise<Answer>): Promise<Answer | null> {
  const { promise: tooLate, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(resolve, PATIENCE_MS, null);
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
