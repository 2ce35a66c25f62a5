import { Type } from "@fastify/type-provider-typebox";
import { personal } from "@trame/shared/schemas";
import type { FastifyRequest } from "fastify";
import type { Api, RouteDeps } from "../../api.ts";
import { languageOf } from "../../language.ts";
import { RefusalSchema, refuse } from "../../refuse.ts";
import { sendPdf } from "./send-pdf.ts";

const Badges = personal(Type.Unsafe<Buffer>({ description: "PDF" }));
const BadgesSchema = { content: { "application/pdf": { schema: Badges } } };

/** Badges on paper; who has which is nobody's business but the supervisor's. */
export function routeBadgesPdf(app: Api, { paper, store }: RouteDeps): void {
  const schema = {
    summary: "Badges, to print: everybody's, or those of some",
    tags: ["people"],
    querystring: Type.Object({
      ids: Type.Optional(
        Type.String({ maxLength: 4_000, description: "Of operators, `fleur,lune`; all if absent" }),
      ),
      lang: Type.Optional(Type.Union([Type.Literal("fr"), Type.Literal("en")])),
    }),
    response: { 200: BadgesSchema, "4xx": RefusalSchema, 503: RefusalSchema },
  };
  const config = { look: { what: "badges", isEach: true, about: ofOne } } as const;
  const options = { schema, config };
  app.get("/api/v1/operators/badges.pdf", options, async (request, reply) => {
    const { ids, lang } = request.query;
    const wanted = ids?.split(",") ?? null;
    const operators = await store.reports.readOperators();
    const known = new Set(operators.map(({ id }) => id));
    const unknown = wanted?.find((id) => !known.has(id));
    if (unknown !== undefined) {
      const blanks = { id: unknown };
      return refuse(request, reply, { code: "operator-unknown", path: "/ids", blanks });
    }
    const badges = operators
      .filter(({ id }) => wanted === null || wanted.includes(id))
      .map(({ badge, pseudonym, pictogram = null }) => ({ badge, pseudonym, pictogram }));
    if (badges.length === 0) return refuse(request, reply, { code: "badges-none" });
    const language = lang ?? languageOf(request.headers["accept-language"]);
    const bytes = await paper.badges({ badges, language });
    if (bytes === null) return refuse(request, reply, { code: "paper-busy" });
    return sendPdf(reply, bytes, "badges.pdf");
  });
}

/** Of whom they are printed, where they are of one person. */
function ofOne({ query }: FastifyRequest): string | null {
  const { ids } = Object(query);
  return typeof ids === "string" && !ids.includes(",") ? ids : null;
}
