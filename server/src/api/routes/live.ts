import type { WebSocket } from "@fastify/websocket";
import type { LiveHello, LiveMessage } from "@trame/shared";
import { credentialOf, type Principal } from "../access/principal.ts";
import type { Api, RouteDeps } from "../api.ts";
import { acceptWebSocket } from "../web-sockets.ts";

/** A screen that lags this far behind is let go: it reconnects and gets the picture whole. */
const BUFFERED_MAX = 4 * 1_024 * 1_024;
const HELLO_WITHIN_MS = 10_000;
/** A screen that answers no ping until the next one is gone. */
const PING_EVERY_MS = 20_000;

/** WebSocket close codes (RFC 6455, 7.4.1). */
const POLICY_VIOLATION = 1008;
const INTERNAL_ERROR = 1011;

export function routeLive(app: Api, { access, credentials, live }: RouteDeps): void {
  const textOf = createTexts();
  const watching = createWatching();
  const stop = credentials.onRevoked(watching.closeOf);
  app.addHook("onClose", (_instance, done) => {
    stop();
    done();
  });

  /** Everything a watching screen is told goes through here. */
  function sendTo(socket: WebSocket): (message: LiveMessage) => void {
    return (message) => {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > BUFFERED_MAX) socket.terminate();
      else socket.send(textOf(message));
    };
  }

  async function watch(socket: WebSocket, clock: number): Promise<void> {
    const end = await live.watch(clock, sendTo(socket));
    if (socket.readyState === socket.OPEN) socket.once("close", end);
    else end();
  }

  acceptWebSocket(app, "/api/v1/live", (socket, request) => {
    keepAlive(socket);
    watching.add(socket, request.principal);
    const screenId = screenOf(request.principal);
    if (screenId !== null) socket.once("close", access.screens.watch(screenId));
    const tooLate = setTimeout(refuse, HELLO_WITHIN_MS);
    socket.once("close", () => clearTimeout(tooLate));
    function refuse(): void {
      socket.close(POLICY_VIOLATION, 'say {"type":"hello","clock":0} first');
    }
    socket.once("message", (data) => {
      clearTimeout(tooLate);
      const hello = parseHello(String(data));
      if (hello === null) return refuse();
      watch(socket, hello.clock).catch((error: unknown) => {
        request.log.error({ err: error }, "a screen can't be served");
        socket.close(INTERNAL_ERROR);
      });
    });
  });
}

/** Who watches by what: a screen that was let in no longer sees nothing from that moment on ([RO5]). */
function createWatching() {
  const sockets = new Map<string, Set<WebSocket>>();
  return {
    add(socket: WebSocket, principal: Principal) {
      const credential = credentialOf(principal);
      if (credential === null) return;
      const own = sockets.get(credential) ?? new Set();
      sockets.set(credential, own.add(socket));
      socket.once("close", () => {
        own.delete(socket);
        if (own.size === 0) sockets.delete(credential);
      });
    },
    closeOf(credential: string) {
      for (const socket of sockets.get(credential) ?? []) {
        socket.close(POLICY_VIOLATION, "no longer let in");
      }
    },
  };
}

/** A wall or a tablet that was paired is there as long as it watches; null: neither. */
function screenOf(principal: Principal): string | null {
  return principal.kind === "wall" || principal.kind === "station" ? principal.id : null;
}

/** One text for all screens: the same message goes to each of them. */
function createTexts(): (message: LiveMessage) => string {
  const texts = new WeakMap<LiveMessage, string>();
  return (message) => {
    const text = texts.get(message) ?? JSON.stringify(message);
    texts.set(message, text);
    return text;
  };
}

function parseHello(text: string): LiveHello | null {
  try {
    const hello: unknown = JSON.parse(text);
    return isHello(hello) ? hello : null;
  } catch {
    return null;
  }
}

function isHello(value: unknown): value is LiveHello {
  const { type, clock } = Object(value);
  return type === "hello" && Number.isSafeInteger(clock) && clock >= 0;
}

function keepAlive(socket: WebSocket): void {
  let isThere = true;
  const timer = setInterval(() => {
    if (!isThere) return socket.terminate();
    isThere = false;
    socket.ping();
  }, PING_EVERY_MS);
  socket.on("pong", () => {
    isThere = true;
  });
  socket.once("close", () => clearInterval(timer));
}
