import type { Page, Request } from "playwright-core";

/**
 * Watches a page from its opening; the answer waits until it has all it asked for: no request is on its way, and none
 * begins within two frames. Live sockets are none.
 */
export function watchRequests(page: Page): () => Promise<void> {
  const underWay = new Set<Request>();
  let wake: () => void = () => undefined;
  const end = (request: Request) => {
    underWay.delete(request);
    if (underWay.size === 0) wake();
  };
  page.on("request", (request) => underWay.add(request));
  page.on("requestfinished", end);
  page.on("requestfailed", end);
  const allEnd = () =>
    new Promise<void>((resolve) => {
      wake = resolve;
      if (underWay.size === 0) resolve();
    });
  return async () => {
    do {
      await allEnd();
      await twoFrames(page);
    } while (underWay.size > 0);
  };
}

/** By then what a page draws and tells of a change was drawn and heard. */
export function twoFrames(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
}
