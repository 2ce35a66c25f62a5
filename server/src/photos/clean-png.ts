import { crc32 } from "node:zlib";
import { type CleanPhoto, letters, viewOf } from "./photo-parts.ts";

const SIGNATURE = "\x89PNG\r\n\x1a\n";
/** What draws the image, and nothing that speaks of it (PNG, 3rd edition, 11). */
const DRAWING = new Set(["IHDR", "PLTE", "tRNS", "IDAT", "IEND"]);
const HEADER_BYTES = 13;
/** Length, type and checksum. */
const FRAME_BYTES = 12;

/** A PNG of its critical chunks and its transparency, each with its checksum held; null: none. */
export function cleanPng(bytes: Uint8Array): CleanPhoto | null {
  if (letters(bytes, 0, 8) !== SIGNATURE) return null;
  const chunks = readChunks(bytes);
  const [header] = chunks ?? [];
  if (chunks === null || header?.type !== "IHDR") return null;
  if (header.bytes.length !== FRAME_BYTES + HEADER_BYTES) return null;
  if (!chunks.some(({ type }) => type === "IDAT")) return null;
  const drawing = chunks.filter(({ type }) => DRAWING.has(type));
  const view = viewOf(header.bytes);
  return {
    bytes: Buffer.concat([bytes.subarray(0, 8), ...drawing.map((chunk) => chunk.bytes)]),
    width: view.getUint32(8),
    height: view.getUint32(12),
  };
}

/** All chunks up to the last one, whole; null where one is not, or where the last one is missing. */
function readChunks(
  bytes: Uint8Array,
): { readonly type: string; readonly bytes: Uint8Array }[] | null {
  const view = viewOf(bytes);
  const chunks: { type: string; bytes: Uint8Array }[] = [];
  let at = 8;
  while (at + FRAME_BYTES <= bytes.length) {
    const end = at + FRAME_BYTES + view.getUint32(at);
    if (end > bytes.length) return null;
    if (crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) return null;
    const type = letters(bytes, at + 4);
    chunks.push({ type, bytes: bytes.subarray(at, end) });
    if (type === "IEND") return chunks;
    at = end;
  }
  return null;
}
