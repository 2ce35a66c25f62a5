import { type Static, Type } from "@fastify/type-provider-typebox";
import type { FastifyRequest } from "fastify";
import { lifetimeOf } from "../../../access/lifetimes.ts";
import { mustChoose, type Principal, permissionsOf } from "../../access/principal.ts";
import type { Api, RouteDeps } from "../../api.ts";
import { isSecure, screenTokenOf, sessionTokenOf, setScreenCookie } from "./connection.ts";
import { OrNull, PermissionSchema, RoleSchema } from "./schemas.ts";

const KINDS = [
  "anonymous",
  "local",
  "admin-token",
  "api-key",
  "account",
  "wall",
  "station",
] as const;

const MeSchema = Type.Object({
  kind: Type.Unsafe<Principal["kind"]>(Type.Union(KINDS.map((kind) => Type.Literal(kind)))),
  role: OrNull(RoleSchema),
  name: OrNull(Type.String({ description: "Of an account or a screen" })),
  permissions: Type.Array(PermissionSchema),
  hasTotp: Type.Boolean({ description: "Of an account: a code of a phone is wanted too" }),
  mustChoosePassword: Type.Boolean({
    description: "Of an account: somebody else drew its password, and choosing another comes first",
  }),
  screenRevoked: Type.Boolean({
    description: "A screen that somebody took out: it forgets what it kept",
  }),
  setupNeeded: Type.Boolean({ description: "There is no account yet" }),
  secure: Type.Boolean({ description: "Over TLS, or on the server's own machine" }),
  session: OrNull(
    Type.Object({
      isShared: Type.Boolean({ description: "Several people use this device" }),
      idleMinutes: Type.Integer({ description: "Unused for so long it ends" }),
    }),
  ),
});

const MINUTE_MS = 60_000;

/** Who asks, and what they may do: what a page needs to know before it shows anything. */
export function routeMe(app: Api, deps: RouteDeps): void {
  const schema = {
    tags: ["access"],
    summary: "Who asks, and what they may do",
    response: { 200: MeSchema },
  };
  app.get("/api/v1/me", { schema }, (request, reply): Static<typeof MeSchema> => {
    const { principal } = request;
    const token = screenTokenOf(request);
    if (principal.kind === "wall" && token !== null) setScreenCookie(request, reply, token);
    return {
      kind: principal.kind,
      role: principal.kind === "account" ? principal.role : null,
      name: nameOf(principal, deps),
      permissions: [...permissionsOf(principal)],
      hasTotp: accountOf(principal, deps)?.totpSecret != null,
      mustChoosePassword: mustChoose(principal),
      screenRevoked: "wasRemoved" in principal && principal.wasRemoved === true,
      setupNeeded: deps.access.accounts.isEmpty,
      secure: isSecure(request),
      session: sessionOf(request, deps),
    };
  });
}

function accountOf(principal: Principal, { access }: RouteDeps) {
  return principal.kind === "account" ? access.accounts.find(principal.id) : null;
}

function nameOf(principal: Principal, deps: RouteDeps): string | null {
  if (principal.kind === "account") return accountOf(principal, deps)?.name ?? null;
  if (principal.kind !== "wall" && principal.kind !== "station") return null;
  const screen = deps.access.screens.all().find(({ id }) => id === principal.id);
  return screen?.name ?? null;
}

function sessionOf(request: FastifyRequest, { access }: RouteDeps) {
  const token = sessionTokenOf(request);
  const { principal, headers } = request;
  const isSignedIn = principal.kind === "account" || principal.kind === "admin-token";
  if (!isSignedIn || token === null || headers.authorization !== undefined) return null;
  const session = access.sessions.of(token);
  if (session === null) return null;
  const { isShared } = session;
  return { isShared, idleMinutes: lifetimeOf(session).idleMs / MINUTE_MS };
}
