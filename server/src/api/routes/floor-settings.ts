import { Type } from "@fastify/type-provider-typebox";
import {
  DEDUCE_LIMIT_SETTING,
  DEFECTS_SETTING,
  type DefectKind,
  deduceLimitOf,
  defectsOf,
} from "@trame/shared";
import { DeduceLimitSchema, DefectListSchema } from "@trame/shared/schemas";
import type { Api, RouteDeps } from "../api.ts";
import { RefusalSchema, refuse } from "../refuse.ts";
import { answering } from "./floor/card-schemas.ts";

const LIMIT = "/api/v1/settings/deduce-limit";
const DEFECTS = "/api/v1/settings/defects";

const common = { tags: ["station"] };

interface DefectList {
  readonly defects: readonly DefectKind[];
  /** Whether it is the usual list, since the workshop has none of its own. */
  readonly isUsual: boolean;
}

const AnswerSchema = Type.Object({ defects: DefectListSchema, isUsual: Type.Boolean() });

/** What a workshop sets for its stations. */
export function routeFloorSettings(app: Api, deps: RouteDeps): void {
  routeDeduceLimit(app, deps);
  routeDefects(app, deps);
}

function routeDeduceLimit(app: Api, { now, store }: RouteDeps): void {
  const response = { 200: DeduceLimitSchema, "4xx": RefusalSchema };
  const reading = {
    ...common,
    summary: "How many operations without a scan a later scan takes for done",
    response,
  };
  app.get(LIMIT, { schema: reading }, async () => ({
    limit: deduceLimitOf(await store.setting(DEDUCE_LIMIT_SETTING)),
  }));

  const writing = {
    ...common,
    summary: "Sets how many; for what is judged from then on",
    body: DeduceLimitSchema,
    response,
  };
  app.put(LIMIT, { schema: writing }, async ({ body: { limit } }) => {
    await store.putSetting(DEDUCE_LIMIT_SETTING, String(limit), now());
    return { limit };
  });
}

function routeDefects(app: Api, { now, store }: RouteDeps): void {
  const response = { 200: answering<DefectList>(AnswerSchema), "4xx": RefusalSchema };
  const reading = { ...common, summary: "The defects that stations choose from", response };
  app.get(DEFECTS, { schema: reading }, async () => listOf(await store.setting(DEFECTS_SETTING)));

  const writing = {
    ...common,
    summary: "Writes the workshop's own list of defects; null goes back to the usual one",
    body: Type.Object(
      { defects: Type.Union([DefectListSchema, Type.Null()]) },
      { additionalProperties: false },
    ),
    response,
  };
  app.put(DEFECTS, { schema: writing }, async (request, reply) => {
    const { defects } = request.body;
    const twice = defects?.findIndex(({ code }, index) =>
      defects.slice(0, index).some((before) => before.code === code),
    );
    if (defects !== null && twice !== undefined && twice >= 0) {
      const blanks = { code: defects[twice]?.code ?? "" };
      return refuse(request, reply, {
        code: "defect-duplicate",
        path: `/defects/${twice}/code`,
        blanks,
      });
    }
    const setting = defects === null ? null : JSON.stringify(defects);
    await store.putSetting(DEFECTS_SETTING, setting, now());
    return listOf(setting);
  });
}

function listOf(setting: string | null): DefectList {
  return { defects: defectsOf(setting), isUsual: setting === null };
}
