import { createHistogram } from "node:perf_hooks";
import { type ConnectCounter, type CounterClient, connectCounter } from "./counter-client.ts";
import type { ClientIdentity } from "./packets.ts";
import { readCpuSeconds } from "./process-figures.ts";

/** A closed loop: each counter keeps so many messages unacknowledged, and sends one more for each PUBACK. */
export interface LoadOptions {
  readonly port: number;
  readonly devices: readonly ClientIdentity[];
  readonly inFlight: number;
  readonly warmUpMs: number;
  readonly measureMs: number;
  /** Process of the server. */
  readonly pid: number;
  /** What the counters speak with; raw sockets by default. */
  readonly connect?: ConnectCounter;
}

/** What was measured after the warm-up. */
export interface LoadResult {
  readonly messagesPerSecond: number;
  /** From the write to the PUBACK. ms */
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Processors that the load itself and the server kept busy, 1 = one of them; the server's is null where it can't be read. */
  readonly loadCpus: number;
  readonly serverCpus: number | null;
}

const CONNECTING_AT_ONCE = 50;

/** Runs the load against a broker on 127.0.0.1. */
export async function runLoad(options: LoadOptions): Promise<LoadResult> {
  const { inFlight, warmUpMs, measureMs, pid } = options;
  const gauge = createGauge(inFlight);
  const clients = await connectAll(options, gauge);
  try {
    for (const client of clients) gauge.send(client, inFlight);
    await gauge.elapse(warmUpMs);
    gauge.start();
    const serverBefore = readCpuSeconds(pid);
    const cpuBefore = process.cpuUsage();
    const startedAt = performance.now();
    await gauge.elapse(measureMs);
    const seconds = (performance.now() - startedAt) / 1000;
    const cpu = process.cpuUsage(cpuBefore);
    const serverAfter = readCpuSeconds(pid);
    const isKnown = serverBefore !== null && serverAfter !== null;
    return {
      ...gauge.read(seconds),
      loadCpus: (cpu.user + cpu.system) / 1e6 / seconds,
      serverCpus: isKnown ? (serverAfter - serverBefore) / seconds : null,
    };
  } finally {
    for (const client of clients) client.close();
  }
}

async function connectAll(
  { port, devices, connect = connectCounter }: LoadOptions,
  { onAcknowledged, onLost }: ReturnType<typeof createGauge>,
): Promise<CounterClient[]> {
  const clients: CounterClient[] = [];
  for (let first = 0; first < devices.length; first += CONNECTING_AT_ONCE) {
    const some = devices.slice(first, first + CONNECTING_AT_ONCE);
    const connecting = some.map((identity) => connect({ port, identity, onAcknowledged, onLost }));
    clients.push(...(await Promise.all(connecting)));
  }
  return clients;
}

/** Counts acknowledgements and times them; PUBACKs of one counter come in the order of its messages. */
function createGauge(inFlight: number) {
  const latency = createHistogram({ lowest: 1, highest: 60_000_000, figures: 3 });
  const sentAt = new WeakMap<CounterClient, Float64Array>();
  const { promise: lost, reject: onLost } = Promise.withResolvers<never>();
  lost.catch(() => undefined);
  let isMeasuring = false;
  let messages = 0;

  function send(client: CounterClient, count: number): void {
    let times = sentAt.get(client);
    if (times === undefined) {
      times = new Float64Array(inFlight);
      sentAt.set(client, times);
    }
    const now = performance.now();
    for (let i = 0; i < count; i++) times[(client.sent + i) % inFlight] = now;
    client.send(count);
  }

  return {
    send,
    onAcknowledged(client: CounterClient, count: number): void {
      if (isMeasuring) {
        messages += count;
        const times = sentAt.get(client);
        const now = performance.now();
        for (let i = 1; i <= count; i++) {
          const since = times?.[(client.acknowledged - i) % inFlight] ?? now;
          latency.record(Math.max(1, Math.round((now - since) * 1000)));
        }
      }
      send(client, count);
    },
    onLost: (reason: string) => onLost(new Error(reason)),
    start() {
      isMeasuring = true;
    },
    /** Waits; rejects when a connection is lost meanwhile. */
    elapse: (ms: number) =>
      Promise.race([lost, new Promise<void>((resolve) => setTimeout(resolve, ms))]),
    read(seconds: number) {
      isMeasuring = false;
      return {
        messagesPerSecond: messages / seconds,
        p50Ms: latency.percentile(50) / 1000,
        p99Ms: latency.percentile(99) / 1000,
      };
    },
  };
}
