import { readBoot } from "./envelope.ts";
import { parseFields } from "./json.ts";
import type { StatusMessage } from "./messages.ts";

const FIRMWARE_LENGTH_MAX = 64;

/** What the broker is asked to say when a counter vanishes: `{"online":false}`. */
export const WILL_STATUS: StatusMessage = {
  online: false,
  boot: null,
  firmware: null,
  rssi: null,
};

/** Reads a `status` payload; null without a readable `online`. A wrong detail is left out. */
export function decodeStatus(payload: Uint8Array | string): StatusMessage | null {
  const root = parseFields(payload);
  const online = root?.["online"];
  if (root === null || typeof online !== "boolean") return null;
  const firmware = root["firmware"];
  const rssi = root["rssi"];
  return {
    online,
    boot: readBoot(root["boot"]),
    firmware: isFirmware(firmware) ? firmware : null,
    rssi: typeof rssi === "number" ? rssi : null,
  };
}

/** Builds a `status` payload; what is not known is left out. */
export function encodeStatus(status: StatusMessage): string {
  const { online, boot, firmware, rssi } = status;
  return JSON.stringify({
    online,
    ...(boot !== null && { boot }),
    ...(firmware !== null && { firmware }),
    ...(rssi !== null && { rssi }),
  });
}

function isFirmware(value: unknown): value is string {
  return typeof value === "string" && value.length <= FIRMWARE_LENGTH_MAX;
}
