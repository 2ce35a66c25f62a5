import type { LiveMessage } from "@trame/shared";
import { describe, expect, it, onTestFinished } from "vitest";
import { WebSocket } from "ws";
import { createHttp } from "../../../../server/src/api/create-http.ts";
import { knownSpeakers, openToAll, SPEAKERS } from "./roles.ts";

const POLICY_VIOLATION = 1008;

/** A server that others hear, as its gate sees it; it listens on this machine alone. */
async function listen() {
  const credentials = knownSpeakers();
  const http = await openToAll({ credentials });
  const app = await createHttp(http.deps);
  onTestFinished(() => app.close());
  await app.listen({ host: "127.0.0.1", port: 0 });
  const address = app.server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return { url: `ws://127.0.0.1:${port}/api/v1/live`, credentials };
}

/** What somebody is told first who watches, or the status with which they are refused. */
function watch(url: string, headers: Record<string, string>) {
  // As a browser says it of its own pages.
  const origin = url.replace(/^ws(.*?)\/api.*$/, "http$1");
  const socket = new WebSocket(url, { headers, origin });
  // Refused ones are ended before they are open.
  socket.on("error", () => undefined);
  onTestFinished(() => socket.terminate());
  const closed = new Promise<number>((resolve) => socket.once("close", resolve));
  const first = new Promise<string>((resolve) => {
    socket.once("open", () => socket.send('{"type":"hello","clock":0}'));
    socket.once("unexpected-response", (_request, response) => {
      resolve(String(response.statusCode));
    });
    socket.once("message", (data) => {
      const message: LiveMessage = JSON.parse(String(data));
      resolve(message.type);
    });
  });
  return { first, closed };
}

describe("the live socket", () => {
  it("[RO3] tells the board to each role that may read it, and nothing to the others", async () => {
    const { url } = await listen();

    const told = await Promise.all(
      SPEAKERS.map(async ({ name, headers }) => [name, await watch(url, headers).first]),
    );

    expect(Object.fromEntries(told)).toEqual({
      nobody: "401",
      "a secret that nobody has": "401",
      "the admin token": "snapshot",
      supervisor: "snapshot",
      manager: "snapshot",
      administrator: "snapshot",
      wall: "snapshot",
      tablet: "snapshot",
      trame_orders: "403",
      trame_reports: "403",
    });
  });

  it("[RO5] closes for a screen that is ended, and for no other", async () => {
    const { url, credentials } = await listen();
    const [wall, tablet] = ["wall", "tablet"].map((name) => {
      return watch(url, SPEAKERS.find((speaker) => speaker.name === name)?.headers ?? {});
    });
    await Promise.all([wall?.first, tablet?.first]);

    credentials.revoke("screen-wall");

    expect(await wall?.closed).toBe(POLICY_VIOLATION);
    const others = await Promise.race([tablet?.closed, Promise.resolve("still open")]);
    expect(others).toBe("still open");
  });
});
