/** The programs of the server as somebody starts them: processes of their own, their folders, and what they say. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

export const MAIN = fileURLToPath(new URL("../../server/src/main.ts", import.meta.url));
export const REBUILD = fileURLToPath(new URL("../../server/src/rebuild.ts", import.meta.url));

/** Where a server says that it listens. */
export interface Ready {
  readonly ready: true;
  readonly http: string;
  readonly mqtt: string;
  readonly mqttWs: string;
  readonly https: string | null;
  readonly mqtts: string | null;
}

/** What a program said and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "trame-path-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts a program of the server with these variables of ours and no other; it ends with the test. */
export function run(file: string, env: Readonly<Record<string, string>>): ChildProcess {
  const child = launch(file, env);
  onTestFinished(() => kill(child));
  return child;
}

/** The same, until it is killed. */
export function launch(file: string, env: Readonly<Record<string, string>>): ChildProcess {
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const ports = { TRAME_HOST: "127.0.0.1", TRAME_HTTP_PORT: "0", TRAME_MQTT_PORT: "0" };
  return spawn(process.execPath, [file], {
    env: { PATH, NODE_COMPILE_CACHE, ...ports, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Ends it at once; what it had open is closed then. */
export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}

export async function endOf(child: ChildProcess): Promise<Ended> {
  const said = { out: "", err: "" };
  child.stdout?.on("data", (text: Buffer) => {
    said.out += String(text);
  });
  child.stderr?.on("data", (text: Buffer) => {
    said.err += String(text);
  });
  const [code] = (await once(child, "close")) as [number | null];
  return { code, ...said };
}

export async function readyOf(child: ChildProcess): Promise<Ready> {
  let text = "";
  for await (const chunk of child.stdout ?? []) {
    text += String(chunk);
    if (text.includes("\n")) break;
  }
  return JSON.parse(text.split("\n")[0] ?? "") as Ready;
}

/** True when something accepts connections there. */
export function isListening(address: string): Promise<boolean> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    socket.once("connect", () => resolve(true));
    socket.once("error", () => resolve(false));
    onTestFinished(() => void socket.destroy());
  });
}
