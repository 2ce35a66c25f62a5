import { createServer } from "node:tls";
import type { Broker } from "@trame/broker";
import { CONNECTIONS_MAX } from "@trame/shared";
import { boundHandshakes } from "./bound-handshakes.ts";
import { listenOn } from "./listen-on.ts";
import { follow, secureOptions } from "./secure-options.ts";
import type { Certificates } from "./start-certificates.ts";

export interface MqttsOptions {
  readonly host: string;
  /** 0 means any free one. */
  readonly port: number;
  readonly broker: Pick<Broker, "attach">;
  readonly certificates: Certificates;
  /** Connections that have not shaken hands yet; the most connections when not given. */
  readonly handshakesMax?: number;
}

/** A listener beside that of plain MQTT. */
export interface Listener {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves MQTT over TLS: what comes out of it is a byte stream like any other to the broker ([TL6]).
 * @throws when the port is taken
 */
export async function startMqtts(options: MqttsOptions): Promise<Listener> {
  const { broker, certificates, handshakesMax = CONNECTIONS_MAX } = options;
  const server = createServer({ ...secureOptions(certificates), noDelay: true }, (socket) =>
    broker.attach(socket, socket.remoteAddress ?? ""),
  );
  boundHandshakes(server, handshakesMax);
  // Who gives up on shaking hands is no error of ours.
  server.on("tlsClientError", () => undefined);
  follow(server, certificates);
  const port = await listenOn(server, options);
  // The broker ends its connections itself; one that has not shaken hands yet ends by its timeout.
  return { port, close: async () => void server.close() };
}
