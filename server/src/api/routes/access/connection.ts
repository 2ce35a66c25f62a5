import { TLSSocket } from "node:tls";
import type { FastifyReply, FastifyRequest } from "fastify";
import { cookiesOf, SCREEN_COOKIE, SESSION_COOKIE } from "../../access/identify.ts";
import type { RouteDeps } from "../../api.ts";
import type { Refusal } from "../../refuse.ts";

/** Browsers keep no cookie longer; a wall gets its own anew each time that it asks who it is. */
const SCREEN_DAYS = 400;
const DAY_S = 86_400;

/** Whether nobody between a browser and this server reads what is typed: over TLS, or on one machine. */
export function isSecure({ raw: { socket } }: Pick<FastifyRequest, "raw">): boolean {
  return socket instanceof TLSSocket || isLoopback(socket.remoteAddress ?? "");
}

/** Why a password may not be sent from here ([AC13]); null: it may. */
export function plainRefusal(
  request: FastifyRequest,
  { tls }: Pick<RouteDeps, "tls">,
): Refusal | null {
  if (isSecure(request)) return null;
  if (tls.httpsPort === null) return { code: "sign-in-no-tls" };
  const address = `https://${request.hostname}:${tls.httpsPort}/`;
  return { code: "sign-in-plain", blanks: { address } };
}

/** The token that this browser holds; null: none. */
export function sessionTokenOf({ headers }: Pick<FastifyRequest, "headers">): string | null {
  return cookiesOf(headers.cookie).get(SESSION_COOKIE) ?? null;
}

/** The token of this wall; null: none. */
export function screenTokenOf({ headers }: Pick<FastifyRequest, "headers">): string | null {
  return cookiesOf(headers.cookie).get(SCREEN_COOKIE) ?? null;
}

/** On a device that several people use the cookie goes with the browser's window. */
export function setSessionCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  { token, maxAgeS }: { readonly token: string; readonly maxAgeS: number | null },
): void {
  addCookie(request, reply, { name: SESSION_COOKIE, value: token, maxAgeS });
}

export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  addCookie(request, reply, { name: SESSION_COOKIE, value: "", maxAgeS: 0 });
}

export function setScreenCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  const maxAgeS = SCREEN_DAYS * DAY_S;
  addCookie(request, reply, { name: SCREEN_COOKIE, value: token, maxAgeS });
}

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly maxAgeS: number | null;
}

/** No page reads it and no other site sends it (RFC 6265bis, 5.6); over TLS it is never sent in the clear. */
function addCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  { name, value, maxAgeS }: Cookie,
): void {
  const isTls = request.raw.socket instanceof TLSSocket;
  const parts = [
    `${name}=${value}`,
    "Path=/",
    ...(maxAgeS === null ? [] : [`Max-Age=${maxAgeS}`]),
    "HttpOnly",
    "SameSite=Strict",
    ...(isTls ? ["Secure"] : []),
  ];
  reply.header("set-cookie", parts.join("; "));
}

function isLoopback(address: string): boolean {
  return address === "::1" || /^(::ffff:)?127\./.test(address);
}
