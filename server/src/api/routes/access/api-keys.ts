import { type Static, Type } from "@fastify/type-provider-typebox";
import { formatDay } from "@trame/shared";
import { KEY_DAYS_MAX } from "../../../access/api-key-desk.ts";
import type { ApiKey } from "../../../store/access/access-rows.ts";
import type { Api, RouteDeps } from "../../api.ts";
import { RefusalSchema } from "../../refuse.ts";
import { refuseAccess } from "./answering.ts";
import { ApiKeySchema, IdParams, NameSchema, NoContent, PermissionSchema } from "./schemas.ts";

const CREATED = 201;
const NO_CONTENT = 204;
const ADDRESS = "/api/v1/api-keys";
const common = { tags: ["access"] };

const NewKeySchema = Type.Object(
  {
    name: NameSchema,
    permissions: Type.Array(PermissionSchema, { minItems: 1, maxItems: 32 }),
    expiresAt: Type.Integer({ description: `UTC ms, at most ${KEY_DAYS_MAX} days ahead` }),
  },
  { additionalProperties: false },
);
const MadeSchema = Type.Object({
  key: Type.String({ description: "For the header `Authorization: Bearer`; shown once" }),
  apiKey: ApiKeySchema,
});

/** Keys of programs. */
export function routeApiKeys(app: Api, { access }: RouteDeps): void {
  const listing = {
    ...common,
    summary: "The keys of programs, without the keys themselves",
    response: { 200: Type.Object({ apiKeys: Type.Array(ApiKeySchema) }) },
  };
  app.get(ADDRESS, { schema: listing }, () => ({ apiKeys: access.apiKeys.all().map(viewOf) }));

  const making = {
    ...common,
    summary: "A new key for a program, with what it may do and when it ends",
    body: NewKeySchema,
    response: { 201: MadeSchema, "4xx": RefusalSchema },
  };
  app.post(ADDRESS, { schema: making }, async (request, reply) => {
    const answer = await access.apiKeys.add(request.body);
    if (!answer.ok) return refuseAccess(request, reply, answer);
    reply.code(CREATED);
    return { key: answer.value.key, apiKey: viewOf(answer.value.stored) };
  });

  const removing = {
    ...common,
    summary: "Ends a key at once",
    params: IdParams,
    response: { 204: NoContent, "4xx": RefusalSchema },
  };
  app.delete(`${ADDRESS}/:id`, { schema: removing }, async (request, reply) => {
    const answer = await access.apiKeys.remove(request.params.id);
    if (!answer.ok) return refuseAccess(request, reply, answer);
    reply.code(NO_CONTENT);
    return null;
  });
}

function viewOf(key: ApiKey): Static<typeof ApiKeySchema> {
  const { id, name, permissions, createdAt, expiresAt, usedDay } = key;
  const usedOn = usedDay === null ? null : formatDay(usedDay);
  return { id, name, permissions, createdAt, expiresAt, usedOn };
}
