import { basename, dirname } from "node:path";
import serveStatic from "@fastify/static";
import type { Api, RouteDeps } from "../api.ts";
import { refuse } from "../refuse.ts";

/** Addresses that one page serves; what it shows follows from the address. */
const PAGES = [
  "/",
  "/wall",
  "/wall/*",
  "/station",
  "/station/*",
  "/inspect/*",
  "/start",
  "/copy",
  "/sign-in",
  "/setup",
  "/trust",
  "/manage",
  "/manage/*",
  "/prepare",
  "/prepare/*",
  "/floor",
  "/floor/*",
  "/bundle/*",
];
const FOR_EVER = "public, max-age=31536000, immutable";
const ASK_EACH_TIME = "no-cache";

/** The built screens. What carries a hash in its name never changes; everything else is asked for each time. */
export async function routeScreens(app: Api, { uiFolder }: RouteDeps): Promise<void> {
  const schema = { hide: true };
  if (uiFolder === null) {
    for (const page of PAGES) {
      app.get(page, { schema }, (request, reply) =>
        reply.send(refuse(request, reply, { code: "screens-missing" })),
      );
    }
    return;
  }
  await app.register(serveStatic, {
    root: uiFolder,
    prefix: "/",
    index: false,
    cacheControl: false,
    schemaHide: true,
    setHeaders(reply, path) {
      const isHashed = basename(dirname(path)) === "assets";
      reply.header("cache-control", isHashed ? FOR_EVER : ASK_EACH_TIME);
    },
  });
  for (const page of PAGES) {
    app.get(page, { schema }, (_request, reply) => reply.sendFile("index.html"));
  }
}
