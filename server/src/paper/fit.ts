/** A text as it goes into a place: its size in points and its lines. */
export interface Fitted {
  readonly size: number;
  readonly lines: readonly string[];
}

/** Where a text goes. */
export interface Room {
  /** Millimetres. */
  readonly width: number;
  /** Millimetres; one line always fits. */
  readonly height: number;
  /** Points, when there is room enough. */
  readonly size: number;
  /** Width in millimetres of a text at one point. */
  readonly measure: (text: string) => number;
}

/** Nobody reads smaller print at a sewing machine ([V7]); points. */
export const SIZE_MIN = 8;

/** From one line to the next, in sizes. */
export const LEADING = 1.15;

/** Height of capitals and digits, in sizes. */
export const CAP = 0.668;

/** Millimetres of a point. */
export const POINT_MM = 25.4 / 72;

const STEP = 0.5;
const ELLIPSIS = "…";

/**
 * The largest size, from that of the room down to 8 points, at which a text fits into it: on as many lines as its height
 * holds, broken between words. What does not fit at 8 points is broken within words too, then ends with « … » ([V7]).
 */
export function fitText(text: string, room: Room): Fitted {
  const words = text.normalize("NFC").split(/\s+/u).filter(Boolean);
  for (let size = room.size; size >= SIZE_MIN; size -= STEP) {
    const lines = wrap(words, size, room);
    const isBroken = lines.some((line) => widthOf(line, size, room) > room.width);
    if (!isBroken && lines.length <= linesIn(room, size)) return { size, lines };
  }
  const size = SIZE_MIN;
  const pieces = words.flatMap((word) => cutWord(word, size, room));
  return { size, lines: clip(wrap(pieces, size, room), size, room) };
}

/** The first of some ways to say the same that fits on one line at the smallest size; the last one when none does. */
export function firstThatFits(
  ways: readonly string[],
  room: Omit<Room, "height" | "size">,
): string {
  const found = ways.find((way) => room.measure(way) * SIZE_MIN <= room.width);
  return found ?? ways.at(-1) ?? "";
}

function linesIn({ height }: Room, size: number): number {
  return Math.max(1, Math.floor(height / (size * LEADING * POINT_MM)));
}

function widthOf(text: string, size: number, { measure }: Room): number {
  return measure(text) * size;
}

function wrap(words: readonly string[], size: number, room: Room): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of words) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && widthOf(longer, size, room) > room.width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

/** A word in pieces that are no wider than the room. */
function cutWord(word: string, size: number, room: Room): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const sign of word) {
    if (piece !== "" && widthOf(piece + sign, size, room) > room.width) {
      pieces.push(piece);
      piece = "";
    }
    piece += sign;
  }
  return [...pieces, piece];
}

function clip(lines: readonly string[], size: number, room: Room): string[] {
  const count = linesIn(room, size);
  if (lines.length <= count) return [...lines];
  const kept = lines.slice(0, count);
  let last = kept.pop() ?? "";
  while (last !== "" && widthOf(last + ELLIPSIS, size, room) > room.width) {
    last = [...last].slice(0, -1).join("").trimEnd();
  }
  return [...kept, last + ELLIPSIS];
}
