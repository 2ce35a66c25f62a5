import websocket from "@fastify/websocket";
import type { Api } from "./api.ts";
import { MQTT_SUBPROTOCOL } from "./routes/mqtt.ts";

/** A frame may carry several MQTT packets; the broker counts the bytes of each. */
const FRAME_BYTES_MAX = 1_024 * 1_024;
const GOING_AWAY = 1001;

/** One WebSocket server for the screens and for MQTT. */
export async function acceptWebSockets(app: Api): Promise<void> {
  await app.register(websocket, {
    options: {
      maxPayload: FRAME_BYTES_MAX,
      handleProtocols: (offered) => (offered.has(MQTT_SUBPROTOCOL) ? MQTT_SUBPROTOCOL : false),
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
