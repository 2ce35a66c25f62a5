import { buildTopic, ENTRIES_MAX, encodeCounts, encodeStatus, IN_FLIGHT_MAX } from "@trame/shared";
import { connectAsync, type MqttClient } from "mqtt";
import type { Counter } from "./counter.ts";

/** Where counters call, and with what. */
export interface Delivery {
  /** `mqtt://` or `ws://`. */
  readonly broker: string;
  /** Secret of each device. */
  readonly secrets: ReadonlyMap<string, string>;
  readonly stop: AbortSignal;
}

/** Counters that call at the same time. */
const AT_ONCE = 50;
const KEEP_ALIVE_S = 60;

/** Delivers all that the counters hold, each as a device that was out of reach; resolves when all is acknowledged. */
export async function deliver(counters: readonly Counter[], delivery: Delivery): Promise<void> {
  const waiting = [...counters];
  const callers = Array.from({ length: Math.min(AT_ONCE, counters.length) }, async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      await deliverOne(next, delivery);
    }
  });
  await Promise.all(callers);
}

async function deliverOne(counter: Counter, { broker, secrets, stop }: Delivery): Promise<void> {
  stop.throwIfAborted();
  const { device, boot } = counter;
  const client = await connectAsync(
    broker,
    {
      protocolVersion: 4,
      clientId: device,
      username: device,
      password: secrets.get(device) ?? "",
      keepalive: KEEP_ALIVE_S,
      reconnectPeriod: 0,
    },
    false,
  ).catch((error: unknown) => {
    throw new Error(`${device} n'est pas admis par ${broker} : ${(error as Error).message}`);
  });
  try {
    const status = { online: true, boot, firmware: "replay", rssi: null };
    await client.publishAsync(buildTopic(device, "status"), encodeStatus(status), { qos: 1 });
    await deliverSamples(counter, { client, stop });
  } finally {
    await client.endAsync();
  }
}

async function deliverSamples(
  { device, boot, began, samples }: Counter,
  { client, stop }: { client: MqttClient; stop: AbortSignal },
): Promise<void> {
  const topic = buildTopic(device, "counts");
  const cut = cutShort(client, device);
  const messageLength = ENTRIES_MAX * IN_FLIGHT_MAX;
  for (let at = 0; at < samples.length; at += messageLength) {
    stop.throwIfAborted();
    const flight: Promise<unknown>[] = [];
    for (let from = at; from < Math.min(at + messageLength, samples.length); from += ENTRIES_MAX) {
      const message = { boot, samples: samples.slice(from, from + ENTRIES_MAX) };
      const up = Date.now() - began;
      flight.push(client.publishAsync(topic, encodeCounts({ ...message, up }), { qos: 1 }));
    }
    await Promise.race([Promise.all(flight), cut]);
  }
}

/** Rejects when the server hangs up: nothing would be acknowledged any more. */
function cutShort(client: MqttClient, device: string): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => undefined);
  client.on("error", reject);
  client.once("close", () => reject(new Error(`le serveur a coupé la connexion de ${device}.`)));
  return promise;
}
