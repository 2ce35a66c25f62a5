import { Type } from "@fastify/type-provider-typebox";
import type { CartonsJob } from "../../../paper/carton.ts";
import { cartonsJobOf } from "../../../paper/cartons-job.ts";
import type { Api, RouteDeps } from "../../api.ts";
import { languageOf } from "../../language.ts";
import { type Answering, type Asked, RefusalSchema, refuse } from "../../refuse.ts";
import { PdfSchema, sendPdf } from "../paper/send-pdf.ts";
import { wholeNumber } from "./whole-number.ts";

const IdSchema = Type.Object({ id: Type.String({ maxLength: 64 }) });
const LanguageSchema = Type.Object({
  lang: Type.Optional(Type.Union([Type.Literal("fr"), Type.Literal("en")])),
});
const response = { 200: PdfSchema, "4xx": RefusalSchema, 503: RefusalSchema };

/** What goes on and with cartons. */
export function routeCartonPapers(app: Api, { paper, store }: RouteDeps): void {
  interface Wanted {
    readonly form: CartonsJob["form"];
    readonly id: string;
    readonly number: number | null;
    readonly lang: "fr" | "en" | undefined;
  }

  /** The document; a refusal where there is nothing to print. */
  async function print(request: Asked, reply: Replying, { form, id, number, lang }: Wanted) {
    const read = await store.reports.readCartons(id);
    if (read === null) return refuse(request, reply, { code: "order-unknown", blanks: { id } });
    const styles = new Map((await store.reports.readStyles()).map((each) => [each.id, each.name]));
    const language = lang ?? languageOf(request.headers["accept-language"]);
    const asked = { orderId: id, form, number, language };
    const job = cartonsJobOf(read, asked, (styleId) => styles.get(styleId) ?? styleId);
    if (job.cartons.length === 0) {
      return number === null
        ? refuse(request, reply, { code: "cartons-none", blanks: { id } })
        : refuse(request, reply, { code: "carton-unknown", blanks: { id, number } });
    }
    const bytes = await paper.cartons(job);
    if (bytes === null) return refuse(request, reply, { code: "paper-busy" });
    return sendPdf(reply, bytes, `${form === "list" ? "colisage" : "cartons"}-${id}.pdf`);
  }

  const list = {
    summary: "The packing list of an order's closed cartons, to print",
    tags: ["orders"],
    params: IdSchema,
    querystring: LanguageSchema,
    response,
  };
  app.get("/api/v1/orders/:id/packing-list.pdf", { schema: list }, (request, reply) => {
    const { id } = request.params;
    return print(request, reply, { form: "list", id, number: null, lang: request.query.lang });
  });

  const labels = {
    summary: "Labels of an order's closed cartons, to print: all, or one",
    tags: ["orders"],
    params: IdSchema,
    querystring: Type.Object({
      ...LanguageSchema.properties,
      number: Type.Optional(wholeNumber("Of the carton; all if absent")),
    }),
    response,
  };
  app.get("/api/v1/orders/:id/carton-labels.pdf", { schema: labels }, (request, reply) => {
    const { id } = request.params;
    const { number: asked, lang } = request.query;
    const number = asked === undefined ? null : Number(asked);
    return print(request, reply, { form: "labels", id, number, lang });
  });
}

type Replying = Answering & Parameters<typeof sendPdf>[0];
