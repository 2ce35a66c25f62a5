import { buildTopic, encodeStatus, WILL_STATUS } from "@trame/shared";
import { connect, type IClientOptions } from "mqtt";
import type { Dial, Identity } from "./dial.ts";

const KEEP_ALIVE_S = 30;
const CONNECT_TIMEOUT_MS = 10_000;

/** Reaches a broker over `mqtt://` or `ws://`. Each attempt is a client of its own: the firmware reconnects, not the library. */
export function createMqttDial(brokerUrl: string): Dial {
  return (identity, events) => {
    const client = connect(brokerUrl, clientOptions(identity));
    const config = buildTopic(identity.device, "config");
    let isOver = false;
    let reason = "connection closed";

    client.on("connect", () => {
      client.subscribe(config, { qos: 1 }, (error) => {
        if (isOver) return;
        if (error) reason = error.message;
        else events.onUp();
      });
    });
    client.on("message", (topic, payload) => {
      if (!isOver && topic === config) events.onConfig(payload);
    });
    // Without a listener an error of the socket would end the process.
    client.on("error", (error) => {
      reason = error.message;
    });
    client.on("close", () => {
      client.end(true);
      if (isOver) return;
      isOver = true;
      events.onDown(reason);
    });

    return {
      publish({ topic, payload, retain }, onAck) {
        client.publish(topic, payload, { qos: 1, retain }, (error) => {
          if (!error && !isOver) onAck();
        });
      },
      cut() {
        isOver = true;
        client.stream.destroy();
        client.end(true);
      },
    };
  };
}

function clientOptions({ device, secret }: Identity): IClientOptions {
  return {
    protocolVersion: 4,
    clientId: device,
    username: device,
    ...(secret !== null && { password: secret }),
    clean: true,
    keepalive: KEEP_ALIVE_S,
    connectTimeout: CONNECT_TIMEOUT_MS,
    reconnectPeriod: 0,
    will: {
      topic: buildTopic(device, "status"),
      payload: Buffer.from(encodeStatus(WILL_STATUS)),
      qos: 1,
      retain: true,
    },
  };
}
