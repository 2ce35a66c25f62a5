import websocket, { type WebSocket } from "@fastify/websocket";
import { LIVE_SUBPROTOCOL } from "@trame/shared";
import type { FastifyRequest } from "fastify";
import type { Api } from "./api.ts";
import { isOfThisServer } from "./origin.ts";
import { refuse } from "./refuse.ts";

/** Name of MQTT among the WebSocket subprotocols [MQTT-6.0.0-3]. */
export const MQTT_SUBPROTOCOL = "mqtt";

const SUBPROTOCOLS = [MQTT_SUBPROTOCOL, LIVE_SUBPROTOCOL];

/** A frame may carry several MQTT packets; the broker counts the bytes of each. */
const FRAME_BYTES_MAX = 1_024 * 1_024;
const GOING_AWAY = 1001;

/** What is done with a socket of an address, once it is open. */
export type SocketHandler = (socket: WebSocket, request: FastifyRequest) => void;

/** One WebSocket server for the screens and for MQTT. */
export async function acceptWebSockets(app: Api): Promise<void> {
  await app.register(websocket, {
    options: {
      maxPayload: FRAME_BYTES_MAX,
      // A browser leaves a server that takes none of those that it offers; a station's key is never said back.
      handleProtocols: (offered) => SUBPROTOCOLS.find((name) => offered.has(name)) ?? false,
    },
    // A socket that breaks its protocol or its network is closed: that is no error of ours.
    errorHandler: (_error, socket) => socket.terminate(),
    preClose(done) {
      for (const socket of app.websocketServer.clients) {
        socket.close(GOING_AWAY);
        socket.terminate();
      }
      done();
    },
  });
}

/** Adds an address that is read through a WebSocket, and says so to whoever asks for it otherwise (RFC 9110, 15.5.22). */
export function acceptWebSocket(app: Api, url: string, wsHandler: SocketHandler): void {
  app.route({
    method: "GET",
    url,
    schema: { hide: true },
    onRequest: isOfThisServer,
    wsHandler,
    handler(request, reply) {
      reply.header("upgrade", "websocket");
      return reply.send(refuse(request, reply, { code: "upgrade-required" }));
    },
  });
}
