import { startChildServer } from "./child-server.ts";
import { startMosquitto } from "./mosquitto.ts";
import type { ClientIdentity } from "./packets.ts";
import { makeWorkshop } from "./plan.ts";
import { startTrameWithPlan } from "./trame-server.ts";

/** What the same load is run against. */
export type TargetName = "mosquitto" | "aedes" | "trame";

/** A broker that is ready, and whom it lets in. */
export interface Target {
  readonly name: TargetName;
  readonly port: number;
  readonly pid: number;
  readonly devices: readonly ClientIdentity[];
  close(): Promise<void>;
}

const BARE_AEDES = new URL("./bare-aedes.ts", import.meta.url);

/** Starts the three, or two where the machine has no Mosquitto; Trame's plan names as many stations as there are devices. */
export async function startTargets(deviceCount: number): Promise<Target[]> {
  const { plan, devices } = makeWorkshop(deviceCount);
  const anonymous = devices.map(({ id }) => ({ id, secret: null }));
  const targets: Target[] = [];
  try {
    const mosquitto = await startMosquitto();
    if (mosquitto !== null) targets.push({ name: "mosquitto", devices: anonymous, ...mosquitto });
    const aedes = await startChildServer({ script: BARE_AEDES });
    targets.push({ name: "aedes", port: aedes.mqttPort, devices: anonymous, ...aedes });
    const trame = await startTrameWithPlan(plan);
    targets.push({ name: "trame", port: trame.mqttPort, devices, ...trame });
    return targets;
  } catch (error) {
    for (const target of targets) await target.close();
    throw error;
  }
}
