import type { LiveSocket, SocketEvents } from "./live.ts";

/** Opens `GET /api/v1/live` on the server that this page came from. */
export function openBrowserSocket(events: SocketEvents): LiveSocket {
  const url = new URL("/api/v1/live", location.href);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  const socket = new WebSocket(url);
  socket.onopen = events.onOpen;
  socket.onclose = events.onClose;
  socket.onmessage = ({ data }) => {
    if (typeof data === "string") events.onText(data);
  };
  return { send: (text) => socket.send(text), close: () => socket.close() };
}
