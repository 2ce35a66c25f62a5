import { offeredKey } from "@trame/shared";
import type { FastifyReply, FastifyRequest, RouteOptions } from "fastify";
import type { Api } from "../api.ts";
import { refuse } from "../refuse.ts";
import { cookiesOf, type Identify } from "./identify.ts";
import { isKnown, may, mustChoose, type Principal } from "./principal.ts";
import { ROUTE_PERMISSIONS, type RoutePermission } from "./route-permissions.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Who speaks; known before any handler runs. */
    principal: Principal;
  }
}

const NOBODY: Principal = { kind: "anonymous" };

/** Answers a terminal that nobody knows and that asks too much; true when it did. */
export type HoldsBack = (request: FastifyRequest, reply: FastifyReply) => boolean;

/** What serves files and what Fastify adds by itself: nothing of a workshop is in them. */
const PUBLIC_PREFIXES = ["/api/docs", "/assets/"];

/**
 * Lets each request pass only with the permission that the table gives its route ([RO2]). A route that is not in the table
 * can't be added: forgetting one would open it.
 */
export function permitRoutes(
  app: Api,
  identify: Identify,
  holdsBack: HoldsBack = () => false,
): void {
  app.decorateRequest("principal");
  app.addHook("onRoute", (route) => {
    const needed = neededBy(route);
    if (needed !== "public" && route.schema !== undefined) {
      route.schema.security = [{ bearer: [needed] }, { session: [needed] }];
    }
  });
  app.addHook("onRequest", async (request, reply) => {
    const { cookie } = request.headers;
    const authorization = authorizationOf(request);
    const found = await identify({ authorization, cookies: cookiesOf(cookie) });
    request.principal = found ?? NOBODY;
    if (holdsBack(request, reply)) return reply;
    const { method, routeOptions } = request;
    const { url } = routeOptions;
    // What has no route is answered as such to everybody.
    if (url === undefined) return;
    const needed = neededBy({ method, url });
    if (needed === "public" || may(request.principal, needed)) return;
    reply.send(refuseTo(request, reply, { needed, isWrong: found === null }));
    return reply;
  });
}

/** A browser can add no header to a socket: a station's page says its key among the subprotocols. */
function authorizationOf({ headers }: FastifyRequest): string | undefined {
  const key = offeredKey(headers["sec-websocket-protocol"]);
  return key === null ? headers.authorization : `Bearer ${key}`;
}

/** @throws when the table says nothing of it */
function neededBy({ method, url }: Pick<RouteOptions, "method" | "url">): RoutePermission {
  if (PUBLIC_PREFIXES.some((prefix) => url.startsWith(prefix))) return "public";
  const [first = "GET"] = [method].flat();
  const name = `${first === "HEAD" ? "GET" : first} ${url}`;
  const needed = ROUTE_PERMISSIONS.get(name);
  if (needed === undefined) throw new Error(`${name} is not in the table of permissions`);
  return needed;
}

/** Who is not known is asked to show who they are (RFC 6750, 3); who is known is told that they may not. */
function refuseTo(
  request: FastifyRequest,
  reply: FastifyReply,
  { needed, isWrong }: { readonly needed: RoutePermission; readonly isWrong: boolean },
) {
  const { principal } = request;
  if (mustChoose(principal)) return refuse(request, reply, { code: "password-first" });
  if (isKnown(principal)) return refuse(request, reply, { code: "not-allowed" });
  const wasRemoved = principal.kind === "anonymous" && principal.wasRemoved === true;
  const realm = 'Bearer realm="trame"';
  reply.header(
    "www-authenticate",
    isWrong || wasRemoved ? `${realm}, error="invalid_token"` : realm,
  );
  if (wasRemoved) return refuse(request, reply, { code: "screen-revoked" });
  if (needed === "station.act") return refuse(request, reply, { code: "station-key-missing" });
  return refuse(request, reply, { code: isWrong ? "token-wrong" : "token-missing" });
}
