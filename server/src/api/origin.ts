import type { FastifyReply, FastifyRequest } from "fastify";
import { refuse } from "./refuse.ts";

/**
 * A hook for WebSockets, which no browser keeps to their own site: a page from elsewhere may not read a workshop's
 * board. Programs send no `Origin` and pass.
 */
export function isOfThisServer(
  request: FastifyRequest,
  reply: FastifyReply,
  done: () => void,
): void {
  const { origin, host } = request.headers;
  if (origin === undefined || URL.parse(origin)?.host === host) done();
  else reply.send(refuse(request, reply, { code: "origin-foreign" }));
}
