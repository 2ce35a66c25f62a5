import { setTimeout as wait } from "node:timers/promises";
import { WebSocket } from "ws";
import { type CounterClient, connectCounter } from "./counter-client.ts";
import { runLoad } from "./load.ts";
import { makeWorkshop } from "./plan.ts";
import { readResidentMb } from "./process-figures.ts";
import { startTrameWithPlan } from "./trame-server.ts";

/** How resident memory is measured. */
export interface MemoryOptions {
  readonly stations: number;
  /** How long nothing happens after the start. */
  readonly restMs: number;
  /** How long each counter says one thing a second, with a wall connected. */
  readonly calmMs: number;
  /** How much longer: what is due once a minute or once an hour has then been done. */
  readonly longMs: number;
  /** How long all counters then send as fast as they are acknowledged. */
  readonly loadMs: number;
}

/** Resident memory of the whole server process; null where it can't be read. MB */
export interface MemoryFigure extends MemoryOptions {
  readonly atRestMb: number | null;
  readonly calmMb: number | null;
  readonly longMb: number | null;
  readonly loadMb: number | null;
}

const EVERY_MS = 1_000;
const IN_FLIGHT = 10;

/** Measures a Trame at rest, at work, and after a load that no workshop makes. */
export async function measureMemory(options: MemoryOptions): Promise<MemoryFigure> {
  const { stations, restMs, calmMs, longMs, loadMs } = options;
  const { plan, devices } = makeWorkshop(stations);
  const server = await startTrameWithPlan(plan);
  try {
    const { pid, mqttPort: port } = server;
    await wait(restMs);
    const atRestMb = readResidentMb(pid);
    const closeWall = await openWall(server.http);
    const onLost = (reason: string): void => console.error(reason);
    const connecting = devices.map((identity) =>
      connectCounter({ port, identity, onAcknowledged: () => undefined, onLost }),
    );
    const clients = await Promise.all(connecting);
    await speak(clients, calmMs);
    const calmMb = readResidentMb(pid);
    await speak(clients, longMs);
    const longMb = readResidentMb(pid);
    for (const client of clients) client.close();
    await runLoad({ port, pid, devices, inFlight: IN_FLIGHT, warmUpMs: 0, measureMs: loadMs });
    const loadMb = readResidentMb(pid);
    closeWall();
    return { ...options, atRestMb, calmMb, longMb, loadMb };
  } finally {
    await server.close();
  }
}

/** What a wall does: says hello and hears. */
async function openWall(http: string): Promise<() => void> {
  const socket = new WebSocket(`${http.replace("http", "ws")}/api/v1/live`);
  await new Promise((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
  });
  socket.send(JSON.stringify({ type: "hello", clock: 0 }));
  return () => socket.terminate();
}

async function speak(clients: readonly CounterClient[], ms: number): Promise<void> {
  const until = performance.now() + ms;
  for (let i = 0; performance.now() < until; i++) {
    clients[i % clients.length]?.send(1);
    await wait(EVERY_MS / clients.length);
  }
}
