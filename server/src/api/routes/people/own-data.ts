import { Type } from "@fastify/type-provider-typebox";
import { REQUEST_KINDS, REQUEST_SUBJECTS } from "@trame/shared";
import type { Api } from "../../api.ts";
import { FaultySchema, refuseAnswer } from "../../faulty.ts";
import { refuse } from "../../refuse.ts";
import { OwnDataSchema, OwnRequest, oneOf, WordsOrNull } from "./own-schemas.ts";
import { createOwners, type OwnDeps, proof, StationParams } from "./owner.ts";
import { tellOwn } from "./tell-own.ts";

const strict = { additionalProperties: false };
const common = { tags: ["people"], params: StationParams };
const config = { look: "own" } as const;

/** « Mes données »: what is stored about somebody, for them alone, and what they ask about it. In every mode: it is a right. */
export function routeOwnData(app: Api, deps: OwnDeps): void {
  const { now, store } = deps;
  const ownerOf = createOwners(deps);

  const seeing = {
    ...common,
    summary:
      "All that is stored about somebody, with their badge at a station; each look is logged",
    body: Type.Object(proof, strict),
    response: { 200: OwnDataSchema, "4xx": FaultySchema },
  };
  const see = { schema: seeing, config };
  app.post("/api/v1/stations/:id/own-data", see, async (request, reply) => {
    const asked = { stationId: request.params.id, ...request.body };
    const owner = await ownerOf(request, asked, "own-data");
    if (!owner.ok) return refuse(request, reply, owner.refusal);
    const told = await tellOwn(deps, owner.operatorId);
    return told ?? refuse(request, reply, { code: "own-data-badge" });
  });

  const asking = {
    ...common,
    summary: "Asks for a correction, objects, or asks to be forgotten; the workshop answers",
    body: Type.Object(
      {
        ...proof,
        kind: oneOf(REQUEST_KINDS),
        about: oneOf(REQUEST_SUBJECTS),
        words: WordsOrNull,
      },
      strict,
    ),
    response: { 200: OwnRequest, "4xx": FaultySchema },
  };
  const ask = { schema: asking, config };
  app.post("/api/v1/stations/:id/own-requests", ask, async (request, reply) => {
    const { badge, pin, ...asked } = request.body;
    const shown = { stationId: request.params.id, badge, pin: pin ?? null };
    const owner = await ownerOf(request, shown, "own-data");
    if (!owner.ok) return refuse(request, reply, owner.refusal);
    const { operatorId } = owner;
    const answer = await store.askAboutOwn({ operatorId, ...asked }, now());
    return answer.ok
      ? answer.value
      : refuseAnswer(request, reply, { code: "own-requests-many", answer });
  });
}
