import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { createMqttDial, createRandom, type Random } from "@trame/firmware-sim";
import { type ChildServer, startChildServer } from "../bench/child-server.ts";
import { makeWorkshop } from "../bench/plan.ts";
import { drawToken, putPlan, startTrame } from "../bench/trame-server.ts";
import { type SewingDevice, startSewingDevice } from "./sewing-device.ts";
import { judge, type Verdict } from "./verdict.ts";
import { createWitness } from "./witness.ts";

/** A workshop that sews while its server is killed again and again. */
export interface ChaosOptions {
  readonly devices: number;
  readonly kills: number;
  readonly seed: number | string;
  /** `careless` acknowledges before it commits: the negative control. */
  readonly server: "trame" | "careless";
  /** Told after each kill. */
  readonly onKill?: (kills: number) => void;
}

const PIECE_EVERY_MS = 10;
/** The server lives for so long, once it is ready. ms */
const LIFE_MS = [200, 1_100] as const;
const DRAIN_MS = 30_000;
const CARELESS = new URL("./careless-server.ts", import.meta.url);

/** Kills the server so often, lets the counters deliver the rest, and says what became of what they sewed. */
export async function runChaos(options: ChaosOptions): Promise<Verdict> {
  const folder = await mkdtemp(join(tmpdir(), "trame-chaos-"));
  const random = createRandom(options.seed);
  const { plan, devices: identities } = makeWorkshop(options.devices);
  const witness = createWitness();
  let devices: SewingDevice[] = [];
  try {
    const port = await prepare(folder, plan);
    const dial = createMqttDial(`mqtt://127.0.0.1:${port}`);
    devices = identities.map(({ id, secret }) =>
      startSewingDevice({
        identity: { device: id, secret },
        boot: random.hex(8),
        dial,
        pieceEveryMs: PIECE_EVERY_MS,
        onAcknowledged: witness.acknowledged,
      }),
    );
    await killOften({ ...options, random, start: () => startServer(options, folder, port) });
    for (const device of devices) device.stopSewing();
    const server = await startServer(options, folder, port);
    await drain(devices).finally(server.close);
    const stations = plan.lines.flatMap((line) => line.stations);
    const sewn = new Map(
      stations.map(({ id, device }) => [id, devices.find((each) => each.id === device)?.sewn ?? 0]),
    );
    return await judge(folder, { promises: witness.promises, sewn });
  } finally {
    for (const device of devices) device.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Gives the folder its plan; answers the MQTT port that was free. */
async function prepare(
  folder: string,
  plan: Parameters<typeof putPlan>[1]["plan"],
): Promise<number> {
  const token = drawToken();
  const server = await startTrame({ data: folder, token });
  await putPlan(server.http, { plan, token }).finally(server.close);
  return server.mqttPort;
}

function startServer(
  { server }: Pick<ChaosOptions, "server">,
  data: string,
  mqttPort: number,
): Promise<ChildServer> {
  if (server === "trame") return startTrame({ data, mqttPort, token: drawToken() });
  const env = { TRAME_DATA: data, TRAME_MQTT_PORT: String(mqttPort) };
  return startChildServer({ script: CARELESS, env });
}

interface Killing extends Pick<ChaosOptions, "kills" | "onKill"> {
  readonly random: Random;
  readonly start: () => Promise<ChildServer>;
}

async function killOften({ kills, onKill, random, start }: Killing): Promise<void> {
  for (let kill = 1; kill <= kills; kill++) {
    const server = await start();
    await wait(random.between(...LIFE_MS));
    await server.kill();
    onKill?.(kill);
  }
}

/** Waits until every sample is acknowledged. */
async function drain(devices: readonly SewingDevice[]): Promise<void> {
  const until = performance.now() + DRAIN_MS;
  while (devices.some(({ waiting }) => waiting > 0)) {
    if (performance.now() > until) throw new Error("the counters could not deliver what they hold");
    await wait(20);
  }
}
