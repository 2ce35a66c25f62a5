import type { LookKind } from "@trame/shared";
import { personFieldsIn } from "@trame/shared/schemas";
import type { FastifyRequest, RouteOptions } from "fastify";
import type { Store } from "../store/open-store.ts";
import type { Principal } from "./access/principal.ts";
import type { Api } from "./api.ts";

/**
 * What a route that tells something of people says about it. `own`: it is told to the person it is about, and the route puts the
 * look on record where one opens it. `echo`: it answers what was sent, and nothing that was known before. Otherwise whoever asks
 * looked at somebody, or at everybody.
 */
export type LookOf =
  | "own"
  | "echo"
  | {
      readonly what: LookKind;
      /** Of whom, where it is one person. */
      readonly about?: (request: FastifyRequest) => string | null;
      /** Nobody looks: the tablet of a station shows those who badged in there what is theirs. */
      readonly unless?: (request: FastifyRequest) => boolean;
      /** Each time counts: nobody re-reads it each minute. */
      readonly isEach?: boolean;
    };

declare module "fastify" {
  interface FastifyContextConfig {
    look?: LookOf;
  }
}

/**
 * Puts each look at people's data on record before the route reads any of it ([PD2]). A route whose answer has a person's field and
 * that does not say whose look it is can't be added: forgetting it would leave looks that nobody is told of ([PD1]).
 */
export function noteLooks(
  app: Api,
  { store, now }: { readonly store: Pick<Store, "noteLook">; readonly now: () => number },
): void {
  app.addHook("onRoute", (route) => {
    const look = route.config?.look;
    if (look === undefined) {
      const [field] = personFieldsIn(route.schema?.response);
      if (field === undefined) return;
      throw new Error(`${nameOf(route)} tells ${field} of people, and not whose look that is`);
    }
    if (route.schema === undefined) return;
    // Whoever reads what documents the interface reads it too.
    Object.assign(route.schema, { "x-look": typeof look === "string" ? look : look.what });
  });
  app.addHook("preHandler", async (request) => {
    const { look } = request.routeOptions.config;
    if (look === undefined || typeof look === "string") return;
    const { what, about, unless, isEach = false } = look;
    if (unless?.(request) === true) return;
    const by = readerOf(request.principal);
    await store.noteLook({ about: about?.(request) ?? null, what, by }, isEach, now());
  });
}

/** Of whom it is, where the address says it. */
export function ofAddress({ params }: FastifyRequest): string | null {
  const { id } = Object(params);
  return typeof id === "string" ? id : null;
}

/** As looks name who looked; never a name. */
export function readerOf(principal: Principal): string {
  switch (principal.kind) {
    case "account":
      return `account:${principal.id}`;
    case "api-key":
      return `key:${principal.id}`;
    case "admin-token":
      return "token";
    case "station":
      return `station:${principal.stationId}`;
    case "wall":
      return `wall:${principal.id}`;
    default:
      return principal.kind;
  }
}

function nameOf({ method, url }: RouteOptions): string {
  return `${[method].flat()[0] ?? ""} ${url}`;
}
