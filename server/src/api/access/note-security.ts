import type { RefusalCode } from "@trame/shared";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { SecurityEvent } from "../../access/security-log/lines.ts";
import type { Api } from "../api.ts";
import type { HttpDeps } from "../deps.ts";
import { terminalOf } from "../rate-limit.ts";
import { authorOf } from "./author-hook.ts";
import type { Principal } from "./principal.ts";

declare module "fastify" {
  interface FastifyReply {
    refusedWith?: RefusalCode | null;
    /** The account that it was about, where the address does not say. */
    concerns?: string | null;
  }
}

const NOTED_STATUS: ReadonlySet<number> = new Set([401, 403, 429]);
/** Guesses that are answered otherwise than by those. */
const GUESSES: ReadonlySet<string> = new Set(["totp-wrong", "pairing-unknown", "own-export-code"]);
/** Steps of a sign-in that goes well. */
const STEPS: ReadonlySet<string> = new Set(["totp-needed", "pin-needed", "password-first"]);

const ENTRIES: ReadonlySet<string> = new Set(["POST /api/v1/setup", "POST /api/v1/sessions"]);

/** What lets somebody in or out, or tells a secret, once it is done. */
const NOTED_ROUTES: ReadonlySet<string> = new Set([
  ...ENTRIES,
  "DELETE /api/v1/sessions/:id",
  "POST /api/v1/accounts",
  "PATCH /api/v1/accounts/:id",
  "DELETE /api/v1/accounts/:id",
  "DELETE /api/v1/accounts/:id/totp",
  "POST /api/v1/accounts/me/password",
  "POST /api/v1/accounts/me/totp",
  "DELETE /api/v1/accounts/me/totp",
  "POST /api/v1/api-keys",
  "DELETE /api/v1/api-keys/:id",
  "POST /api/v1/screens/pairings/:code/accept",
  "DELETE /api/v1/screens/:id",
  "POST /api/v1/stations/:id/key",
  "POST /api/v1/devices/:id/secret",
  "DELETE /api/v1/devices/:id/secret",
  "PUT /api/v1/settings/pairing-code",
  "POST /api/v1/people/names/key/show",
  "PUT /api/v1/people/names/key",
  "GET /api/v1/backups/:id/file",
  "POST /api/v1/backups/:id/restore",
]);

/** Puts refusals and changes of who may come in into the security log, once each was answered ([AC19]). */
export function noteSecurity(app: Api, { security }: Pick<HttpDeps, "security">): void {
  app.decorateReply("refusedWith", null);
  app.decorateReply("concerns", null);
  app.addHook("onResponse", (request, reply, done) => {
    const code = codeOf(request, reply);
    if (code !== null) security.note(eventOf(request, reply, code));
    done();
  });
}

/** null: of no concern. */
function codeOf(request: FastifyRequest, { refusedWith, statusCode }: FastifyReply): string | null {
  if (typeof refusedWith === "string") {
    const isNoted = NOTED_STATUS.has(statusCode) || GUESSES.has(refusedWith);
    return isNoted && !STEPS.has(refusedWith) ? refusedWith : null;
  }
  return statusCode < 300 && NOTED_ROUTES.has(routeOf(request) ?? "") ? "done" : null;
}

function eventOf(request: FastifyRequest, reply: FastifyReply, code: string): SecurityEvent {
  const [from, what] = [terminalOf(request.ip), routeOf(request)];
  const { concerns = null } = reply;
  // Whoever signs in was nobody until then.
  if (code === "done" && ENTRIES.has(what ?? "")) {
    return {
      code,
      who: concerns === null ? "token" : `account:${concerns}`,
      from,
      what,
      about: null,
    };
  }
  const about = concerns ?? (code === "done" ? idOf(request) : null);
  return { code, who: whoOf(request), from, what, about };
}

function whoOf(request: FastifyRequest): string {
  // What was refused before it was asked who speaks has none.
  const principal = request.principal as Principal | null | undefined;
  return (principal == null ? null : authorOf(principal)) ?? "anonymous";
}

/** As it was declared: what somebody put into an address is in no line. */
function routeOf({ method, routeOptions }: FastifyRequest): string | null {
  return routeOptions.url === undefined ? null : `${method} ${routeOptions.url}`;
}

/** Of something that there was: it was done. */
function idOf({ params }: FastifyRequest): string | null {
  const { id } = Object(params) as { id?: unknown };
  return typeof id === "string" ? id : null;
}
