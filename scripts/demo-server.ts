/** The real server for the demo, as a child: a folder of its own, a token drawn for it, free ports when the usual ones are taken. */
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** A server that is ready. */
export interface DemoServer {
  readonly http: string;
  readonly mqtt: string;
  readonly token: string;
  /** Resolves when it has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Stops it and deletes what it wrote. */
  close(): Promise<void>;
}

const MAIN = fileURLToPath(new URL("../server/src/main.ts", import.meta.url));
const HTTP_PORT = 8080;
const MQTT_PORT = 1883;
const HTTPS_PORT = 8443;
const MQTTS_PORT = 8883;
/** How long it may take to close its database before it is killed. */
const PATIENCE_MS = 10_000;

/** Starts a server and waits until it is ready; fails with the last thing it said. */
export async function startDemoServer(env: NodeJS.ProcessEnv): Promise<DemoServer> {
  const data = await mkdtemp(join(tmpdir(), "trame-demo-"));
  const token = randomBytes(16).toString("hex");
  const host = env["TRAME_HOST"] ?? "127.0.0.1";
  // The flags carry the watch that ends an orphan, so that nothing goes on listening.
  const child = spawn(process.execPath, [...process.execArgv, MAIN], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...env,
      TRAME_DATA: data,
      TRAME_HOST: host,
      TRAME_ADMIN_TOKEN: token,
      TRAME_HTTP_PORT: env["TRAME_HTTP_PORT"] ?? String(await choosePort(host, HTTP_PORT)),
      TRAME_MQTT_PORT: env["TRAME_MQTT_PORT"] ?? String(await choosePort(host, MQTT_PORT)),
      TRAME_HTTPS_PORT: env["TRAME_HTTPS_PORT"] ?? String(await choosePort(host, HTTPS_PORT)),
      TRAME_MQTTS_PORT: env["TRAME_MQTTS_PORT"] ?? String(await choosePort(host, MQTTS_PORT)),
    },
  });
  const ended = once(child, "exit").then(() => undefined);
  const close = async () => {
    await stop(child, ended);
    await rm(data, { recursive: true, force: true });
  };
  const ready = await readReady(child);
  if (ready === null) {
    await close();
    throw new Error("Le serveur n'a pas démarré.");
  }
  return { ...ready, token, ended, close };
}

/** The usual port, or 0 for any other when somebody listens there. */
async function choosePort(host: string, port: number): Promise<number> {
  const server = createServer();
  try {
    server.listen(port, host);
    await once(server, "listening");
    return port;
  } catch {
    return 0;
  } finally {
    server.close();
  }
}

/** The line that says that it is ready; null when it ends without. */
async function readReady(child: ChildProcess): Promise<{ http: string; mqtt: string } | null> {
  if (child.stdout === null) return null;
  for await (const line of createInterface(child.stdout)) {
    const answer = parseReady(line);
    if (answer === null) continue;
    // Unread, a full pipe would hold the server up.
    child.stdout.resume();
    return answer;
  }
  return null;
}

function parseReady(line: string): { http: string; mqtt: string } | null {
  if (!line.startsWith("{")) return null;
  const { ready, http, mqtt } = JSON.parse(line);
  return ready === true ? { http, mqtt } : null;
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  const deadline = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
  await ended;
  clearTimeout(deadline);
}
