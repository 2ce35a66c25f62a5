import { type Static, Type } from "@fastify/type-provider-typebox";
import { findPlanFaults, type Plan } from "@trame/shared";
import { PlanSchema } from "@trame/shared/schemas";
import type { FastifyError } from "fastify";
import type { Api, RouteDeps } from "../api.ts";
import { readMoment } from "../moments.ts";
import { type Asked, type Refusal, RefusalSchema, refuse, tell } from "../refuse.ts";
import { shapeFaultsOf } from "../shape-faults.ts";

const StoredSchema = Type.Object({
  from: Type.String({ description: "Since when the plan holds, RFC 3339" }),
  plan: PlanSchema,
});

const FaultySchema = Type.Object({
  ...RefusalSchema.properties,
  faults: Type.Optional(Type.Array(RefusalSchema)),
});

/** A plan of 2,000 stations has about 1 MB. */
const BODY_BYTES_MAX = 4 * 1_024 * 1_024;

export function routePutPlan(app: Api, deps: RouteDeps): void {
  const { devices, now, store } = deps;
  const schema = {
    summary: "Replaces the plan whole from a moment on",
    tags: ["plan"],
    querystring: Type.Object({
      from: Type.Optional(
        Type.String({ description: "RFC 3339 with its offset, or a day; now if absent" }),
      ),
    }),
    body: PlanSchema,
    response: { 200: StoredSchema, "4xx": FaultySchema },
  };
  const options = { schema, attachValidation: true, bodyLimit: BODY_BYTES_MAX };
  app.put("/api/v1/plan", options, async (request, reply) => {
    const { body: plan, query, validationError } = request;
    if (validationError?.validationContext === "querystring") throw validationError;
    const from = await readMoment(query.from, deps);
    if (from === null) {
      const blanks = { value: query.from ?? "" };
      return refuse(request, reply, { code: "moment-invalid", path: "/from", blanks });
    }
    const faults = faultsOf(plan, validationError);
    if (faults.length > 0) {
      const blanks = { count: faults.length };
      const refusal = refuse(request, reply, { code: "plan-invalid", blanks });
      return { ...refusal, faults: tellAll(request, faults) };
    }
    const open = await store.plansOpenFrom();
    if (open !== null && from < open.at) {
      const blanks = { day: open.day };
      return refuse(request, reply, { code: "plan-sealed", path: "/from", blanks });
    }
    const record = { from, plan: withoutSecrets(plan), secrets: hashSecrets(plan, devices) };
    await store.putPlan(record, now());
    await devices.refresh();
    return { from: new Date(from).toISOString(), plan: record.plan };
  });
}

/** Faults of shape hide those of sense: a plan is read only once it has the right shape. */
function faultsOf(
  plan: Plan,
  validationError: Pick<FastifyError, "validation"> | undefined,
): readonly Refusal[] {
  const errors = validationError?.validation;
  return errors === undefined ? findPlanFaults(plan) : shapeFaultsOf(errors);
}

function tellAll(request: Asked, faults: readonly Refusal[]): Static<typeof RefusalSchema>[] {
  return faults.map((fault) => tell(request, fault));
}

function withoutSecrets(plan: Plan): Plan {
  return { ...plan, devices: plan.devices.map(({ secret: _, ...device }) => device) };
}

/** Secrets are hashed before they go anywhere; a device sent without one keeps its own ([A7]). */
function hashSecrets({ devices }: Plan, desk: RouteDeps["devices"]) {
  return devices.flatMap(({ id, secret }) =>
    secret === undefined ? [] : [{ deviceId: id, ...desk.hashSecret(id, secret) }],
  );
}
