import { Type } from "@fastify/type-provider-typebox";
import { EXPORT_FILTERS, EXPORT_FORMATS, EXPORT_KINDS } from "@trame/shared";
import type { ExportAsked } from "../../../exports/asked.ts";
import { CONTENT_TYPES } from "../../../exports/file-name.ts";
import type { WrittenExport } from "../../../exports/start-exports.ts";
import type { Api, RouteDeps } from "../../api.ts";
import { isKnownTag } from "../../known-tag.ts";
import { languageOf } from "../../language.ts";
import { type Refusal, RefusalSchema, refuse } from "../../refuse.ts";
import { DaySpanQuery, readDaySpan } from "../reports/day-span.ts";

const Bytes = Type.Unsafe<Buffer>({ type: "string", description: "The file" });

const Query = Type.Object({
  ...DaySpanQuery,
  format: Type.Optional(
    Type.Union(
      EXPORT_FORMATS.map((format) => Type.Literal(format)),
      {
        description:
          "csv: for Excel in French; csv-plain: for programs; pdf: one page to hand over. csv if absent",
      },
    ),
  ),
  line: Type.Optional(Type.String({ maxLength: 64, description: "Id: of this line alone" })),
  order: Type.Optional(Type.String({ maxLength: 64, description: "Id: of this order alone" })),
  style: Type.Optional(Type.String({ maxLength: 64, description: "Id: of this style alone" })),
  lang: Type.Optional(
    Type.Union([Type.Literal("fr"), Type.Literal("en")], {
      description: "As Accept-Language asks if absent, else French",
    }),
  ),
});

/** Everything shown, as a file: what a day, a week or a month came to. */
export function routeExport(app: Api, deps: RouteDeps): void {
  const schema = {
    summary: "A span of working days as a file: at most 400 days",
    tags: ["reports"],
    params: Type.Object({ kind: Type.Union(EXPORT_KINDS.map((kind) => Type.Literal(kind))) }),
    querystring: Query,
    response: {
      200: {
        content: Object.fromEntries(
          Object.values(CONTENT_TYPES).map((type) => [type, { schema: Bytes }]),
        ),
      },
      304: Type.Unsafe<undefined>({ description: "The same as the `If-None-Match` given" }),
      "4xx": RefusalSchema,
      503: RefusalSchema,
    },
  };
  app.get("/api/v1/exports/:kind", { schema }, async (request, reply) => {
    const days = await readDaySpan(request.query, deps);
    if ("code" in days) return reply.send(refuse(request, reply, days));
    const { format = "csv", lang, line = null, order = null, style = null } = request.query;
    const language = lang ?? languageOf(request.headers["accept-language"]);
    const of = { lineId: line, orderId: order, styleId: style };
    const asked = { kind: request.params.kind, language, ...days, ...of };
    const fault = await faultOf(asked, deps);
    if (fault !== null) return reply.send(refuse(request, reply, fault));
    const written = await deps.exports.write(asked, format);
    if (written === null) return reply.send(refuse(request, reply, { code: "exports-busy" }));
    reply.headers(headersOf(written));
    if (isKnownTag(request.headers["if-none-match"], written.tag)) {
      return reply.code(304).send(undefined);
    }
    const { buffer, byteOffset, byteLength } = written.bytes;
    return reply
      .header("content-type", CONTENT_TYPES[format])
      .header("content-disposition", `attachment; filename="${written.fileName}"`)
      .send(Buffer.from(buffer, byteOffset, byteLength));
  });
}

/** A kind that says nothing of lines, orders or styles is not narrowed to one. */
async function faultOf(
  { kind, lineId, orderId, styleId }: ExportAsked,
  { store }: RouteDeps,
): Promise<Refusal | null> {
  const can = EXPORT_FILTERS[kind];
  if (lineId !== null && !can.includes("line"))
    return { code: "export-not-by-line", path: "/line" };
  if (orderId !== null && !can.includes("order")) {
    return { code: "export-not-by-order", path: "/order" };
  }
  if (styleId !== null && !can.includes("style")) {
    return { code: "export-not-by-style", path: "/style" };
  }
  if (styleId !== null && !(await store.reports.readStyles()).some(({ id }) => id === styleId)) {
    return { code: "style-absent", path: "/style", blanks: { id: styleId } };
  }
  if (orderId === null) {
    return kind === "story" ? { code: "export-order-missing", path: "/order" } : null;
  }
  const stored = await store.reports.readOrder(orderId);
  return stored === null ? { code: "order-unknown", blanks: { id: orderId } } : null;
}

/** How old it is, and which of its days were corrected after they had closed ([EX12]). */
function headersOf({ tag, head }: WrittenExport): Record<string, string> {
  const { asOf, corrected } = head;
  return {
    etag: tag,
    "cache-control": "no-cache",
    vary: "accept-language",
    ...(asOf !== null && { "trame-as-of": new Date(asOf).toISOString() }),
    ...(corrected.length > 0 && {
      "trame-corrected": corrected.map(({ day, version }) => `${day};v=${version}`).join(", "),
    }),
  };
}
