import { Type } from "@fastify/type-provider-typebox";
import { accompanies, PRIVACY_SETTING, privacyOf, type ToldProgress } from "@trame/shared";
import { personal } from "@trame/shared/schemas";
import type { Api, RouteDeps } from "../../api.ts";
import { readerOf } from "../../note-looks.ts";
import { RefusalSchema, refuse } from "../../refuse.ts";
import { answering } from "../floor/card-schemas.ts";
import { PersonSchema } from "../supervision/presence.ts";
import { ProgressSchema } from "./own-schemas.ts";
import { tellProgress } from "./tell-own.ts";

interface Accompanied {
  readonly operatorId: string;
  readonly name: string;
  readonly pictogram: string | null;
  readonly progress: readonly ToldProgress[];
}

/** Whether anybody accompanies people here, and whether that is whoever asks. */
const AccompanyingSchema = Type.Object({
  isOn: Type.Boolean({ description: "The mode is `accompanied`" }),
  isYours: Type.Boolean({ description: "Whoever asks is the one who was named" }),
  by: Type.Union([Type.String(), Type.Null()], {
    description: "What the account is called that was named; the notice says it to everybody",
  }),
});

/**
 * One person's progress, for the one supervisor who accompanies them: what that person sees of themselves, by operation and whole
 * days. No list, nobody beside them, nothing shorter than a day ([PD11]).
 */
export function routeAccompanied(app: Api, { access, now, store }: RouteDeps): void {
  const asking = {
    tags: ["people"],
    summary: "Who accompanies people here, if anybody does; nobody's data is in it",
    response: { 200: AccompanyingSchema, "4xx": RefusalSchema },
  };
  app.get("/api/v1/people/accompanied", { schema: asking }, async ({ principal }) => {
    const { mode, supervisorId } = privacyOf(await store.setting(PRIVACY_SETTING));
    const isOn = mode === "accompanied" && supervisorId !== null;
    return {
      isOn,
      isYours: isOn && principal.kind === "account" && principal.id === supervisorId,
      by: isOn ? (access.accounts.find(supervisorId)?.name ?? null) : null,
    };
  });

  const schema = {
    tags: ["people"],
    summary: "One person's progress, for the named supervisor in the mode `accompanied`; logged",
    params: Type.Object({ id: Type.String({ maxLength: 64 }) }),
    response: {
      200: answering<Accompanied>(
        Type.Object({ ...PersonSchema.properties, progress: personal(ProgressSchema) }),
      ),
      "4xx": RefusalSchema,
    },
  };
  // The look is noted here: a refused one saw nothing.
  const options = { schema, config: { look: "own" } } as const;
  app.get("/api/v1/people/:id/accompanied", options, async (request, reply) => {
    const { principal } = request;
    const privacy = privacyOf(await store.setting(PRIVACY_SETTING));
    const isNamed = principal.kind === "account" && accompanies(privacy, principal.id);
    if (!isNamed) return refuse(request, reply, { code: "accompanied-off" });
    const { id } = request.params;
    const operator = (await store.reports.readOperators()).find((each) => each.id === id);
    if (operator === undefined)
      return refuse(request, reply, { code: "operator-unknown", blanks: { id } });
    const look = { about: id, what: "accompanied", by: readerOf(principal) } as const;
    await store.noteLook(look, true, now());
    const { pseudonym: name, pictogram = null } = operator;
    return { operatorId: id, name, pictogram, progress: await tellProgress({ now, store }, id) };
  });
}
