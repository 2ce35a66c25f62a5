import { type Decoded, decodeEnvelope, type EntryReader, type Position } from "./envelope.ts";
import type { Fields } from "./json.ts";
import { CODE_LENGTH_MAX } from "./limits.ts";
import type { Button, DeviceEvent, EventsMessage, SampleFault } from "./messages.ts";

const BUTTONS: ReadonlySet<unknown> = new Set<Button>([
  "mechanic",
  "material",
  "quality",
  "supervisor",
  "help",
]);
const READER: EntryReader<DeviceEvent> = { list: "events", read: readEvent };

/** Reads an `events` payload: good events, each bad one alone, or why nothing can be read. */
export function decodeEvents(payload: Uint8Array | string): Decoded<EventsMessage> {
  const decoded = decodeEnvelope(payload, READER);
  if (!decoded.ok) return decoded;
  const { boot, up, entries, bad } = decoded.message;
  return { ok: true, message: { boot, up, events: entries, bad } };
}

/** Builds an `events` payload. */
export function encodeEvents(message: Pick<EventsMessage, "boot" | "up" | "events">): string {
  const { boot, up, events } = message;
  return JSON.stringify({ boot, up, events });
}

function readEvent(fields: Fields, { seq, up }: Position): DeviceEvent | SampleFault {
  const kind = fields["kind"];
  if (kind === undefined) return "field-missing";
  if (kind === "scan") {
    const code = fields["code"];
    if (code === undefined) return "field-missing";
    return isCode(code) ? { seq, up, kind, code } : "field-invalid";
  }
  if (kind === "button") {
    const button = fields["button"];
    if (button === undefined) return "button-missing";
    return isButton(button) ? { seq, up, kind, button } : "button-unknown";
  }
  return "field-invalid";
}

function isCode(value: unknown): value is string {
  return typeof value === "string" && value.length > 0 && value.length <= CODE_LENGTH_MAX;
}

function isButton(value: unknown): value is Button {
  return BUTTONS.has(value);
}
