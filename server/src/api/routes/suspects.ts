import { Type } from "@fastify/type-provider-typebox";
import { parseSuspectId } from "../../reports/suspect-id.ts";
import type { Api, RouteDeps } from "../api.ts";
import { RefusalSchema, refuse } from "../refuse.ts";

const WORDS = [
  { word: "accept", state: "accepted", isAccepted: true },
  { word: "reject", state: "rejected", isAccepted: false },
] as const;

/** A person's word on a jump that was withheld: it counts after all, or it never does. */
export function routeSuspects(app: Api, { now, store }: RouteDeps): void {
  for (const { word, state, isAccepted } of WORDS) {
    const schema = {
      summary: isAccepted ? "Counts a withheld jump" : "Drops a withheld jump",
      tags: ["counters"],
      params: Type.Object({ id: Type.String() }),
      response: {
        200: Type.Object({ id: Type.String(), state: Type.Literal(state) }),
        "4xx": RefusalSchema,
      },
    };
    const options = { schema };
    app.post(`/api/v1/suspects/:id/${word}`, options, async (request, reply) => {
      const { id } = request.params;
      const key = parseSuspectId(id);
      const isTaken = key !== null && (await store.judge(key, { isAccepted, now: now() }));
      return isTaken ? { id, state } : refuse(request, reply, { code: "suspect-unknown" });
    });
  }
}
