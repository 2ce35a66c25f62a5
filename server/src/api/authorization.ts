import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { refuse } from "./refuse.ts";

/** A hook that lets a request pass only with the admin token (RFC 6750), before its body is read. */
export type Guard = (request: FastifyRequest, reply: FastifyReply, done: () => void) => void;

/** Guards what may only be done with the admin token. */
export function createGuard(adminToken: string): Guard {
  const expected = digest(adminToken);
  return (request, reply, done) => {
    const given = bearerOf(request.headers.authorization);
    // Digests have one length: comparing them takes the same time wherever they differ.
    if (given !== undefined && timingSafeEqual(digest(given), expected)) {
      done();
      return;
    }
    const isMissing = given === undefined;
    const realm = 'Bearer realm="trame"';
    reply.header("www-authenticate", isMissing ? realm : `${realm}, error="invalid_token"`);
    const body = refuse(request, reply, { code: isMissing ? "token-missing" : "token-wrong" });
    reply.send(body);
  };
}

/** The token of an `Authorization` header. */
export function bearerOf(header: string | undefined): string | undefined {
  return /^Bearer +(\S+)\s*$/i.exec(header ?? "")?.[1];
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
