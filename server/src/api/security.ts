import helmet from "@fastify/helmet";
import type { Api } from "./api.ts";

/**
 * Everything comes from this server. Neither HSTS nor `upgrade-insecure-requests`: a workshop's network has no
 * certificates, and on plain HTTP they blank the page on every machine but the server itself.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "base-uri 'self'",
  "connect-src 'self' ws: wss:",
  "font-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  // The camera's reader is WebAssembly, which no policy but this one allows; it allows no `eval`.
  "script-src 'self' 'wasm-unsafe-eval'",
  "script-src-attr 'none'",
  "style-src 'self'",
].join("; ");

/** Sets the headers that keep a page from loading, or being loaded by, anything else. */
export async function secure(app: Api): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: false,
    strictTransportSecurity: false,
    // Both are ignored on plain HTTP, and said so in each console.
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
  });
  app.addHook("onRequest", (_request, reply, done) => {
    reply.header("content-security-policy", CONTENT_SECURITY_POLICY);
    reply.header("cache-control", "no-store");
    done();
  });
}
