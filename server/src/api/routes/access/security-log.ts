import { Type } from "@fastify/type-provider-typebox";
import { SECURITY_KEPT_DAYS } from "@trame/shared";
import type { Api, RouteDeps } from "../../api.ts";
import { At, OrNull } from "./schemas.ts";

const LineSchema = Type.Object({
  since: At,
  until: At,
  count: Type.Integer({ description: "How often it happened that day" }),
  code: Type.String({ description: "Of a refusal; `done`: it was let; `beyond`: too many others" }),
  who: OrNull(Type.String({ description: "As in the journal: `account:…`, `key:…`, `station:…`" })),
  from: OrNull(Type.String({ description: "Address" })),
  what: OrNull(Type.String({ description: "Method and route; null: a counter" })),
  about: OrNull(Type.String({ description: "The id of what it was about" })),
});

/** What was refused and changed of who may come in, for whoever manages access ([AC19]). */
export function routeSecurityLog(app: Api, { security }: RouteDeps): void {
  const schema = {
    tags: ["access"],
    summary: `Refusals, and changes of who may come in, of one day; kept for ${SECURITY_KEPT_DAYS} days`,
    querystring: Type.Object({
      day: Type.Optional(
        Type.String({
          pattern: "^\\d{4}-\\d{2}-\\d{2}$",
          description: "UTC; the latest that has lines when not given",
        }),
      ),
    }),
    response: {
      200: Type.Object({
        keptDays: Type.Integer(),
        days: Type.Array(Type.String()),
        day: OrNull(Type.String()),
        lines: Type.Array(LineSchema),
      }),
    },
  };
  app.get("/api/v1/security-log", { schema }, async ({ query }) => {
    const days = await security.days();
    const day = query.day ?? days[0] ?? null;
    const lines = day === null ? [] : await security.read(day);
    return { keptDays: SECURITY_KEPT_DAYS, days, day, lines };
  });
}
