import { Type } from "@fastify/type-provider-typebox";
import { personal } from "@trame/shared/schemas";
import type { Api } from "../../api.ts";
import { FaultySchema } from "../../faulty.ts";
import { ofAddress } from "../../note-looks.ts";
import { RefusalSchema, refuse } from "../../refuse.ts";
import { createBearers, createOwners, type OwnDeps, proof, StationParams } from "./owner.ts";

const tags = ["people"];
const response = {
  200: Type.Object({ hasPin: personal(Type.Boolean()) }),
  "4xx": FaultySchema,
};

/** A PIN beside the badge, where a person wants one; they set it, change it and take it away themselves ([PD14]). */
export function routeOwnPin(app: Api, deps: OwnDeps): void {
  const { now, pins, store } = deps;
  const ownerOf = createOwners(deps);
  const bearerOf = createBearers(deps);
  const setting = {
    tags,
    summary: "Somebody sets a PIN of their own, or takes it away, with their badge at a station",
    params: StationParams,
    body: Type.Object(
      {
        ...proof,
        newPin: Type.Union([Type.String({ maxLength: 12 }), Type.Null()], {
          description: "4 to 8 digits; null: none any more",
        }),
      },
      { additionalProperties: false },
    ),
    response,
  };
  const set = { schema: setting, config: { look: "own" } } as const;
  app.post("/api/v1/stations/:id/own-pin", set, async (request, reply) => {
    const { newPin, pin = null, badge } = request.body;
    const { id: terminal } = request.params;
    const owner = await ownerOf(request, { stationId: terminal, badge, pin }, "own-data");
    if (!owner.ok) return refuse(request, reply, owner.refusal);
    const shown = { operatorId: owner.operatorId, pin, terminal };
    const answer = newPin === null ? await pins.drop(shown) : await pins.set(shown, newPin);
    return answer.ok ? { hasPin: newPin !== null } : refuse(request, reply, answer.refusal);
  });

  const showing = {
    tags,
    summary: "Somebody shows their PIN: their badge may follow at that station within two minutes",
    params: StationParams,
    body: Type.Object(proof, { additionalProperties: false }),
    response: { 200: Type.Object({}), "4xx": FaultySchema },
  };
  app.post("/api/v1/stations/:id/pin", { schema: showing }, async (request, reply) => {
    const { badge, pin = null } = request.body;
    const { id: stationId } = request.params;
    const owner = await bearerOf(request, { stationId, badge, pin });
    if (!owner.ok) return refuse(request, reply, owner.refusal);
    await store.passPin({ operatorId: owner.operatorId, stationId }, now());
    return {};
  });

  const removing = {
    tags,
    summary: "Takes away the PIN that somebody has forgotten",
    params: Type.Object({ id: Type.String({ maxLength: 64 }) }),
    response: { ...response, "4xx": RefusalSchema },
  };
  const config = { look: { what: "people", about: ofAddress } } as const;
  const remove = { schema: removing, config };
  app.delete("/api/v1/operators/:id/pin", remove, async (request, reply) => {
    const answer = await pins.remove(request.params.id);
    return answer.ok ? { hasPin: false } : refuse(request, reply, answer.refusal);
  });
}
