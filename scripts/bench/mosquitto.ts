import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { killAtExit } from "./child-server.ts";

/** A bare Mosquitto that listens. */
export interface Mosquitto {
  readonly port: number;
  readonly pid: number;
  close(): Promise<void>;
}

const PROGRAM = "mosquitto";
const START_TRIES = 100;
const TRY_EVERY_MS = 50;
const run = promisify(execFile);

/** Its version, installed from Debian's packages where that can be done and is wanted; null where there is none. */
export async function findMosquitto({ install }: { install: boolean }): Promise<string | null> {
  const found = await readVersion();
  const canInstall = process.getuid?.() === 0 && existsSync("/etc/debian_version");
  if (found !== null || !install || !canInstall) return found;
  await run("apt-get", ["install", "--yes", "--quiet", "--no-install-recommends", PROGRAM]).catch(
    (error: Error) => console.error(`Mosquitto could not be installed: ${error.message}`),
  );
  return readVersion();
}

/** Starts it on a free port; it asks nobody for a secret and stores nothing. Null where there is none. */
export async function startMosquitto(): Promise<Mosquitto | null> {
  const folder = await mkdtemp(join(tmpdir(), "trame-mosquitto-"));
  const port = await findFreePort();
  const lines = [
    `listener ${port} 127.0.0.1`,
    "allow_anonymous true",
    "persistence false",
    "set_tcp_nodelay true",
    "log_type none",
  ];
  await writeFile(join(folder, "mosquitto.conf"), lines.join("\n"));
  const child = spawn(PROGRAM, ["-c", join(folder, "mosquitto.conf")], { stdio: "ignore" });
  killAtExit(child);
  const gone = ends(child);
  const close = async (): Promise<void> => {
    child.kill("SIGTERM");
    await gone;
    await rm(folder, { recursive: true, force: true });
  };
  const isUp = await Promise.race([gone.then(() => false), listens(port)]);
  if (isUp) return { port, pid: child.pid ?? 0, close };
  await close();
  return null;
}

/** Also when it could not be started at all. */
async function ends(child: ChildProcess): Promise<void> {
  await Promise.race([once(child, "exit"), once(child, "error")]).catch(() => undefined);
}

/** The first line of its help names the version; printing it is no success to Mosquitto. */
async function readVersion(): Promise<string | null> {
  const said = await run(PROGRAM, ["-h"]).then(
    ({ stdout }) => stdout,
    (error: { stdout?: string }) => error.stdout ?? "",
  );
  return /mosquitto version \S+/.exec(said)?.[0] ?? null;
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
}

async function listens(port: number): Promise<boolean> {
  for (let left = START_TRIES; left > 0; left--) {
    const socket = connect(port, "127.0.0.1");
    const isOpen = await once(socket, "connect").then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (isOpen) return true;
    await wait(TRY_EVERY_MS);
  }
  return false;
}
