import helmet from "@fastify/helmet";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Api } from "./api.ts";
import type { TlsSide } from "./deps.ts";

/**
 * Everything comes from this server. Never `upgrade-insecure-requests`: a wall on plain HTTP would be blank on every machine but
 * the server itself.
 */
export const CONTENT_SECURITY_POLICY = policyWith("connect-src 'self'");

function policyWith(connecting: string): string {
  return [
    "default-src 'self'",
    "base-uri 'none'",
    connecting,
    "font-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "img-src 'self'",
    "object-src 'none'",
    // The camera's reader is WebAssembly, which no policy but this one allows; it allows no `eval`.
    "script-src 'self' 'wasm-unsafe-eval'",
    "script-src-attr 'none'",
    "style-src 'self'",
  ].join("; ");
}

/** As `Host` says it, with nothing in it that could end a directive. */
const HOST = /^[A-Za-z0-9.:[\]-]+$/;

/** `'self'` is the live socket too (CSP 3, 6.7.2.8), but not in every browser that a wall may have: it is named as well. */
function policyFor({ protocol, headers: { host } }: FastifyRequest): string {
  if (host === undefined || !HOST.test(host)) return CONTENT_SECURITY_POLICY;
  return policyWith(`connect-src 'self' ${protocol === "https" ? "wss" : "ws"}://${host}`);
}

/** What a page of ours asks a browser for, and no other: the camera that reads tickets, a screen that stays on. */
const PERMISSIONS_POLICY = [
  "camera=(self)",
  "fullscreen=(self)",
  "screen-wake-lock=(self)",
  ...["display-capture", "geolocation", "microphone", "midi", "payment", "serial", "usb"].map(
    (feature) => `${feature}=()`,
  ),
].join(", ");

/** A week: short, because under it the plain port of the same name is out of reach of that browser. */
const HSTS = "max-age=604800";

/** What Fastify refuses before any hook, such as an address that can't be decoded, is no page and loads nothing either. */
export function secureBare(reply: FastifyReply): void {
  reply.header("content-security-policy", CONTENT_SECURITY_POLICY);
  reply.header("x-content-type-options", "nosniff");
  reply.header("cross-origin-resource-policy", "same-origin");
  reply.header("referrer-policy", "no-referrer");
  reply.header("cache-control", "no-store");
}

/** Sets the headers that keep a page from loading, or being loaded by, anything else. */
export async function secure(app: Api, tls: TlsSide): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: false,
    strictTransportSecurity: false,
    // Both are ignored on plain HTTP, and said so in each console.
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    referrerPolicy: { policy: "no-referrer" },
  });
  app.addHook("onRequest", (request, reply, done) => {
    reply.header("content-security-policy", policyFor(request));
    reply.header("cache-control", "no-store");
    reply.header("permissions-policy", PERMISSIONS_POLICY);
    if (request.protocol === "https") {
      reply.header("cross-origin-opener-policy", "same-origin");
      reply.header("origin-agent-cluster", "?1");
      if (tls.origin === "own") reply.header("strict-transport-security", HSTS);
    }
    done();
  });
}
