/**
 * Keeps the screens of one version on the tablet, so that a station's page starts without the network. Nothing of the API
 * passes here: what a person does is the outbox's, and an old answer must never look like a new one.
 * The build fills in the version and the files.
 */
const VERSION = "__VERSION__";
const FILES = JSON.parse("__FILES__");
const CACHE = `trame-${VERSION}`;
/** The page that serves every address of ours. */
const PAGE = "/";
/** Longer than this no page is waited for. ms */
const PATIENCE_MS = 3_000;

self.addEventListener("install", (event) => {
  event.waitUntil(keepAll());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOthers());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate" && /^\/(station|inspect)(\/|$)/.test(pathname)) {
    event.respondWith(pageOf(request));
  } else if (pathname.startsWith("/assets/")) {
    event.respondWith(fromCache(request));
  }
});

async function keepAll() {
  const cache = await caches.open(CACHE);
  await cache.addAll([PAGE, ...FILES].map((path) => new Request(path, { cache: "reload" })));
  await self.skipWaiting();
}

async function dropOthers() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith("trame-") && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** The server's, so that a new version is seen; the kept one when it does not answer in time. */
async function pageOf(request) {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  try {
    const response = await fetch(request.url, { signal, redirect: "manual" });
    if (response.ok) return response;
  } catch {
    // Away: the kept page is what a tablet has.
  }
  return (await caches.match(PAGE, { cacheName: CACHE })) ?? Response.error();
}

/** Files bear a hash in their name: what is kept is what the server would send. */
async function fromCache(request) {
  return (await caches.match(request, { cacheName: CACHE })) ?? fetch(request);
}
