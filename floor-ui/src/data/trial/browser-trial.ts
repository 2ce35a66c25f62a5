import { drawHex } from "../draw-hex.ts";
import { browserTimer } from "../timer.ts";
import type { TrialIdentity } from "./mqtt-packets.ts";
import {
  startTrialCounter,
  type TrialCounter,
  type TrialSocket,
  type TrialSocketEvents,
} from "./trial-counter.ts";

const BOOT_DIGITS = 8;

/** The trial counter of this page, on the server that the page came from. */
export function openBrowserTrial(identity: TrialIdentity): TrialCounter {
  return startTrialCounter({
    identity,
    openSocket: openMqttSocket,
    setTimer: browserTimer,
    monotonic: () => performance.now(),
    boot: drawHex(BOOT_DIGITS),
  });
}

/** MQTT over WebSocket [MQTT-6.0.0-3]. */
function openMqttSocket({ onOpen, onBytes, onClose }: TrialSocketEvents): TrialSocket {
  const url = new URL("/mqtt", location.href);
  url.protocol = url.protocol.replace("http", "ws");
  const socket = new WebSocket(url, "mqtt");
  socket.binaryType = "arraybuffer";
  socket.onopen = onOpen;
  socket.onmessage = ({ data }) => onBytes(new Uint8Array(data as ArrayBuffer));
  socket.onclose = onClose;
  return { send: (bytes) => socket.send(bytes.slice()), close: () => socket.close() };
}
