/** MQTT 3.1.1 packets built by hand: what a benchmark measures must not be the client library. */

/** Who connects; a bare broker asks for no secret. */
export interface ClientIdentity {
  readonly id: string;
  readonly secret: string | null;
}

/** Bytes of a CONNACK and of a PUBACK. */
export const ACK_BYTES = 4;
/** First byte of a PUBACK. */
export const PUBACK = 0x40;

const CONNECT = 0x10;
const PUBLISH_QOS_1 = 0x32;
const KEEP_ALIVE_S = 60;
const FLAG_USER = 0x80;
const FLAG_PASSWORD = 0x40;
const FLAG_CLEAN = 0x02;
const TWO_BYTE_LENGTH = 128;

/** A CONNECT with a clean session. */
export function buildConnect({ id, secret }: ClientIdentity): Buffer {
  const flags = FLAG_CLEAN | (secret === null ? 0 : FLAG_USER | FLAG_PASSWORD);
  const body = Buffer.concat([
    field("MQTT"),
    Buffer.from([4, flags, 0, KEEP_ALIVE_S]),
    field(id),
    ...(secret === null ? [] : [field(id), field(secret)]),
  ]);
  return Buffer.concat([Buffer.from([CONNECT, ...lengthBytes(body.length)]), body]);
}

/** Bytes that {@link putPublish} writes at most for a payload of so many. */
export function publishBytesMax(topic: string, payloadBytes: number): number {
  return 5 + 2 + topic.length + 2 + payloadBytes;
}

/** One PUBLISH with QoS 1. */
export interface PublishFields {
  /** Both ASCII. */
  readonly topic: string;
  readonly payload: string;
  /** 1 to 65,535. */
  readonly packetId: number;
}

/** Writes a PUBLISH into a buffer; answers where it ends. */
export function putPublish(into: Buffer, start: number, fields: PublishFields): number {
  const { topic, payload, packetId } = fields;
  let at = start;
  let length = 2 + topic.length + 2 + payload.length;
  into[at++] = PUBLISH_QOS_1;
  while (length >= TWO_BYTE_LENGTH) {
    into[at++] = (length & 0x7f) | 0x80;
    length >>>= 7;
  }
  into[at++] = length;
  into[at++] = topic.length >>> 8;
  into[at++] = topic.length & 0xff;
  at += into.write(topic, at, "latin1");
  into[at++] = packetId >>> 8;
  into[at++] = packetId & 0xff;
  return at + into.write(payload, at, "latin1");
}

function field(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([Buffer.from([bytes.length >>> 8, bytes.length & 0xff]), bytes]);
}

function lengthBytes(length: number): number[] {
  const bytes: number[] = [];
  let left = length;
  do {
    bytes.push((left & 0x7f) | (left >= TWO_BYTE_LENGTH ? 0x80 : 0));
    left >>>= 7;
  } while (left > 0);
  return bytes;
}
