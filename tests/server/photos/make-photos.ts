/** Small photos, whole to their last byte, with whatever a test puts into them. */
import { crc32, deflateSync } from "node:zlib";

/** A part that draws nothing: its name and what it says. */
export type Extra = readonly [name: string, text: string];

export interface PhotoOptions {
  readonly width?: number;
  readonly height?: number;
  readonly extras?: readonly Extra[];
}

/** One grey row, repeated by whoever decodes it. */
export function makePng({ width = 2, height = 2, extras = [] }: PhotoOptions = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const rows = deflateSync(Buffer.alloc(6, 7));
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    pngChunk("IHDR", header),
    ...extras.map(([name, text]) => pngChunk(name, Buffer.from(text, "latin1"))),
    pngChunk("IDAT", rows),
    pngChunk("IEND", Buffer.alloc(0)),
  ]);
}

function pngChunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** Segments of a baseline JPEG; extras are named by their marker: `e1`, `fe`. */
export function makeJpeg({ width = 2, height = 2, extras = [] }: PhotoOptions = {}): Buffer {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  return Buffer.concat([
    Buffer.of(0xff, 0xd8),
    ...extras.map(([marker, text]) => segment(marker, Buffer.from(text, "latin1"))),
    segment("db", Buffer.alloc(65, 1)),
    segment("c0", frame),
    segment("c4", Buffer.alloc(17, 0)),
    segment("da", Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
    Buffer.of(0xff, 0xd9),
  ]);
}

function segment(marker: string, body: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(body.length + 2);
  return Buffer.concat([Buffer.from(`ff${marker}`, "hex"), length, body]);
}

/** A lossless WebP; extras are chunks. */
export function makeWebp({ width = 2, height = 2, extras = [] }: PhotoOptions = {}): Buffer {
  const image = Buffer.alloc(12);
  image[0] = 0x2f;
  image.writeUInt32LE((width - 1) | ((height - 1) << 14), 1);
  const body = Buffer.concat([
    Buffer.from("WEBP"),
    webpChunk("VP8L", image),
    ...extras.map(([name, text]) => webpChunk(name, Buffer.from(text, "latin1"))),
  ]);
  const head = Buffer.from("RIFF\0\0\0\0", "latin1");
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

function webpChunk(type: string, body: Buffer): Buffer {
  const head = Buffer.from(`${type}\0\0\0\0`, "latin1");
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
}
