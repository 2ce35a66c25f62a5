import { randomBytes } from "node:crypto";
import { Type } from "@fastify/type-provider-typebox";
import { BY_SELF } from "@trame/shared";
import { tooSoon } from "../../../access/answers.ts";
import { createThrottle } from "../../../access/throttle.ts";
import type { Api } from "../../api.ts";
import { FaultySchema } from "../../faulty.ts";
import { refuse } from "../../refuse.ts";
import { refuseAccess } from "../access/answering.ts";
import { At } from "../floor/card-schemas.ts";
import { createExportCodes } from "./export-codes.ts";
import { OwnExportSchema } from "./own-schemas.ts";
import { createOwners, type OwnDeps, proof, StationParams } from "./owner.ts";
import { tellOwn } from "./tell-own.ts";

const strict = { additionalProperties: false };
const tags = ["people"];
const config = { look: "own" } as const;

/**
 * A copy for the person to take with them. A shared tablet would keep what it saves, so it shows a code alone; any computer of the
 * workshop opens the copy with it, once, to print it or to save it on a stick, without anybody being signed in.
 */
export function routeOwnExport(app: Api, deps: OwnDeps): void {
  const { now, store } = deps;
  const ownerOf = createOwners(deps);
  const codes = createExportCodes(randomBytes);
  // Nobody is known here, and nobody keeps another from their own copy: what is slowed down is a terminal ([AC5]).
  const throttle = createThrottle(() => performance.now());

  const drawing = {
    tags,
    summary: "Draws the code with which somebody opens a copy of their data elsewhere, once",
    params: StationParams,
    body: Type.Object(proof, strict),
    response: {
      200: Type.Object({ code: Type.String({ description: "KT7M-2FQX" }), expiresAt: At }),
      "4xx": FaultySchema,
    },
  };
  const draw = { schema: drawing, config };
  app.post("/api/v1/stations/:id/own-export", draw, async (request, reply) => {
    const asked = { stationId: request.params.id, ...request.body };
    const owner = await ownerOf(request, asked, "own-data");
    if (!owner.ok) return refuse(request, reply, owner.refusal);
    return codes.draw(owner.operatorId, now());
  });

  const opening = {
    tags,
    summary: "Opens the copy that a code is for; the code is of no use afterwards",
    body: Type.Object({ code: Type.String({ maxLength: 32 }) }, strict),
    response: { 200: OwnExportSchema, "4xx": FaultySchema },
  };
  app.post("/api/v1/own-exports", { schema: opening, config }, async (request, reply) => {
    const begun = throttle.begin({ target: "own-export", terminal: request.ip });
    if (!begun.ok) return refuseAccess(request, reply, tooSoon(begun.waitMs));
    const operatorId = codes.take(request.body.code, now());
    if (operatorId === null) return refuse(request, reply, { code: "own-export-code" });
    begun.attempt.succeeded();
    await store.noteLook({ about: operatorId, what: "own-export", by: BY_SELF }, true, now());
    const told = await tellOwn(deps, operatorId);
    if (told === null) return refuse(request, reply, { code: "own-export-code" });
    const plan = (await store.plans()).findLast(({ from }) => from <= told.at)?.plan;
    const didActs = await store.reports.readOwnActs(operatorId);
    return { ...told, workshop: plan?.workshop.name ?? "", didActs };
  });
}
