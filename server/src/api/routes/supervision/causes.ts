import { Type } from "@fastify/type-provider-typebox";
import { CAUSES_SETTING, type Cause, causesOf } from "@trame/shared";
import { CauseListSchema } from "@trame/shared/schemas";
import type { Api, RouteDeps } from "../../api.ts";
import { RefusalSchema, refuse } from "../../refuse.ts";
import { answering } from "../floor/card-schemas.ts";

const URL = "/api/v1/causes";

interface CauseList {
  readonly causes: readonly Cause[];
  /** Whether it is the usual list, since the workshop has none of its own. */
  readonly isUsual: boolean;
}

const response = {
  200: answering<CauseList>(Type.Object({ causes: CauseListSchema, isUsual: Type.Boolean() })),
  "4xx": RefusalSchema,
};

/** The causes of stops that a workshop chooses from. */
export function routeCauses(app: Api, { now, store }: RouteDeps): void {
  const common = { tags: ["supervising"], response };
  const reading = { ...common, summary: "The causes of stops to choose from" };
  app.get(URL, { schema: reading }, async () => listOf(await store.setting(CAUSES_SETTING)));

  const writing = {
    ...common,
    summary: "Writes the workshop's own list of causes; null goes back to the usual one",
    body: Type.Object(
      { causes: Type.Union([CauseListSchema, Type.Null()]) },
      { additionalProperties: false },
    ),
  };
  app.put(URL, { schema: writing }, async (request, reply) => {
    const { causes } = request.body;
    const twice = causes?.findIndex(({ code }, index) =>
      causes.slice(0, index).some((before) => before.code === code),
    );
    if (causes !== null && twice !== undefined && twice >= 0) {
      const blanks = { code: causes[twice]?.code ?? "" };
      const path = `/causes/${twice}/code`;
      return refuse(request, reply, { code: "cause-duplicate", path, blanks });
    }
    const setting = causes === null ? null : JSON.stringify(causes);
    await store.putSetting(CAUSES_SETTING, setting, now());
    return listOf(setting);
  });
}

function listOf(setting: string | null): CauseList {
  return { causes: causesOf(setting), isUsual: setting === null };
}
