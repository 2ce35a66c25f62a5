import type { EventEmitter } from "node:events";
import type { Client } from "aedes";
import type { PacketMeter } from "./packet-meter.ts";

/** The parser of a connection: hands over each packet, and answers how many bytes of one that is not whole it holds. */
export interface PacketParser extends EventEmitter<{ packet: [Packet] }> {
  parse(bytes: Buffer): number;
}

/** What the parser knows of a packet; what its kind has not is missing. */
interface Packet {
  readonly cmd: string;
  readonly retain?: boolean;
  readonly qos?: number;
  readonly dup?: boolean;
  readonly length?: number;
  readonly topic?: string | null;
  readonly payload?: Buffer | string | null;
  readonly messageId?: number;
}

/** QoS 1, sent for the first time, not to be retained. */
const PUBLISH = 0x32;
/** Of a byte of the remaining length: another one follows. */
const MORE = 0x80;
const TOPIC_LENGTH_BYTES = 2;
const PACKET_ID_BYTES = 2;

/** The parser of a client. Aedes gives no other way to it. */
export function parserOf(client: Client): PacketParser {
  return (client as Client & { readonly _parser: PacketParser })._parser;
}

/**
 * Takes in front of the parser what counters send all day: whole QoS 1 PUBLISH packets on the topic that the connection published on
 * before. The parser gathers bytes, reads them field by field and says for its log what it does. It gets whatever else there is, and
 * what is read here comes out as from it.
 */
export function readAhead(parser: PacketParser, meter: Pick<PacketMeter, "startsPacket">): void {
  const parse = parser.parse.bind(parser);
  let topic = "";
  let topicBytes = Buffer.alloc(0);
  parser.on("packet", (packet) => {
    if (packet.cmd !== "publish" || !packet.topic || packet.topic === topic) return;
    topic = packet.topic;
    topicBytes = Buffer.from(topic);
  });

  /** Hands over the packets at the beginning that need no parser; answers where they end. */
  function take(bytes: Buffer): number {
    for (let at = 0; ; ) {
      const frame = frameAt(bytes, at);
      if (frame === null || !isOnTopic(bytes, frame)) return at;
      const { body, end } = frame;
      const payloadAt = body + TOPIC_LENGTH_BYTES + topicBytes.length + PACKET_ID_BYTES;
      parser.emit("packet", {
        cmd: "publish",
        retain: false,
        qos: 1,
        dup: false,
        length: end - body,
        topic,
        payload: bytes.subarray(payloadAt, end),
        messageId: readShort(bytes, payloadAt - PACKET_ID_BYTES),
      });
      at = end;
    }
  }

  function isOnTopic(bytes: Buffer, { body, end }: Frame): boolean {
    const topicAt = body + TOPIC_LENGTH_BYTES;
    if (topicBytes.length === 0 || topicAt + topicBytes.length + PACKET_ID_BYTES > end)
      return false;
    if (readShort(bytes, body) !== topicBytes.length) return false;
    return (
      bytes.compare(topicBytes, 0, topicBytes.length, topicAt, topicAt + topicBytes.length) === 0
    );
  }

  parser.parse = (bytes) => {
    const taken = meter.startsPacket ? take(bytes) : 0;
    if (taken === bytes.length) return 0;
    return parse(taken === 0 ? bytes : bytes.subarray(taken));
  };
}

/** Where the variable part of a packet begins, and where it ends. */
interface Frame {
  readonly body: number;
  readonly end: number;
}

/** The PUBLISH that begins here, if it is whole and of 16 KiB at most. */
function frameAt(bytes: Buffer, at: number): Frame | null {
  if (bytes[at] !== PUBLISH) return null;
  const low = bytes[at + 1] ?? MORE;
  const high = low < MORE ? 0 : (bytes[at + 2] ?? MORE);
  if (high >= MORE) return null;
  const body = at + (low < MORE ? 2 : 3);
  const end = body + (low % MORE) + high * MORE;
  return end > bytes.length ? null : { body, end };
}

function readShort(bytes: Buffer, at: number): number {
  return (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
}
