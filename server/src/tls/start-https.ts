import type { RequestListener } from "node:http";
import { createServer, type Server } from "node:https";
import { CONNECTIONS_MAX } from "@trame/shared";
import { boundHandshakes } from "./bound-handshakes.ts";
import { listenOn } from "./listen-on.ts";
import { follow, secureOptions } from "./secure-options.ts";
import type { Certificates } from "./start-certificates.ts";
import type { Listener } from "./start-mqtts.ts";

/** What of the plain server answers here too. */
export interface PlainSide {
  readonly answer: RequestListener;
  /** The plain server's events: upgrades to sockets, and requests that can't be read. */
  readonly server: { emit(event: "upgrade" | "clientError", ...args: unknown[]): boolean };
  readonly requestTimeout: number;
  /** Ends connections on which nothing is asked. */
  endSilent(server: Server): void;
}

export interface HttpsOptions {
  readonly host: string;
  /** 0 means any free one. */
  readonly port: number;
  readonly certificates: Certificates;
}

/**
 * Serves the same routes and sockets as the plain server over TLS ([TL3]).
 * @throws when the port is taken
 */
export async function startHttps(plain: PlainSide, options: HttpsOptions): Promise<Listener> {
  const { certificates } = options;
  const { requestTimeout } = plain;
  const server = createServer({ ...secureOptions(certificates), requestTimeout }, plain.answer);
  for (const event of ["upgrade", "clientError"] as const) {
    server.on(event, (...args: unknown[]) => plain.server.emit(event, ...args));
  }
  // Whoever does not trust the certificate yet breaks off: that is no error of ours.
  server.on("tlsClientError", () => undefined);
  plain.endSilent(server);
  boundHandshakes(server, CONNECTIONS_MAX);
  follow(server, certificates);
  const port = await listenOn(server, options);
  return {
    port,
    // Sockets that were upgraded end with the plain server's.
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
