import type { Socket } from "node:net";
import type { Server } from "node:tls";

/**
 * Whoever connects and shakes no hands keeps nobody out ([B16]): beyond so many at once the one that has waited longest goes. A
 * counter or a browser shakes hands as soon as it is connected.
 */
export function boundHandshakes(server: Pick<Server, "on">, atOnce: number): void {
  // A TLS socket does not tell which one it is made of, but from where it comes.
  const waiting = new Map<string, Socket>();
  server.on("connection", (socket: Socket) => {
    const from = addressOf(socket);
    waiting.set(from, socket);
    socket.once("close", () => {
      if (waiting.get(from) === socket) waiting.delete(from);
    });
    const [oldest] = waiting;
    if (waiting.size <= atOnce || oldest === undefined) return;
    waiting.delete(oldest[0]);
    oldest[1].destroy();
  });
  server.on("secureConnection", (socket) => void waiting.delete(addressOf(socket)));
}

function addressOf({ remoteAddress, remotePort }: Socket): string {
  return `${remoteAddress} ${remotePort}`;
}
