import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";

/** What of a server is listened to. */
interface Listening {
  on(event: "connection" | "secureConnection", listener: (socket: Socket) => void): unknown;
  on(event: "request" | "upgrade", listener: (request: IncomingMessage) => void): unknown;
}

export interface SilentLimits {
  /** By then something must have been asked, ms. Browsers open some connections ahead, and others where these have ended. */
  readonly withinMs: number;
  readonly atOnce: number;
}

const LIMITS: SilentLimits = { withinMs: 30_000, atOnce: 500 };

/**
 * Ends connections on which nothing is asked, which Node keeps for ever: of too many at once the one that has waited longest, and
 * each after half a minute ([TL20]). Whoever asks for something is never ended by it.
 */
export function endSilent(
  server: Listening,
  opened: "connection" | "secureConnection",
  { withinMs, atOnce } = LIMITS,
): void {
  const silent = new Set<Socket>();
  server.on(opened, (socket) => {
    silent.add(socket);
    const timer = setTimeout(() => silent.has(socket) && socket.destroy(), withinMs);
    timer.unref();
    socket.once("close", () => {
      clearTimeout(timer);
      silent.delete(socket);
    });
    const [oldest] = silent;
    if (silent.size <= atOnce || oldest === undefined) return;
    silent.delete(oldest);
    oldest.destroy();
  });
  const heard = ({ socket }: IncomingMessage): void => void silent.delete(socket);
  server.on("request", heard);
  server.on("upgrade", heard);
}
