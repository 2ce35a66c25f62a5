import { Type } from "@fastify/type-provider-typebox";
import type { Verified } from "../../../journal/start-journal-watch.ts";
import type { Api, RouteDeps } from "../../api.ts";
import { RefusalSchema } from "../../refuse.ts";
import { At, answering, TextOrNull } from "../floor/card-schemas.ts";

const FaultSchema = Type.Object({
  kind: Type.String({
    description: "changed, moved, inserted, removed, gap, cut, rewritten, unaccounted",
  }),
  n: Type.Integer({ description: "Number of the line; of the last that is left, for cut" }),
  at: Type.Union([At, Type.Null()]),
  of: Type.Union([Type.String(), Type.Null()], { description: "What the line is" }),
  lines: Type.Integer({ description: "Lines that are gone; else 1" }),
});

const VerifiedSchema = Type.Object({
  at: At,
  lines: Type.Integer(),
  head: TextOrNull,
  isSealed: Type.Boolean(),
  faults: Type.Array(FaultSchema, { description: "The first 50" }),
  faultCount: Type.Integer(),
  headsMet: Type.Integer({ description: "Heads that were noted apart and are in the journal" }),
  letGo: Type.Optional(
    Type.Integer({
      description: "Lines that went since they were older than the workshop keeps them",
    }),
  ),
  restores: Type.Integer(),
});

const VerificationSchema = Type.Object({
  last: Type.Union([VerifiedSchema, Type.Null()], { description: "null before the first" }),
});

/** Whether the journal is as it was written, as of the last night ([JC6]). */
export function routeVerification(app: Api, { journal }: RouteDeps): void {
  const schema = {
    summary: "When the journal was last read whole, and what was found",
    tags: ["journal"],
    response: {
      200: answering<{ readonly last: Verified | null }>(VerificationSchema),
      "4xx": RefusalSchema,
    },
  };
  app.get("/api/v1/journal/verification", { schema }, async () => ({ last: await journal.last() }));
}
