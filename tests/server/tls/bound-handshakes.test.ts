import { mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect as connectSecurely, createServer, type TLSSocket } from "node:tls";
import { describe, expect, it, onTestFinished } from "vitest";
import { boundHandshakes } from "../../../server/src/tls/bound-handshakes.ts";
import { makeOwnPair } from "./support/make-own-pair.ts";

const HOST = "127.0.0.1";

/** A TLS server that bounds handshakes, or has a limit of connections alone. */
async function listen(limit: "handshakes" | "connections") {
  const folder = mkdtempSync(join(tmpdir(), "trame-handshakes-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { key, cert } = makeOwnPair(folder, { name: "localhost" });
  const server = createServer({ key, cert });
  server.on("tlsClientError", () => undefined);
  server.on("secureConnection", (socket) => socket.on("error", () => undefined));
  if (limit === "handshakes") boundHandshakes(server, 3);
  else server.maxConnections = 3;
  await new Promise<void>((resolve) => server.listen(0, HOST, resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

async function silent(port: number): Promise<Socket> {
  const socket = connect({ host: HOST, port });
  socket.on("error", () => undefined);
  onTestFinished(() => void socket.destroy());
  await new Promise((resolve) => socket.once("connect", resolve));
  return socket;
}

/** A counter: whether it shakes hands. */
function shake(port: number): Promise<TLSSocket | null> {
  return new Promise((resolve) => {
    const socket = connectSecurely({ host: HOST, port, rejectUnauthorized: false });
    onTestFinished(() => void socket.destroy());
    socket.once("secureConnect", () => resolve(socket));
    socket.once("error", () => resolve(null));
    socket.once("close", () => resolve(null));
  });
}

describe("connections that shake no hands", () => {
  it("[B16] keep no counter out: the one that has waited longest goes", async () => {
    const port = await listen("handshakes");
    const first = await silent(port);
    const gone = new Promise((resolve) => first.once("close", resolve));
    for (let n = 0; n < 2; n += 1) await silent(port);

    const counters = [await shake(port), await shake(port), await shake(port), await shake(port)];

    expect(counters.map((counter) => counter !== null)).toEqual([true, true, true, true]);
    await gone;
    expect(counters.map((counter) => counter?.destroyed)).toEqual([false, false, false, false]);
  });

  it("[B16] control: with a limit of connections alone they do", async () => {
    const port = await listen("connections");
    for (let n = 0; n < 3; n += 1) await silent(port);
    expect(await shake(port)).toBeNull();
  });
});
