import { buildTopic, parseTasmotaTopic, type TasmotaKind } from "@trame/shared";
import type { DeviceCredential } from "./credentials.ts";

/** What a connection may say and hear. Made once per connection, so that a packet costs a lookup. */
export interface Rights {
  /** What each topic carries that is handed to the server. */
  readonly kinds: ReadonlyMap<string, PublicationKind>;
  /** Everything that it may publish; what has no kind is acknowledged and dropped. */
  mayPublish(topic: string): boolean;
  /** The one filter that it may subscribe to. */
  readonly filter: string;
  /** Where its last will may go. */
  readonly willTopic: string;
}

/** What a publication that is handed on carries. */
export type PublicationKind = "counts" | "events" | "status" | TasmotaKind;

const TASMOTA_TOPICS = ["tele/*/SENSOR", "stat/*/STATUS10", "tele/*/STATE", "tele/*/INFO3"];

/** The rights of a device of ours, or of a Tasmota counter. */
export function createRights(credential: DeviceCredential): Rights {
  return credential.make === "trame"
    ? nativeRights(credential.deviceId)
    : tasmotaRights(credential.topic);
}

function nativeRights(device: string): Rights {
  const kinds = new Map<string, PublicationKind>();
  for (const kind of ["counts", "events", "status"] as const) {
    kinds.set(buildTopic(device, kind), kind);
  }
  return {
    kinds,
    mayPublish: (topic) => kinds.has(topic),
    filter: buildTopic(device, "config"),
    willTopic: buildTopic(device, "status"),
  };
}

function tasmotaRights(base: string): Rights {
  const kinds = new Map<string, PublicationKind>();
  for (const pattern of TASMOTA_TOPICS) {
    const topic = pattern.replace("*", () => base);
    const kind = parseTasmotaTopic(topic, base);
    if (kind !== null) kinds.set(topic, kind);
  }
  const tele = `tele/${base}/`;
  const stat = `stat/${base}/`;
  // On connecting Tasmota asks itself for its relay, an empty message that must not close it.
  const power = `cmnd/${base}/POWER`;
  return {
    kinds,
    mayPublish: (topic) =>
      topic.startsWith(tele) ||
      topic.startsWith(stat) ||
      topic.startsWith("tasmota/discovery/") ||
      topic === power,
    filter: `cmnd/${base}/#`,
    willTopic: `${tele}LWT`,
  };
}
