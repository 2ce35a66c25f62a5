import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Plan } from "@trame/shared";
import { type ChildServer, startChildServer } from "./child-server.ts";

/** A whole Trame in a process of its own. */
export interface TrameServer extends ChildServer {
  readonly http: string;
  /** TRAME_ADMIN_TOKEN. */
  readonly token: string;
}

/** How a Trame is started. */
export interface TrameOptions {
  /** TRAME_DATA. */
  readonly data: string;
  readonly token: string;
  /** 0, the default, means any free one. */
  readonly mqttPort?: number;
  readonly httpPort?: number;
}

const MAIN = new URL("../../server/src/main.ts", import.meta.url);
/** How long before now the plan is said to hold. */
const PLAN_AGE_MS = 3_600_000;

/** Starts `server/src/main.ts`, as `npm start` does. */
export async function startTrame(options: TrameOptions): Promise<TrameServer> {
  const { data, token, mqttPort = 0, httpPort = 0 } = options;
  const server = await startChildServer({
    script: MAIN,
    env: {
      TRAME_DATA: data,
      TRAME_HOST: "127.0.0.1",
      TRAME_ADMIN_TOKEN: token,
      TRAME_MQTT_PORT: String(mqttPort),
      TRAME_HTTP_PORT: String(httpPort),
    },
  });
  return { ...server, token, http: server.http ?? "" };
}

/** Starts a Trame with a plan, on a folder of its own that is deleted with it. */
export async function startTrameWithPlan(plan: Plan): Promise<TrameServer> {
  const data = await mkdtemp(join(tmpdir(), "trame-bench-"));
  const token = drawToken();
  const server = await startTrame({ data, token });
  try {
    await putPlan(server.http, { plan, token });
  } catch (error) {
    await server.close();
    throw error;
  }
  return {
    ...server,
    async close() {
      await server.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** A token as an administrator would choose it. */
export function drawToken(): string {
  return randomBytes(16).toString("hex");
}

/** Gives a server its plan, in force since an hour ago: no counter has begun before it is bound. */
export async function putPlan(
  http: string,
  { plan, token }: { plan: Plan; token: string },
): Promise<void> {
  const from = new Date(Date.now() - PLAN_AGE_MS).toISOString();
  const response = await fetch(`${http}/api/v1/plan?from=${from}`, {
    method: "PUT",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify(plan),
  });
  if (!response.ok) throw new Error(`the plan was refused: ${await response.text()}`);
}
