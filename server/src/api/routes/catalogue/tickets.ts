import { Type } from "@fastify/type-provider-typebox";
import type { Api, RouteDeps } from "../../api.ts";
import { FaultySchema, refuseAnswer } from "../../faulty.ts";

const WORDS = [
  {
    word: "reprint",
    command: "reprintTicket",
    summary: "Gives a bundle a ticket with a new number; the old one is replaced",
  },
  { word: "void", command: "voidTicket", summary: "Takes a ticket's validity" },
] as const;

const TicketSchema = Type.Object({
  code: Type.String({ description: "As people read it: `118-241-K`" }),
  orderId: Type.String(),
  number: Type.Integer({ description: "Within the order" }),
});

/** Tickets that were lost, torn or printed by mistake. */
export function routeTickets(app: Api, { now, store }: RouteDeps): void {
  for (const { word, command, summary } of WORDS) {
    const schema = {
      summary,
      tags: ["orders"],
      params: Type.Object({ code: Type.String({ maxLength: 64 }) }),
      response: { 200: TicketSchema, "4xx": FaultySchema },
    };
    const options = { schema };
    app.post(`/api/v1/bundles/:code/${word}`, options, async (request, reply) => {
      const answer = await store[command](request.params.code, now());
      if (answer.ok) return answer.value;
      return refuseAnswer(request, reply, { code: "order-invalid", answer });
    });
  }
}
