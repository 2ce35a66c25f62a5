import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import {
  type Board,
  LIVE_SUBPROTOCOL,
  type LineRow,
  type LiveMessage,
  PERMISSIONS,
  type StationRow,
} from "@trame/shared";
import { type WebSocket, WebSocketServer } from "ws";

/** A server that ships the built screens and speaks the live protocol about a made-up board. */
export interface FakeServer {
  readonly url: string;
  /** Hellos heard so far, as the clocks they said. */
  readonly hellos: readonly number[];
  /** A whole new picture for everybody; `version` where the server came back with other screens. */
  show(board: Board, version?: string): void;
  patch(rows: { lines?: readonly LineRow[]; stations?: readonly StationRow[] }): void;
  tick(): void;
  /** Drops every connection and refuses new ones until told otherwise. */
  hangUp(): void;
  pickUp(): void;
  /** Hangs as a stopped process does: connections stay, nobody answers, until `thaw`, when all that was asked is answered. */
  freeze(): void;
  thaw(): void;
  close(): Promise<void>;
}

const TYPES = new Map([
  [".css", "text/css"],
  [".html", "text/html; charset=utf-8"],
  [".js", "text/javascript"],
  [".json", "application/json"],
  [".svg", "image/svg+xml"],
  [".wasm", "application/wasm"],
  [".woff2", "font/woff2"],
]);
/** What a strict server sends: the screens need no more. */
const POLICY =
  "default-src 'self'; base-uri 'self'; object-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

/** What a server answers beside pages and the live socket; null where it has nothing to say. */
export type FakeApi = (request: {
  readonly method: string;
  readonly path: string;
  readonly key: string | null;
  readonly body: Record<string, unknown>;
}) => { readonly status: number; readonly json: unknown } | null;

interface FakeOptions {
  readonly api?: FakeApi;
  /** Content security policy. */
  readonly policy?: string;
}

/** Who a page is to a made-up server: its administrator, unless a test says otherwise. */
export const ADMINISTRATOR = {
  kind: "account",
  role: "administrator",
  name: "Ada",
  permissions: PERMISSIONS,
  setupNeeded: false,
  secure: true,
} as const;
/** Nobody signed in, at the server's own machine. */
export const AT_THE_SERVER = {
  ...ADMINISTRATOR,
  kind: "local",
  role: null,
  name: null,
  permissions: ["board.read", "floor.read", "reports.read", "metrics.read"],
} as const;

const LANGUAGE = "/api/v1/settings/screens";
/** What every page asks for. */
const USUAL = new Map([
  ["/api/v1/health", '{"ok":true}'],
  [LANGUAGE, '{"language":"fr"}'],
  ["/api/v1/me", JSON.stringify(ADMINISTRATOR)],
]);

/** Listens on a free port. `dist` is the folder of a build. */
export async function startFakeServer(
  dist: string,
  first: Board,
  { api, policy = POLICY }: FakeOptions = {},
): Promise<FakeServer> {
  const uiVersion = await readVersion(dist);
  let board: Board = { ...first, uiVersion };
  let isAway = false;
  let whenThawed: PromiseWithResolvers<void> | null = null;
  const startedAt = performance.now();
  const hellos: number[] = [];
  const sockets = new WebSocketServer({
    noServer: true,
    handleProtocols: (offered) => (offered.has(LIVE_SUBPROTOCOL) ? LIVE_SUBPROTOCOL : false),
  });
  const http = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    response.setHeader("content-security-policy", policy);
    if (isAway && api !== undefined) return void request.socket.destroy();
    const answered = Promise.resolve(whenThawed?.promise).then(() =>
      api === undefined ? false : answer(api, request, response),
    );
    answered
      .then((isDone) => (isDone ? undefined : serve(dist, pathname, response)))
      .catch(() => response.destroy());
  });
  const serverTime = () => board.serverTime + (performance.now() - startedAt);

  http.on("upgrade", (request, socket, head) => {
    if (isAway) socket.destroy();
    else sockets.handleUpgrade(request, socket, head, greet);
  });

  function greet(client: WebSocket): void {
    client.on("message", (data) => {
      const hello = JSON.parse(String(data)) as { clock: number };
      hellos.push(hello.clock);
      send(client, { type: "snapshot", clock: board.clock, serverTime: serverTime(), board });
    });
  }

  function tell(message: LiveMessage): void {
    for (const client of sockets.clients) send(client, message);
  }

  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    hellos,
    show(next, version = uiVersion) {
      board = { ...next, uiVersion: version };
      tell({ type: "snapshot", clock: board.clock, serverTime: serverTime(), board });
    },
    patch({ lines = [], stations = [] }) {
      board = { ...board, clock: board.clock + 1 };
      tell({ type: "patch", clock: board.clock, serverTime: serverTime(), lines, stations });
    },
    tick: () => tell({ type: "tick", clock: board.clock, serverTime: serverTime() }),
    hangUp() {
      isAway = true;
      for (const client of sockets.clients) client.terminate();
    },
    pickUp() {
      isAway = false;
    },
    freeze() {
      whenThawed = Promise.withResolvers();
    },
    thaw() {
      whenThawed?.resolve();
      whenThawed = null;
    },
    async close() {
      for (const client of sockets.clients) client.terminate();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

async function readVersion(dist: string): Promise<string> {
  const file = JSON.parse(await readFile(join(dist, "version.json"), "utf8")) as {
    version: string;
  };
  return file.version;
}

function send(client: WebSocket, message: LiveMessage): void {
  client.send(JSON.stringify(message));
}

async function answer(
  api: FakeApi,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const path = request.url ?? "/";
  if (!path.startsWith("/api/") || path === LANGUAGE) return false;
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  const said = api({
    method: request.method ?? "GET",
    path,
    key: request.headers.authorization?.replace(/^Bearer /, "") ?? null,
    body: text === "" ? {} : JSON.parse(text),
  });
  if (said === null) return false;
  response.statusCode = said.status;
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify(said.json));
  return true;
}

async function serve(dist: string, pathname: string, response: ServerResponse): Promise<void> {
  const usual = USUAL.get(pathname);
  if (usual !== undefined) return void response.end(usual);
  const isFile = extname(pathname) !== "";
  const path = join(dist, normalize(isFile ? pathname : "/index.html"));
  const body = await readFile(path).catch(() => null);
  response.statusCode = body === null ? 404 : 200;
  response.setHeader("content-type", TYPES.get(extname(path)) ?? "application/octet-stream");
  response.end(body ?? "");
}
