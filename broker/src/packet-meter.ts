import type { Duplex } from "node:stream";

/** Follows the bytes of an MQTT stream from packet to packet. */
export interface PacketMeter {
  /** False as soon as a packet announces more bytes than it may have: before they arrive. */
  admits(chunk: Uint8Array): boolean;
  /** The chunk that was admitted last began with a packet. */
  readonly startsPacket: boolean;
  /** Sets the limit for the packets to come, in bytes with their header. */
  setLimit(maxBytes: number): void;
}

// [MQTT-2.2.3]: the remaining length has at most four bytes of seven bits each.
const LENGTH_BYTES_MAX = 4;

/**
 * Counts bytes in front of the parser, which has no limit of its own and would gather 268 MB
 * for whoever announces them.
 */
export function createPacketMeter(maxBytes: number): PacketMeter {
  let limit = maxBytes;
  /** Bytes of the current packet's body that are still to come. */
  let left = 0;
  /** Bytes of the header seen: 0 between packets, 1 once the type is read. */
  let headerBytes = 0;
  let length = 0;
  let startsPacket = true;

  function admitsLengthByte(byte: number): boolean {
    length += (byte & 127) * 128 ** (headerBytes - 1);
    headerBytes += 1;
    if (headerBytes + length > limit) return false;
    if (byte > 127) return headerBytes <= LENGTH_BYTES_MAX;
    left = length;
    headerBytes = 0;
    length = 0;
    return true;
  }

  return {
    get startsPacket() {
      return startsPacket;
    },
    admits(chunk) {
      startsPacket = left === 0 && headerBytes === 0;
      let at = 0;
      while (at < chunk.length) {
        if (left > 0) {
          const skipped = Math.min(left, chunk.length - at);
          left -= skipped;
          at += skipped;
        } else if (headerBytes === 0) {
          headerBytes = 1;
          at += 1;
        } else if (!admitsLengthByte(chunk[at++] as number)) {
          return false;
        }
      }
      return true;
    },
    setLimit(next) {
      limit = next;
    },
  };
}

/**
 * Makes the stream's `read` give all that has arrived, and destroys the stream instead of giving
 * a chunk that the meter does not admit.
 */
export function meterReads(stream: Duplex, meter: PacketMeter): void {
  // Wrapping `read` copies nothing and adds no stream, on the path that every packet takes.
  const read = stream.read.bind(stream);
  stream.read = (size?: number) => {
    const first: Buffer | null = read(size);
    if (first === null) return null;
    const chunk = stream.readableLength === 0 ? first : Buffer.concat(readOn(first, read));
    if (meter.admits(chunk)) return chunk;
    stream.destroy(new Error("packet too large"));
    return null;
  };
}

/**
 * Since Node 26 a read gives one buffer at a time, and no event follows for the others. Aedes
 * reads once an event, so a packet that came in two pieces would wait for the one after it.
 */
function readOn(first: Buffer, read: () => Buffer | null): Buffer[] {
  const chunks = [first];
  for (let chunk = read(); chunk !== null; chunk = read()) chunks.push(chunk);
  return chunks;
}
