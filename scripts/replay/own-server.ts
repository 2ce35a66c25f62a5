import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startApp } from "@trame/server";
import type { ServerAddress } from "./options.ts";

/** Starts a server in a temporary folder; `close` ends it and removes the folder. */
export async function startOwnServer(): Promise<ServerAddress & { close(): Promise<void> }> {
  const data = await mkdtemp(join(tmpdir(), "trame-replay-"));
  const token = randomBytes(24).toString("base64url");
  const remove = (): Promise<void> => rm(data, { recursive: true, force: true });
  try {
    const host = "127.0.0.1";
    const app = await startApp({
      data,
      host,
      httpPort: 0,
      mqttPort: 0,
      adminToken: token,
      uiFolder: null,
      uiVersion: "none",
      logLevel: "warn",
    });
    return {
      server: `http://${host}:${app.httpPort}`,
      broker: `mqtt://${host}:${app.mqttPort}`,
      token,
      async close() {
        await app.close();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}
