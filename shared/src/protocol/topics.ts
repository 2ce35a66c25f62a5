import { DEVICE_ID_LENGTH_MAX } from "./limits.ts";

/** The last level of a device's topic: what is said there. */
export type TopicKind = "counts" | "events" | "status" | "config";

/** A topic of the device protocol, read. */
export interface DeviceTopic {
  readonly device: string;
  readonly kind: TopicKind;
}

const PREFIX = "trame/v1/";
const DEVICE_ID = new RegExp(`^[A-Za-z0-9._:-]{1,${DEVICE_ID_LENGTH_MAX}}$`);

/** True for 1 to 64 of `A-Z a-z 0-9 . _ : -`: nothing that means something in a topic. */
export function isDeviceId(id: string): boolean {
  return DEVICE_ID.test(id);
}

/** `trame/v1/{device}/{kind}`. */
export function buildTopic(device: string, kind: TopicKind): string {
  return `${PREFIX}${device}/${kind}`;
}

/** Reads `trame/v1/{device}/{kind}`; null for every other topic. */
export function parseTopic(topic: string): DeviceTopic | null {
  if (!topic.startsWith(PREFIX)) return null;
  const slash = topic.indexOf("/", PREFIX.length);
  if (slash < 0) return null;
  const device = topic.slice(PREFIX.length, slash);
  const kind = parseKind(topic.slice(slash + 1));
  return kind !== null && isDeviceId(device) ? { device, kind } : null;
}

function parseKind(level: string): TopicKind | null {
  switch (level) {
    case "counts":
    case "events":
    case "status":
    case "config":
      return level;
    default:
      return null;
  }
}
