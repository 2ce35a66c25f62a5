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

export interface Proof {
  readonly badge: string;
  readonly pin?: string;
}

/** What routes about one's own data work with. */
export interface OwnDeps extends RouteDeps {
  readonly pins: PinDesk;
}

/** Whose it is, or why that was not shown. */
export type Owner =
  | { readonly ok: true; readonly operatorId: string }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * Tells whose badge is shown at a station's tablet, and puts the look on record before anything is read of them. Being chosen on a
 * shared tablet shows nobody's own, and not even the admin token does ([PD5]).
 */
export function createOwners({ pins, now, store }: Pick<OwnDeps, "pins" | "now" | "store">) {
  return async (
    request: FastifyRequest,
    { stationId, badge, pin = null }: AtStation,
    what: LookKind,
  ): Promise<Owner> => {
    const sender = senderFor(request.principal, stationId);
    if (sender === "supervisor") return no({ code: "own-data-station-only" });
    if (sender !== "station") return no({ code: sender });
    const operatorId = await store.reports.readBearer(badge);
    if (operatorId === null) return no({ code: "own-data-badge" });
    const verified = await pins.verify({ operatorId, pin, terminal: stationId });
    if (!verified.ok) return no(verified.refusal);
    await store.noteLook({ about: operatorId, what, by: BY_SELF }, true, now());
    return { ok: true, operatorId };
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
