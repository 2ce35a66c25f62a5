/* The five MQTT 3.1.1 packets that a counter of one page needs: a whole client library is larger than all of our screens. */

/** First bytes of packets (MQTT 3.1.1, 2.2). */
const CONNECT = 0x10;
const PUBLISH_QOS_1 = 0x32;
const CONNACK = 0x20;
const PUBACK = 0x40;
const CLEAN_WITH_SECRET = 0xc2;
const PROTOCOL_LEVEL = 4;

/** Who connects. */
export interface TrialIdentity {
  /** Client id and user name alike. */
  readonly id: string;
  readonly secret: string;
}

export interface TrialPublish {
  readonly topic: string;
  readonly payload: string;
  /** 1 to 65,535. */
  readonly packetId: number;
}

/** What the broker says to a counter. */
export type BrokerWord =
  | { readonly kind: "connected" }
  | { readonly kind: "refused" }
  | { readonly kind: "acknowledged"; readonly packetId: number };

/** A CONNECT with a clean session, as the broker asks of counters. */
export function buildConnect({ id, secret }: TrialIdentity, keepAliveS: number): Uint8Array {
  const head = [...fieldOf("MQTT"), PROTOCOL_LEVEL, CLEAN_WITH_SECRET, 0, keepAliveS];
  return packetOf(CONNECT, [...head, ...fieldOf(id), ...fieldOf(id), ...fieldOf(secret)]);
}

/** A PUBLISH that waits for its acknowledgement: QoS 1. */
export function buildPublish({ topic, payload, packetId }: TrialPublish): Uint8Array {
  const text = new TextEncoder().encode(payload);
  return packetOf(PUBLISH_QOS_1, [...fieldOf(topic), packetId >>> 8, packetId & 0xff, ...text]);
}

/** Reads the packets of a frame; those that say nothing to a counter are passed over. */
export function readWords(bytes: Uint8Array): BrokerWord[] {
  const words: BrokerWord[] = [];
  // A broker's words to a counter that subscribes to nothing are short: one byte says how long each is.
  for (let at = 0; at < bytes.length; at += 2 + (bytes[at + 1] ?? 0)) {
    const [kind, , third = 0, fourth = 0] = bytes.subarray(at, at + 4);
    if (kind === CONNACK) words.push({ kind: fourth === 0 ? "connected" : "refused" });
    if (kind === PUBACK) words.push({ kind: "acknowledged", packetId: third * 256 + fourth });
  }
  return words;
}

function packetOf(first: number, body: readonly number[]): Uint8Array {
  return Uint8Array.from([first, ...lengthOf(body.length), ...body]);
}

function fieldOf(text: string): number[] {
  const bytes = new TextEncoder().encode(text);
  return [bytes.length >>> 8, bytes.length & 0xff, ...bytes];
}

/** Seven bits a byte, the least first (MQTT 3.1.1, 2.2.3). */
function lengthOf(length: number): number[] {
  const low = length % 128;
  const rest = Math.floor(length / 128);
  return rest === 0 ? [low] : [low + 128, ...lengthOf(rest)];
}
