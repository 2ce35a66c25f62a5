import { type Static, Type } from "@fastify/type-provider-typebox";
import { isRefusalCode, sentenceOf } from "@trame/shared";
import { readPayload } from "../../reports/payload.ts";
import type { QuarantineRead } from "../../store/reads.ts";
import type { Api, RouteDeps } from "../api.ts";
import { languageOf } from "../language.ts";

const StateSchema = Type.Union([
  Type.Literal("open"),
  Type.Literal("released"),
  Type.Literal("dismissed"),
]);

const EntrySchema = Type.Object({
  id: Type.Integer(),
  deviceId: Type.String(),
  topic: Type.String(),
  index: Type.Union([Type.Integer(), Type.Null()], {
    description: "Position in the message's list; null for the whole message",
  }),
  code: Type.String({ description: "Why it could not be read" }),
  message: Type.String({ description: "The same, for people" }),
  payload: Type.String(),
  encoding: Type.Union([Type.Literal("utf-8"), Type.Literal("base64")]),
  firstAt: Type.Integer({ description: "UTC ms" }),
  lastAt: Type.Integer({ description: "UTC ms" }),
  seen: Type.Integer({ description: "How often it came" }),
  state: StateSchema,
});

const PageSchema = Type.Object({
  entries: Type.Array(EntrySchema, { description: "Newest first, at most 200" }),
  before: Type.Union([Type.Integer(), Type.Null()], {
    description: "Of the next page; null on the last",
  }),
});

/** Entries on a full page. */
const PAGE = 200;

export function routeQuarantine(app: Api, { store }: RouteDeps): void {
  const schema = {
    summary: "Messages that could not be read",
    tags: ["quarantine"],
    querystring: Type.Object({
      state: Type.Optional(StateSchema),
      before: Type.Optional(
        Type.String({ pattern: "^[0-9]{1,15}$", description: "An entry's id" }),
      ),
    }),
    response: { 200: PageSchema },
  };
  app.get("/api/v1/quarantine", { schema }, async (request) => {
    const { state = "open", before } = request.query;
    const language = languageOf(request.headers["accept-language"]);
    const page = await store.reports.readQuarantine(
      state,
      before === undefined ? null : Number(before),
    );
    const entries = page.map((entry) => entryOf(entry, language));
    return { entries, before: page.length < PAGE ? null : (page.at(-1)?.id ?? null) };
  });
}

function entryOf(
  { fault, index, payload, ...entry }: QuarantineRead,
  language: ReturnType<typeof languageOf>,
): Static<typeof EntrySchema> {
  return {
    ...entry,
    index: index < 0 ? null : index,
    code: fault,
    message: isRefusalCode(fault) ? sentenceOf(fault, language) : fault,
    ...readPayload(payload),
  };
}
