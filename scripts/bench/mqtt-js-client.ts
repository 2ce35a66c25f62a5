import { connectAsync } from "mqtt";
import { type CounterClient, type CounterClientOptions, createMessages } from "./counter-client.ts";

const KEEP_ALIVE_S = 60;

/** The same counter on MQTT.js, as the programs of a workshop speak: each message costs the load much more than it costs a broker. */
export async function connectMqttJs(options: CounterClientOptions): Promise<CounterClient> {
  const { port, identity, onAcknowledged, onLost } = options;
  const said = createMessages(identity.id);
  const socket = await connectAsync({
    host: "127.0.0.1",
    port,
    protocolVersion: 4,
    clientId: identity.id,
    ...(identity.secret === null ? {} : { username: identity.id, password: identity.secret }),
    clean: true,
    keepalive: KEEP_ALIVE_S,
    reconnectPeriod: 0,
  });
  let sent = 0;
  let acknowledged = 0;
  let isOpen = true;

  const client: CounterClient = {
    send(messages) {
      for (let left = messages; left > 0; left--) {
        sent += 1;
        socket.publish(said.topic, said.next(sent), { qos: 1 }, hear);
      }
    },
    get sent() {
      return sent;
    },
    get acknowledged() {
      return acknowledged;
    },
    close() {
      isOpen = false;
      socket.end(true);
    },
  };

  function hear(error?: unknown): void {
    if (!isOpen) return;
    if (error) {
      onLost(`${identity.id}: ${String(error)}`);
      return;
    }
    acknowledged += 1;
    onAcknowledged(client, 1);
  }

  socket.on("error", (error) => onLost(`${identity.id}: ${error.message}`));
  socket.once("close", () => {
    if (isOpen) onLost(`${identity.id} was cut off`);
    isOpen = false;
  });
  return client;
}
