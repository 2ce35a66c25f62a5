import { isIP } from "node:net";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Api } from "./api.ts";
import { refuse } from "./refuse.ts";

const READING = new Set(["GET", "HEAD", "OPTIONS"]);
/** Domains that nobody outside a workshop can buy: a page from elsewhere can't be found under them (RFC 6761, 6762, 8375). */
const LOCAL_DOMAINS = /\.(localhost|local|lan|home|internal|home\.arpa)$/;

/**
 * Answers under the workshop's own names only, and lets no page from elsewhere write ([TL7], [TL8]): a browser adds its cookies to
 * whatever page asks, and a name that was pointed here makes a foreign page look like ours (DNS rebinding).
 * @param names under which this server is found, beside addresses, local names and the machine's own; lower case
 */
export function guardOrigins(app: Api, names: readonly string[]): void {
  const own = new Set(names);
  app.addHook("onRequest", (request, reply, done) => {
    if (!isOwnName(request.headers.host, own)) {
      reply.send(refuse(request, reply, { code: "host-unknown" }));
      return;
    }
    if (READING.has(request.method) || maySend(request)) done();
    else reply.send(refuse(request, reply, { code: "origin-foreign" }));
  });
}

/**
 * A hook for WebSockets, which no browser keeps to their own site: a page from elsewhere may not read a workshop's
 * board. Programs send no `Origin` and pass, as long as they bring no cookie.
 */
export function isOfThisServer(
  request: FastifyRequest,
  reply: FastifyReply,
  done: () => void,
): void {
  if (maySend(request)) done();
  else reply.send(refuse(request, reply, { code: "origin-foreign" }));
}

/** What a browser says of where a request comes from is of this server; who brings a cookie must say it. */
function maySend({ headers, protocol }: FastifyRequest): boolean {
  const { origin, cookie } = headers;
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  if (origin !== undefined) return isSameOrigin(origin, `${protocol}://${headers.host}`);
  return cookie === undefined || site !== undefined;
}

function isSameOrigin(origin: string, own: string): boolean {
  const [theirs, ours] = [URL.parse(origin), URL.parse(own)];
  return theirs !== null && ours !== null && theirs.origin === ours.origin;
}

function isOwnName(host: string | undefined, own: ReadonlySet<string>): boolean {
  // Only HTTP/1.0 has none, and no browser speaks it.
  if (host === undefined) return true;
  const name = URL.parse(`http://${host}`)?.hostname.toLowerCase().replace(/\.$/, "");
  if (name === undefined) return false;
  if (isIP(name.replace(/^\[|\]$/g, "")) !== 0 || own.has(name)) return true;
  // A name without a dot is one of this network, like those of the local domains.
  return !name.includes(".") || LOCAL_DOMAINS.test(name);
}
