import { Type } from "@fastify/type-provider-typebox";
import type { RefusalCode } from "@trame/shared";
import type { Api, RouteDeps } from "../api.ts";
import { RefusalSchema, refuse } from "../refuse.ts";

const WORDS = [
  { word: "release", state: "released", summary: "Takes a message in as a late one" },
  { word: "dismiss", state: "dismissed", summary: "Lets a message go" },
] as const;

const REFUSED = {
  "not-found": "quarantine-unknown",
  "not-open": "quarantine-closed",
  unreadable: "quarantine-unreadable",
} as const satisfies Record<string, RefusalCode>;

/** A person's word on a message that could not be read. */
export function routeQuarantineWords(app: Api, { now, store }: RouteDeps): void {
  for (const { word, state, summary } of WORDS) {
    const schema = {
      summary,
      tags: ["quarantine"],
      params: Type.Object({ id: Type.String() }),
      response: {
        200: Type.Object({ id: Type.Integer(), state: Type.Literal(state) }),
        "4xx": RefusalSchema,
      },
    };
    const options = { schema };
    app.post(`/api/v1/quarantine/:id/${word}`, options, async (request, reply) => {
      const id = /^\d{1,15}$/.test(request.params.id) ? Number(request.params.id) : 0;
      const answer = await store[word](id, now());
      return answer === "done" ? { id, state } : refuse(request, reply, { code: REFUSED[answer] });
    });
  }
}
