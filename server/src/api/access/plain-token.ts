import type { FastifyRequest } from "fastify";
import type { HttpDeps } from "../deps.ts";
import { type Refusal, refuse } from "../refuse.ts";
import { plainRefusal } from "../routes/access/connection.ts";
import type { HoldsBack } from "./permit.ts";

/**
 * Whoever listens to plain HTTP would have the workshop, or what a program may do: from another machine the admin token and keys
 * of programs are of use over TLS alone ([AC13]).
 */
export function refusePlainToken(deps: Pick<HttpDeps, "tls">): HoldsBack {
  return (request, reply) => {
    const plain = refusalFor(request, deps);
    if (plain !== null) reply.send(refuse(request, reply, plain));
    return plain !== null;
  };
}

function refusalFor(request: FastifyRequest, deps: Pick<HttpDeps, "tls">): Refusal | null {
  const { kind } = request.principal;
  if (kind === "admin-token") return plainRefusal(request, deps);
  if (kind !== "api-key") return null;
  const plain = plainRefusal(request, deps);
  return plain && { ...plain, code: plain.code === "sign-in-plain" ? "key-plain" : "key-no-tls" };
}
