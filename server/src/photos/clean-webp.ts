import { type CleanPhoto, letters, viewOf } from "./photo-parts.ts";

interface Chunk {
  readonly type: string;
  readonly body: Uint8Array;
}

/** What of the flags of an extended file stays: transparency (RFC 9649, 2.7). */
const ALPHA_FLAG = 0x10;

/** A still WebP of its image and its transparency; null: none, or one that moves. */
export function cleanWebp(bytes: Uint8Array): CleanPhoto | null {
  if (letters(bytes, 0) !== "RIFF" || letters(bytes, 8) !== "WEBP") return null;
  const size = viewOf(bytes).getUint32(4, true);
  const chunks = readChunks(bytes.subarray(12, 8 + size));
  if (chunks === null || 8 + size > bytes.length) return null;
  const image = chunks.find(({ type }) => type === "VP8 " || type === "VP8L");
  const drawn = image === undefined ? null : sizeOf(image);
  if (image === undefined || drawn === null) return null;
  const alpha = chunks.find(({ type }) => type === "ALPH");
  const extended = chunks.find(({ type }) => type === "VP8X");
  const kept = [
    ...(extended === undefined || extended.body.length !== 10 ? [] : [bare(extended)]),
    ...(extended === undefined || alpha === undefined ? [] : [alpha]),
    image,
  ];
  const body = Buffer.concat([Buffer.from("WEBP"), ...kept.map(written)]);
  const head = Buffer.from("RIFF\0\0\0\0", "latin1");
  head.writeUInt32LE(body.length, 4);
  return { bytes: Buffer.concat([head, body]), ...drawn };
}

function readChunks(bytes: Uint8Array): Chunk[] | null {
  const view = viewOf(bytes);
  const chunks: Chunk[] = [];
  let at = 0;
  while (at + 8 <= bytes.length) {
    const length = view.getUint32(at + 4, true);
    const end = at + 8 + length;
    if (end > bytes.length) return null;
    chunks.push({ type: letters(bytes, at), body: bytes.subarray(at + 8, end) });
    // Chunks begin at even places.
    at = end + (length % 2);
  }
  return chunks;
}

function sizeOf({ type, body }: Chunk): Pick<CleanPhoto, "width" | "height"> | null {
  if (body.length < 10) return null;
  const view = viewOf(body);
  if (type === "VP8L") {
    if (body[0] !== 0x2f) return null;
    const bits = view.getUint32(1, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  // A key frame's start code (RFC 6386, 9.1).
  if (body[3] !== 0x9d || body[4] !== 0x01 || body[5] !== 0x2a) return null;
  return {
    width: view.getUint16(6, true) & 0x3fff,
    height: view.getUint16(8, true) & 0x3fff,
  };
}

/** The canvas, without flags for what is left out. */
function bare({ type, body }: Chunk): Chunk {
  const flags = (body[0] ?? 0) & ALPHA_FLAG;
  return { type, body: Buffer.concat([Uint8Array.of(flags, 0, 0, 0), body.subarray(4)]) };
}

function written({ type, body }: Chunk): Uint8Array {
  const head = Buffer.from(`${type}\0\0\0\0`, "latin1");
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, new Uint8Array(body.length % 2)]);
}
