import type { EventEmitter } from "node:events";
import { createServer, type Server } from "node:net";
import type { Duplex } from "node:stream";
import {
  buildTopic,
  CONNECT_BYTES_MAX,
  CONNECT_TIMEOUT_MS,
  CONNECTIONS_MAX,
  encodeConfig,
  KEEP_ALIVE_MAX_S,
  PACKET_BYTES_MAX,
  TOPIC_LEVELS_MAX,
} from "@trame/shared";
import type { Client, PublishPacket } from "aedes";
import type { Broker, BrokerLimits, BrokerLog, BrokerOptions } from "./api.ts";
import { atMostEvery } from "./at-most.ts";
import { type Connections, createConnections } from "./connections.ts";
import { DeviceAedes } from "./device-aedes.ts";
import { createDoorkeeper } from "./doorkeeper.ts";
import { gatherWrites } from "./gather-writes.ts";
import { createPacketMeter, meterReads } from "./packet-meter.ts";
import { createAuthorizePublish } from "./publishing.ts";
import { parserOf, readAhead } from "./read-ahead.ts";

const DEFAULT_LIMITS: BrokerLimits = {
  connectTimeoutMs: CONNECT_TIMEOUT_MS,
  keepAliveMaxS: KEEP_ALIVE_MAX_S,
  connectBytesMax: CONNECT_BYTES_MAX,
  packetBytesMax: PACKET_BYTES_MAX,
  topicLevelsMax: TOPIC_LEVELS_MAX,
  connectionsMax: CONNECTIONS_MAX,
};
/** QoS 2 messages of one connection that wait for their release; each may be a packet long. */
const QOS2_HELD_MAX = 64;
/** Without room a flood is told this often, and how many were not told. */
const FULL_EVERY_MS = 1_000;

/** Starts the broker: listens on TCP, and serves the streams that are attached. */
export async function startBroker(options: BrokerOptions): Promise<Broker> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  let isClosing = false;
  const connections = createConnections((presence) => {
    if (!isClosing) options.onPresence(presence);
  });
  const doorkeeper = createDoorkeeper({ ...options, limits }, connections);
  const aedes = new DeviceAedes({
    ...doorkeeper.hooks,
    connectTimeout: limits.connectTimeoutMs,
    maxTopicLevels: limits.topicLevelsMax,
    maxInflightInbound: QOS2_HELD_MAX,
    authorizePublish: createAuthorizePublish(options, connections),
  });
  watch(aedes, connections, options.log);
  await aedes.listen();

  const makeRoom = createRoom(connections, limits, options.log);

  function attach(stream: Duplex, remote: string): void {
    if (isClosing || !makeRoom(remote)) {
      stream.destroy();
      return;
    }
    const meter = createPacketMeter(limits.connectBytesMax);
    meterReads(stream, meter);
    gatherWrites(stream);
    const client = aedes.handle(stream);
    readAhead(parserOf(client), meter);
    const connection = { client, remote, meter, asked: null, admission: null, stored: undefined };
    connections.add(connection);
    stream.once("close", () => connections.remove(connection));
  }

  const server = createServer({ noDelay: true }, (socket) => {
    attach(socket, socket.remoteAddress ?? "");
  });
  const closeAedes = (): Promise<void> => new Promise((done) => aedes.close(done));
  const port = await listen(server, options).catch(async (error: unknown) => {
    // Its timers would keep the process alive.
    await closeAedes();
    throw error;
  });
  server.on("error", (error) => options.log.warn({ error: error.message }, "listener failed"));

  return {
    port,
    get connections() {
      return connections.size;
    },
    attach,
    replaceCredentials: doorkeeper.replaceCredentials,
    setPairingCode: doorkeeper.setPairingCode,
    ...createSenders(aedes, options.log),
    disconnect: (deviceId) => connections.findDevice(deviceId)?.client.close(),
    async close() {
      isClosing = true;
      for (const { client } of connections.all()) client.conn.destroy();
      await Promise.all([closed(server), closeAedes()]);
    },
  };
}

/**
 * Whoever opens connections and says nothing keeps no counter out ([B16]): a counter says who it is as soon as it is connected,
 * so the one that has waited longest to be let in is the one to go. What is answered is false where all are let in.
 */
function createRoom(
  connections: Connections,
  { connectionsMax }: Pick<BrokerLimits, "connectionsMax">,
  log: BrokerLog,
): (remote: string) => boolean {
  const tellFull = atMostEvery(FULL_EVERY_MS, (remote: string, untold) => {
    log.warn({ remote, connections: connections.size, untold }, "no connection to spare");
  });
  return (remote) => {
    if (connections.size < connectionsMax) return true;
    const stranger = connections.findStranger();
    tellFull(stranger?.remote ?? remote);
    if (stranger === undefined) return false;
    connections.remove(stranger);
    stranger.client.conn.destroy();
    return true;
  };
}

function createSenders(aedes: DeviceAedes, log: BrokerLog): Pick<Broker, "publishConfig" | "send"> {
  function publish(message: Pick<PublishPacket, "topic" | "payload" | "qos" | "retain">): void {
    aedes.publish({ cmd: "publish", dup: false, ...message }, (error) => {
      if (error) log.warn({ topic: message.topic, error: error.message }, "not published");
    });
  }
  return {
    publishConfig(deviceId, config) {
      // An empty retained message is none, [MQTT-3.3.1-10].
      const payload = config === null ? "" : encodeConfig(config);
      publish({ topic: buildTopic(deviceId, "config"), payload, qos: 1, retain: true });
    },
    send(topic, payload) {
      publish({ topic, payload, qos: 0, retain: false });
    },
  };
}

function watch(aedes: DeviceAedes, connections: Connections, log: BrokerLog): void {
  aedes.on("clientReady", (client) => {
    const connection = connections.find(client);
    if (connection !== undefined) connections.announce(connection);
  });
  const onBroken = (client: Client, { message }: Error) => {
    const connection = connections.find(client);
    const device = connection?.admission?.credential.deviceId;
    log.info({ device, remote: connection?.remote, reason: message }, "connection broken off");
  };
  aedes.on("clientError", onBroken);
  aedes.on("connectionError", onBroken);
  // Aedes' types forget this event; without a listener it would end the process.
  const events: EventEmitter = aedes;
  events.on("error", (error: Error) => log.warn({ error: error.message }, "broker failed"));
}

function listen(server: Server, { host, port }: BrokerOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port }, () => {
      server.off("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
