import { createServer } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { endSilent, type SilentLimits } from "../../../server/src/api/end-silent.ts";

const HOST = "127.0.0.1";

async function listen(limits: SilentLimits | null): Promise<number> {
  const server = createServer({ keepAliveTimeout: 60_000 }, (_request, response) => {
    response.end("here");
  });
  if (limits !== null) endSilent(server, "connection", limits);
  await new Promise<void>((resolve) => server.listen(0, HOST, resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return (server.address() as AddressInfo).port;
}

async function open(port: number): Promise<Socket> {
  const socket = connect({ host: HOST, port });
  socket.on("error", () => undefined);
  onTestFinished(() => void socket.destroy());
  await new Promise((resolve) => socket.once("connect", resolve));
  return socket;
}

const closed = (socket: Socket) => new Promise((resolve) => socket.once("close", resolve));

/** Somebody who asks, and goes on with the same connection. */
function ask(socket: Socket): Promise<string> {
  const answer = new Promise<string>((resolve) => {
    socket.once("data", (data) => resolve(String(data).split("\r\n")[0] ?? ""));
  });
  socket.write(`GET / HTTP/1.1\r\nHost: ${HOST}\r\n\r\n`);
  return answer;
}

describe("connections on which nothing is asked", () => {
  it("[TL20] end after a while, and whoever asked goes on", async () => {
    const port = await listen({ withinMs: 50, atOnce: 10 });
    const asking = await open(port);
    expect(await ask(asking)).toBe("HTTP/1.1 200 OK");
    await closed(await open(port));
    expect(await ask(asking)).toBe("HTTP/1.1 200 OK");
  });

  it("[TL20] keep nobody out: of too many the one that has waited longest goes", async () => {
    const port = await listen({ withinMs: 60_000, atOnce: 3 });
    const first = await open(port);
    const gone = closed(first);
    for (let n = 0; n < 3; n += 1) await open(port);
    await gone;
    expect(await ask(await open(port))).toBe("HTTP/1.1 200 OK");
  });

  it("[TL20] control: without it they stay", async () => {
    const port = await listen(null);
    const silent = await Promise.all(Array.from({ length: 6 }, () => open(port)));
    expect(await ask(await open(port))).toBe("HTTP/1.1 200 OK");
    expect(silent.map(({ closed: isClosed }) => isClosed)).toEqual(Array(6).fill(false));
  });
});
