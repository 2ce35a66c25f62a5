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
  backup: Type.Object({
    verifiedAt: Type.Union([Type.Integer(), Type.Null()], {
      description:
        "When the newest backup was restored beside and compared, UTC ms; null: none was",
    }),
    ageSeconds: Type.Union([Type.Integer(), Type.Null()]),
    failing: Type.Union([Type.String(), Type.Null()], {
      description:
        "Code of why none can be made, or copied to the second folder; null while all is well",
    }),
  }),
});

const PATIENCE_MS = 2_000;

export function routeHealth(app: Api, deps: RouteDeps): void {
  const { backups, failingSince, live, now, store, uiVersion, version } = deps;
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
    return {
      status: "ok" as const,
      version,
      uiVersion,
      uptimeSeconds,
      clock,
      backup: backupOf(backups, now()),
    };
  });
}

function backupOf({ backups }: RouteDeps["backups"], now: number) {
  const { failing, second, shelf } = backups;
  const { verifiedAt } = shelf;
  const ageSeconds =
    verifiedAt === null ? null : Math.max(0, Math.round((now - verifiedAt) / 1_000));
  return { verifiedAt, ageSeconds, failing: (failing ?? second.failing)?.code ?? null };
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
