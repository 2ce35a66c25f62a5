import { Type } from "@fastify/type-provider-typebox";
import { formatCode } from "@trame/shared";
import { countLabels, TICKET_LABELS_MAX } from "../../../paper/ticket.ts";
import { ticketsJobOf } from "../../../paper/tickets-job.ts";
import type { TicketsRead } from "../../../store/catalogue/ticket-reads.ts";
import type { Api, RouteDeps } from "../../api.ts";
import { languageOf } from "../../language.ts";
import { type Refusal, RefusalSchema, refuse } from "../../refuse.ts";
import { BUNDLE_NUMBERS, parseBundleNumbers } from "./bundle-numbers.ts";
import { PdfSchema, sendPdf } from "./send-pdf.ts";

/** Tickets of an order on paper. */
export function routeTicketsPdf(app: Api, { paper, store }: RouteDeps): void {
  const schema = {
    summary: "The valid tickets of an order, to print",
    tags: ["orders"],
    params: Type.Object({ id: Type.String({ maxLength: 64 }) }),
    querystring: Type.Object({
      format: Type.Optional(
        Type.Union([Type.Literal("a4"), Type.Literal("label")], {
          description: "Sheets of eight, or labels of 62 × 100 mm; a4 if absent",
        }),
      ),
      bundles: Type.Optional(
        Type.String({
          maxLength: 1_000,
          pattern: BUNDLE_NUMBERS,
          description: "Numbers on the tickets, `117,118` or `100-117`; all if absent",
        }),
      ),
      lang: Type.Optional(Type.Union([Type.Literal("fr"), Type.Literal("en")])),
    }),
    response: { 200: PdfSchema, "4xx": RefusalSchema, 503: RefusalSchema },
  };
  app.get("/api/v1/orders/:id/tickets.pdf", { schema }, async (request, reply) => {
    const { id } = request.params;
    const { format = "a4", bundles, lang } = request.query;
    const numbers = bundles === undefined ? null : parseBundleNumbers(bundles);
    const read = await store.reports.readTickets(id, numbers);
    if (read === null) return refuse(request, reply, { code: "order-unknown", blanks: { id } });
    const refusal = findRefusal(read, numbers);
    if (refusal !== null) return refuse(request, reply, refusal);
    const language = lang ?? languageOf(request.headers["accept-language"]);
    const job = ticketsJobOf(read, { format, language });
    if (countLabels(job.tickets) > TICKET_LABELS_MAX) {
      const blanks = { max: TICKET_LABELS_MAX };
      return refuse(request, reply, { code: "tickets-too-many", path: "/bundles", blanks });
    }
    const bytes = await paper.tickets(job);
    if (bytes === null) return refuse(request, reply, { code: "paper-busy" });
    return sendPdf(reply, bytes, `tickets-${read.order.id}.pdf`);
  });
}

function findRefusal(
  { order, tickets }: TicketsRead,
  numbers: readonly number[] | null,
): Refusal | null {
  const path = "/bundles";
  const codeOf = (bundle: number): string => formatCode({ order: order.order.number, bundle });
  const found = new Set(tickets.map(({ number }) => number));
  const missing = numbers?.find((number) => !found.has(number));
  if (missing !== undefined) {
    return { code: "ticket-unknown", path, blanks: { code: codeOf(missing) } };
  }
  const ended = tickets.find(({ state }) => state !== "valid");
  if (ended !== undefined) {
    return { code: "ticket-ended", path, blanks: { code: codeOf(ended.number) } };
  }
  if (tickets.length > 0) return null;
  return { code: "tickets-none", blanks: { id: order.id } };
}
