import { createWebSocketStream } from "ws";
import type { Api, RouteDeps } from "../api.ts";
import { acceptWebSocket, MQTT_SUBPROTOCOL } from "../web-sockets.ts";

/** WebSocket close codes (RFC 6455, 7.4.1). */
const PROTOCOL_ERROR = 1002;
const UNSUPPORTED_DATA = 1003;

/** MQTT over WebSocket, on the port of the screens: the broker gets the bytes. */
export function routeMqtt(app: Api, { attachMqtt }: RouteDeps): void {
  acceptWebSocket(app, "/mqtt", (socket, request) => {
    if (socket.protocol !== MQTT_SUBPROTOCOL) {
      socket.close(PROTOCOL_ERROR, "subprotocol mqtt expected");
      return;
    }
    // Only binary frames carry MQTT [MQTT-6.0.0-1].
    socket.on("message", (_data, isBinary) => {
      if (!isBinary) socket.close(UNSUPPORTED_DATA, "binary frames expected");
    });
    const stream = createWebSocketStream(socket);
    // A connection that breaks is closed; the broker looks at that, not at why.
    stream.on("error", () => undefined);
    attachMqtt(stream, request.ip);
  });
}
