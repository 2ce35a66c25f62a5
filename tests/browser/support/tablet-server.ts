import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { CONTENT_SECURITY_POLICY } from "../../../server/src/api/security.ts";
import type { FakeFloor } from "../../floor-ui/data-station/support/fake-floor.ts";

const TYPES = new Map([
  [".css", "text/css"],
  [".html", "text/html; charset=utf-8"],
  [".js", "text/javascript"],
  [".json", "application/json"],
  [".svg", "image/svg+xml"],
  [".wasm", "application/wasm"],
  [".woff2", "font/woff2"],
]);

/** Ships the built screens under the policy of the true server, and lets a made-up floor answer what a station asks. */
export async function startTabletServer(dist: string, floor: FakeFloor) {
  let isAway = false;
  const http = createServer((request, response) => {
    if (isAway) {
      request.socket.destroy();
      return;
    }
    response.setHeader("content-security-policy", CONTENT_SECURITY_POLICY);
    const path = request.url ?? "/";
    const done = path.startsWith("/api/")
      ? answer(floor, request, response)
      : serve(dist, path, response);
    done.catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    hangUp() {
      isAway = true;
      http.closeAllConnections();
    },
    pickUp() {
      isAway = false;
    },
    async close() {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

async function answer(floor: FakeFloor, request: IncomingMessage, response: ServerResponse) {
  const { url = "/", method = "GET", headers } = request;
  // What every screen asks, and nobody here answers for.
  if (["/api/v1/health", "/api/v1/live", "/api/v1/me", "/api/v1/settings/screens"].includes(url)) {
    response.writeHead(503).end();
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString();
  const authorization = headers.authorization ?? "";
  const said = await floor.fetch(url, { method, headers: { authorization }, body: body || null });
  response.writeHead(said.status, { "content-type": "application/json" });
  response.end(await said.text());
}

async function serve(dist: string, path: string, response: ServerResponse): Promise<void> {
  const name = normalize(new URL(path, "http://localhost").pathname);
  const file = extname(name) === "" ? "index.html" : name;
  const bytes = await readFile(join(dist, file)).catch(() => null);
  const type = TYPES.get(extname(file)) ?? "application/octet-stream";
  response.writeHead(bytes === null ? 404 : 200, { "content-type": type });
  response.end(bytes);
}
