import type { PlainSide } from "../tls/start-https.ts";
import { LONG_BODY_WITHIN_MS } from "./body-time.ts";
import { createHttp } from "./create-http.ts";
import type { HttpDeps } from "./deps.ts";
import { endSilent } from "./end-silent.ts";

/** A listening HTTP server. */
export interface Http {
  readonly port: number;
  /** What answers over TLS too. */
  readonly plain: PlainSide;
  /** Ends every connection, WebSockets included, and stops listening. */
  close(): Promise<void>;
}

/**
 * Serves the HTTP interface, the live socket, MQTT over WebSocket and the screens.
 * @throws when the port is taken or the host is not this machine's
 */
export async function startHttp(deps: HttpDeps): Promise<Http> {
  const app = await createHttp(deps);
  endSilent(app.server, "connection");
  try {
    await app.listen({ host: deps.host, port: deps.port });
  } catch (error) {
    await app.close();
    throw error;
  }
  const address = app.server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return {
    port: port ?? deps.port,
    plain: {
      ...{ answer: app.routing, server: app.server, requestTimeout: LONG_BODY_WITHIN_MS },
      endSilent: (server) => endSilent(server, "secureConnection"),
    },
    close: () => app.close(),
  };
}
