import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** Where a server that is ready listens, as it printed it. */
export interface Ready {
  readonly mqtt: string;
  readonly http?: string;
}

/** A server in a process of its own. */
export interface ChildServer extends Ready {
  readonly pid: number;
  /** Port of `mqtt`. */
  readonly mqttPort: number;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
  /** Asks it to end, and kills it when it doesn't. */
  close(): Promise<void>;
}

export interface ChildOptions {
  /** URL of the script. */
  readonly script: URL;
  /** Added to the environment of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Options of Node itself, such as a profile. */
  readonly nodeArgs?: readonly string[];
}

/** How long it may take to close its database before it is killed. */
const PATIENCE_MS = 10_000;

/** Starts a script on this Node and waits for the line of JSON that says that it is ready. */
export async function startChildServer(options: ChildOptions): Promise<ChildServer> {
  const { script, env = {}, nodeArgs = [] } = options;
  const child = spawn(process.execPath, [...process.execArgv, ...nodeArgs, fileURLToPath(script)], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ...env },
  });
  const ended = once(child, "exit");
  killAtExit(child);
  const ready = await readReady(child);
  if (ready === null) throw new Error(`${fileURLToPath(script)} ended before it was ready`);
  return {
    ...ready,
    pid: child.pid ?? 0,
    mqttPort: Number(new URL(ready.mqtt).port),
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
    async close() {
      child.kill("SIGTERM");
      const deadline = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
      await ended;
      clearTimeout(deadline);
    },
  };
}

/** Nothing that a script started outlives it, however it ends. */
export function killAtExit(child: ChildProcess): void {
  const kill = (): void => void child.kill("SIGKILL");
  process.once("exit", kill);
  child.once("exit", () => process.off("exit", kill));
}

async function readReady(child: ChildProcess): Promise<Ready | null> {
  if (child.stdout === null) return null;
  for await (const line of createInterface(child.stdout)) {
    if (!line.startsWith('{"ready":true')) continue;
    // Unread, a full pipe would hold the server up.
    child.stdout.resume();
    return JSON.parse(line);
  }
  return null;
}
