import type { HttpDeps } from "../deps.ts";
import { refuse } from "../refuse.ts";
import { plainRefusal } from "../routes/access/connection.ts";
import type { HoldsBack } from "./permit.ts";

/** Whoever listens to plain HTTP would have the workshop: from another machine the admin token is of use over TLS alone ([AC13]). */
export function refusePlainToken(deps: Pick<HttpDeps, "tls">): HoldsBack {
  return (request, reply) => {
    const plain = request.principal.kind === "admin-token" ? plainRefusal(request, deps) : null;
    if (plain !== null) reply.send(refuse(request, reply, plain));
    return plain !== null;
  };
}
