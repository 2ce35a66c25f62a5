import { liveProtocols } from "@trame/shared";
import { createKeep } from "./keep.ts";
import type { LiveSocket, SocketEvents } from "./live.ts";
import { createPairing } from "./station/pairing.ts";

/** Opens `GET /api/v1/live` on the server that this page came from; a station's page with its key. */
export function openBrowserSocket(events: SocketEvents): LiveSocket {
  const url = new URL("/api/v1/live", location.href);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  const socket = new WebSocket(url, liveProtocols(stationKey()));
  socket.onopen = events.onOpen;
  socket.onclose = events.onClose;
  socket.onmessage = ({ data }) => {
    if (typeof data === "string") events.onText(data);
  };
  return { send: (text) => socket.send(text), close: () => socket.close() };
}

/** Of the station whose page this is; null where it is none, or has no key yet. */
function stationKey(): string | null {
  const [, stationId] = /^\/(?:station|inspect)\/([^/]+)/.exec(location.pathname) ?? [];
  if (stationId === undefined) return null;
  const keep = createKeep(() => localStorage);
  const address = { hash: () => "", clearHash: () => undefined };
  return createPairing(decodeURIComponent(stationId), keep, address).key();
}
