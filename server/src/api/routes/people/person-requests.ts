import { Type } from "@fastify/type-provider-typebox";
import { REQUEST_ANSWERS, toQuarter } from "@trame/shared";
import { personal } from "@trame/shared/schemas";
import type { RequestOf } from "../../../store/people/person-requests.ts";
import type { Api, RouteDeps } from "../../api.ts";
import { FaultySchema, refuseAnswer } from "../../faulty.ts";
import { readerOf } from "../../note-looks.ts";
import { RefusalSchema } from "../../refuse.ts";
import { answering } from "../floor/card-schemas.ts";
import { PersonSchema } from "../supervision/presence.ts";
import { oneOf, RequestSchema, WordsOrNull } from "./own-schemas.ts";

const tags = ["people"];
const strict = { additionalProperties: false };
const OfSchema = Type.Object({
  ...RequestSchema.properties,
  operatorId: personal(Type.String()),
});
const ListedSchema = Type.Object({ ...RequestSchema.properties, ...PersonSchema.properties });

interface Listed extends RequestOf {
  readonly name: string;
  readonly pictogram: string | null;
}

/** What people asked about their data, at the desk that answers them. */
export function routePersonRequests(app: Api, { now, store }: RouteDeps): void {
  const listing = {
    tags,
    summary: "What people asked about their data, the open ones first",
    response: {
      200: answering<{ requests: readonly Listed[] }>(
        Type.Object({ requests: Type.Array(ListedSchema) }),
      ),
      "4xx": RefusalSchema,
    },
  };
  const list = { schema: listing, config: { look: { what: "requests" } } } as const;
  app.get("/api/v1/people/requests", list, async () => ({
    requests: (await store.reports.readRequests()).map(dated),
  }));

  const answering_ = {
    tags,
    summary: "Answers what somebody asked; they read it at their station",
    params: Type.Object({ n: Type.String({ pattern: "^[0-9]{1,15}$" }) }),
    body: Type.Object({ answer: oneOf(REQUEST_ANSWERS), words: WordsOrNull }, strict),
    response: { 200: answering<RequestOf>(OfSchema), "4xx": FaultySchema },
  };
  const answer = { schema: answering_, config: { look: { what: "requests" } } } as const;
  app.post("/api/v1/people/requests/:n/answer", answer, async (request, reply) => {
    const n = Number(request.params.n);
    const given = { n, ...request.body, by: readerOf(request.principal) };
    const answered = await store.answerRequest(given, now());
    return answered.ok
      ? dated(answered.value)
      : refuseAnswer(request, reply, { code: "person-request-answered", answer: answered });
  });
}

/** When somebody stood at a tablet to ask is theirs to know to the second. */
function dated<Request extends RequestOf>(request: Request): Request {
  return { ...request, at: toQuarter(request.at) };
}
