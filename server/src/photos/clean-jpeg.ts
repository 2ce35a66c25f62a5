import { orientationOf, orientationSegment } from "./jpeg-orientation.ts";
import { type CleanPhoto, letters, viewOf } from "./photo-parts.ts";

/** Markers (ITU-T T.81, B.1.1.3). */
const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP1 = 0xe1;
const APP14 = 0xee;
/** Baseline, extended and progressive: what browsers draw. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2]);
/** Huffman and quantization tables, restart interval. */
const TABLES = new Set([0xc4, 0xdb, 0xdd]);
const ADOBE_BYTES = 12;

interface Segment {
  readonly marker: number;
  /** Of the segment, its marker and what follows it coded included. */
  readonly from: number;
  readonly to: number;
  /** Of its content. */
  readonly body: Uint8Array;
}

/** A JPEG without comments and application segments but which way is up and Adobe's word on its colours; null: none. */
export function cleanJpeg(bytes: Uint8Array): CleanPhoto | null {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return null;
  const segments = readSegments(bytes);
  const frame = segments?.find(({ marker }) => FRAMES.has(marker));
  if (segments == null || frame === undefined || frame.body.length < 6) return null;
  if (!segments.some(({ marker }) => marker === SOS)) return null;
  const kept = segments.filter(isDrawing).map(({ from, to }) => bytes.subarray(from, to));
  const exif = segments.find(({ marker }) => marker === APP1)?.body;
  const turned = exif === undefined ? null : orientationOf(exif);
  const head = turned === null ? [] : [orientationSegment(turned)];
  const parts = [Uint8Array.of(0xff, SOI), ...head, ...kept, Uint8Array.of(0xff, EOI)];
  const view = viewOf(frame.body);
  return {
    bytes: Buffer.concat(parts),
    height: view.getUint16(1),
    width: view.getUint16(3),
  };
}

function isDrawing({ marker, body }: Segment): boolean {
  if (FRAMES.has(marker) || TABLES.has(marker) || marker === SOS) return true;
  return marker === APP14 && body.length === ADOBE_BYTES && letters(body, 0, 5) === "Adobe";
}

/** All segments up to the end of the image; what is behind it is left. Null where one can't be read. */
function readSegments(bytes: Uint8Array): Segment[] | null {
  const segments: Segment[] = [];
  let at = 2;
  while (bytes[at] === 0xff && at + 1 < bytes.length) {
    if (bytes[at + 1] === EOI) return segments;
    const segment = segmentAt(bytes, at);
    if (segment === null) return null;
    segments.push(segment);
    at = segment.to;
  }
  return null;
}

function segmentAt(bytes: Uint8Array, at: number): Segment | null {
  if (at + 4 > bytes.length) return null;
  const marker = bytes[at + 1] ?? 0;
  const end = at + 2 + viewOf(bytes).getUint16(at + 2);
  if (end > bytes.length || end < at + 4) return null;
  const to = marker === SOS ? endOfScan(bytes, end) : end;
  return { marker, from: at, to, body: bytes.subarray(at + 4, end) };
}

/** Coded data goes on to the next marker that is neither a stuffed byte nor a restart (T.81, B.1.1.5). */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at !== -1) {
    const next = bytes[at + 1] ?? EOI;
    const isCoded = next === 0 || (next >= 0xd0 && next <= 0xd7);
    if (!isCoded) return at;
    at = bytes.indexOf(0xff, at + 2);
  }
  return bytes.length;
}
