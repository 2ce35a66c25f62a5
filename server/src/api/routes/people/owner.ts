import { Type } from "@fastify/type-provider-typebox";
import { BY_SELF, type LookKind } from "@trame/shared";
import type { FastifyRequest } from "fastify";
import type { PinDesk } from "../../../access/pin-desk.ts";
import { senderFor } from "../../access/station-keys.ts";
import type { RouteDeps } from "../../api.ts";
import type { Refusal } from "../../refuse.ts";

/** What shows that somebody at a tablet is who they say. */
export const proof = {
  badge: Type.String({ maxLength: 64, description: "Of that person, as read or typed" }),
  pin: Type.Optional(Type.String({ maxLength: 12, description: "Where they have one" })),
};
export const StationParams = Type.Object({ id: Type.String({ maxLength: 64 }) });

/** What routes about one's own data work with. */
export interface OwnDeps extends RouteDeps {
  readonly pins: PinDesk;
}

/** Whose it is, or why that was not shown. */
export type Owner =
  | { readonly ok: true; readonly operatorId: string }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * Tells whose badge is shown at a station's tablet, with their PIN where they have one. Being chosen on a shared tablet shows
 * nobody's own, and not even the admin token does ([PD5]).
 */
export function createBearers({ pins, store }: Pick<OwnDeps, "pins" | "store">) {
  return async (
    request: FastifyRequest,
    { stationId, badge, pin = null }: AtStation,
  ): Promise<Owner> => {
    const sender = senderFor(request.principal, stationId);
    if (sender === "supervisor") return no({ code: "own-data-station-only" });
    if (sender !== "station") return no({ code: sender });
    const operatorId = await store.reports.readBearer(badge);
    if (operatorId === null) return no({ code: "own-data-badge" });
    const verified = await pins.verify({ operatorId, pin, terminal: stationId });
    return verified.ok ? { ok: true, operatorId } : no(verified.refusal);
  };
}

/** The same, and the look is on record before anything is read of them ([PD2]). */
export function createOwners(deps: Pick<OwnDeps, "pins" | "now" | "store">) {
  const bearerOf = createBearers(deps);
  return async (request: FastifyRequest, shown: AtStation, what: LookKind): Promise<Owner> => {
    const owner = await bearerOf(request, shown);
    if (!owner.ok) return owner;
    const look = { about: owner.operatorId, what, by: BY_SELF };
    await deps.store.noteLook(look, true, deps.now());
    return owner;
  };
}

interface AtStation {
  readonly stationId: string;
  readonly badge: string;
  readonly pin?: string | null;
}

function no(refusal: Refusal): Owner {
  return { ok: false, refusal };
}
