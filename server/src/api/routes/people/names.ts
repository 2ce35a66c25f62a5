import { Type } from "@fastify/type-provider-typebox";
import { personal } from "@trame/shared/schemas";
import type { Api } from "../../api.ts";
import { FaultySchema, refuseAnswer } from "../../faulty.ts";
import { RefusalSchema, refuse } from "../../refuse.ts";
import type { OwnDeps } from "./owner.ts";

const tags = ["people"];
const strict = { additionalProperties: false };
const NAME_MAX = 120;
/** When the key was shown; it is shown once. */
const SHOWN_SETTING = "names-key-shown";

const NamesSchema = Type.Object({
  names: Type.Array(
    Type.Object({ operatorId: personal(Type.String()), civilName: personal(Type.String()) }),
    { description: "Of those who have one" },
  ),
  unreadable: Type.Integer({ description: "Sealed with a key that is not on this machine" }),
});
const KeyStateSchema = Type.Object({
  hasKey: Type.Boolean(),
  isShown: Type.Boolean({ description: "It was shown once, and is not again" }),
});

/** Civil names, sealed apart: for the team's page alone, on request, each time on record ([PD12]). */
export function routeNames(app: Api, deps: OwnDeps): void {
  routeReading(app, deps);
  routeWriting(app, deps);
  routeKey(app, deps);
}

function routeReading(app: Api, { store, names }: OwnDeps): void {
  const schema = {
    tags,
    summary: "Civil names, on request; each time is on record",
    response: { 200: NamesSchema, "4xx": RefusalSchema },
  };
  const config = { look: { what: "names", isEach: true } } as const;
  app.get("/api/v1/people/names", { schema, config }, async () => {
    const sealed = await store.reports.readSealedNames();
    const read = sealed.flatMap(({ operatorId, sealed: bytes }) => {
      const civilName = names.open(operatorId, bytes);
      return civilName === null ? [] : [{ operatorId, civilName }];
    });
    return { names: read, unreadable: sealed.length - read.length };
  });
}

function routeWriting(app: Api, { now, store, names }: OwnDeps): void {
  const schema = {
    tags,
    summary: "Seals somebody's civil name, or takes it away",
    params: Type.Object({ id: Type.String({ maxLength: 64 }) }),
    body: Type.Object(
      {
        civilName: personal(
          Type.Union([Type.String({ minLength: 1, maxLength: NAME_MAX }), Type.Null()]),
        ),
      },
      strict,
    ),
    response: { 200: Type.Object({ hasName: Type.Boolean() }), "4xx": FaultySchema },
  };
  const options = { schema, config: { look: "echo" } } as const;
  app.put("/api/v1/people/:id/name", options, async (request, reply) => {
    const { civilName } = request.body;
    const { id } = request.params;
    const others = await store.reports.readSealedNames();
    // A second key would make the names of the first unreadable for good.
    if (civilName !== null && !names.hasKey && others.length > 0)
      return refuse(request, reply, { code: "names-key-missing" });
    const sealed = civilName === null ? null : names.seal(id, civilName.trim());
    const answer = await store.putName(id, sealed, now());
    if (!answer.ok) return refuseAnswer(request, reply, { code: "operator-unknown", answer });
    return { hasName: sealed !== null };
  });
}

function routeKey(app: Api, { now, store, names }: OwnDeps): void {
  const state = async () => ({
    hasKey: names.hasKey,
    isShown: (await store.setting(SHOWN_SETTING)) !== null,
  });
  const response = { 200: KeyStateSchema, "4xx": RefusalSchema };
  const reading = { tags, summary: "Whether this machine has the key of the names", response };
  app.get("/api/v1/people/names/key", { schema: reading }, state);

  const showing = {
    tags,
    summary: "Shows the key of the names, once, to be printed and kept apart",
    response: { 200: Type.Object({ key: Type.String() }), "4xx": RefusalSchema },
  };
  app.post("/api/v1/people/names/key/show", { schema: showing }, async (request, reply) => {
    const key = names.show();
    if (key === null) return refuse(request, reply, { code: "names-key-missing" });
    if ((await state()).isShown) return refuse(request, reply, { code: "names-key-shown" });
    await store.putSetting(SHOWN_SETTING, "true", now());
    reply.header("cache-control", "no-store");
    return { key };
  });

  const restoring = {
    tags,
    summary: "Puts back the key of the names, on a machine that was restored from a backup",
    body: Type.Object({ key: Type.String({ maxLength: 200 }) }, strict),
    response,
  };
  app.put("/api/v1/people/names/key", { schema: restoring }, async (request, reply) => {
    if (names.hasKey) return refuse(request, reply, { code: "names-key-there" });
    const [proof = null] = await store.reports.readSealedNames();
    if (!names.restore(request.body.key, proof))
      return refuse(request, reply, { code: "names-key-wrong", path: "/key" });
    const change = { what: "names-key", subject: null, before: null, after: null } as const;
    await store.noteChange(change, now());
    return state();
  });
}
