import type { Api } from "./api.ts";

/** What is sent must have come whole by then, or its connection ends: nobody holds one open for nothing. */
const BODY_WITHIN_MS = 30_000;
/** For large files; the server's own limit is this one, since it knows no routes. */
export const LONG_BODY_WITHIN_MS = 60 * 60_000;

/**
 * Holds what is sent to half a minute.
 * @param long addresses that take large files
 */
export function limitBodies(app: Api, long: readonly string[]): void {
  app.addHook("onRequest", ({ headers, raw, routeOptions }, _reply, done) => {
    const hasBody =
      headers["transfer-encoding"] !== undefined || Number(headers["content-length"]) > 0;
    if (hasBody && !long.includes(routeOptions.url ?? "")) {
      const timer = setTimeout(() => raw.complete || raw.destroy(), BODY_WITHIN_MS);
      timer.unref();
      raw.once("close", () => clearTimeout(timer));
    }
    done();
  });
}
