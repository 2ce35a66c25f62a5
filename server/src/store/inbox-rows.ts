/** A sample in order and what it added, as numbers; the one text is apart. */
export interface InboxRow {
  /** By {@link COLUMN}, integers. */
  readonly values: readonly number[];
  /** Open leaps as JSON; null when there are none. */
  readonly open: string | null;
}

/** Where each number of a row stands. */
export const COLUMN = {
  n: 0,
  bootId: 1,
  seq: 2,
  up: 3,
  pieces: 4,
  stitches: 5,
  trims: 6,
  state: 7,
  received: 8,
  messageUp: 9,
  run: 10,
  at: 11,
  day: 12,
  hour: 13,
  placeId: 14,
  partPieces: 15,
  partStitches: 16,
  partTrims: 17,
  reachedPieces: 18,
  reachedStitches: 19,
  reachedTrims: 20,
  fell: 21,
} as const;
/** Numbers in a row. */
export const COLUMNS = 22;
/** Stands for null where a number may be unknown. */
export const UNKNOWN = -1;

const FORMAT = 1;
/** Of a row: its numbers are written as they are, not as differences. */
const IS_WHOLE = 1;
/** Of a row: a text follows. */
const HAS_OPEN = 2;
const NUMBER_BYTES_MAX = 8;
const FIRST_BITS = 0x40;
const NEXT_BITS = 0x80;
const NOTHING_BEFORE = new Float64Array(COLUMNS);

/** Rows in memory, as they are written: one after the other, {@link COLUMNS} numbers each. */
export interface RowTable {
  readonly values: Float64Array;
  readonly opens: ReadonlyMap<number, string>;
}

/** Writes rows as bytes, some 25 each: every number as its difference to that of the row before. */
export function createRowWriter(): (table: RowTable, from: number, to: number) => Uint8Array {
  let bytes = Buffer.allocUnsafe(4_096);
  let end = 0;

  /** Seven bits a byte, the lowest first; the first byte has six and the sign. */
  function putNumber(value: number): void {
    const isNegative = value < 0;
    let rest = isNegative ? -value : value;
    // Most differences are small; the way below is that of larger ones.
    if (rest < FIRST_BITS) {
      bytes[end++] = rest | (isNegative ? FIRST_BITS : 0);
      return;
    }
    let byte = (rest % FIRST_BITS) | (isNegative ? FIRST_BITS : 0);
    rest = Math.floor(rest / FIRST_BITS);
    while (rest > 0) {
      bytes[end++] = byte | NEXT_BITS;
      byte = rest % NEXT_BITS;
      rest = Math.floor(rest / NEXT_BITS);
    }
    bytes[end++] = byte;
  }

  /** False when a difference is no longer exact: two numbers may lie further apart than a double can tell. */
  function putDifferences(values: Float64Array, at: number): boolean {
    for (let column = 0; column < COLUMNS; column++) {
      const difference = number(values, at + column) - number(values, at + column - COLUMNS);
      if (!Number.isSafeInteger(difference)) return false;
      putNumber(difference);
    }
    return true;
  }

  function putRow({ values, opens }: RowTable, row: number, isFirst: boolean): void {
    const open = opens.get(row);
    const flags = open === undefined ? 0 : HAS_OPEN;
    const start = end;
    bytes[end++] = flags;
    if (isFirst || !putDifferences(values, row * COLUMNS)) {
      end = start;
      bytes[end++] = flags | IS_WHOLE;
      for (let column = 0; column < COLUMNS; column++) {
        putNumber(number(values, row * COLUMNS + column));
      }
    }
    if (open === undefined) return;
    const text = Buffer.from(open);
    reserve(text.length + NUMBER_BYTES_MAX);
    putNumber(text.length);
    end += text.copy(bytes, end);
  }

  function reserve(more: number): void {
    if (end + more <= bytes.length) return;
    const larger = Buffer.allocUnsafe(2 * (end + more));
    bytes.copy(larger, 0, 0, end);
    bytes = larger;
  }

  return (table, from, to) => {
    end = 0;
    bytes[end++] = FORMAT;
    putNumber(to - from);
    for (let row = from; row < to; row++) {
      reserve(1 + 2 * COLUMNS * NUMBER_BYTES_MAX);
      putRow(table, row, row === from);
    }
    return bytes.subarray(0, end);
  };
}

/**
 * Reads rows from bytes, in the order in which they were written.
 * @throws when the bytes are of another format, or fewer than they say
 */
export function readRows(bytes: Uint8Array): InboxRow[] {
  let at = 0;

  function nextByte(): number {
    const byte = bytes[at++];
    if (byte === undefined) throw new RangeError("a row of the inbox is shorter than it says");
    return byte;
  }

  function nextNumber(): number {
    let byte = nextByte();
    const isNegative = (byte & FIRST_BITS) !== 0;
    let value = byte % FIRST_BITS;
    for (let weight = FIRST_BITS; byte >= NEXT_BITS; weight *= NEXT_BITS) {
      byte = nextByte();
      value += (byte % NEXT_BITS) * weight;
    }
    return isNegative ? -value : value;
  }

  function nextText(): string {
    const length = nextNumber();
    at += length;
    if (at > bytes.length) throw new RangeError("a row of the inbox is shorter than it says");
    return Buffer.from(bytes.subarray(at - length, at)).toString();
  }

  function nextRow(before: ArrayLike<number>): InboxRow {
    const flags = nextByte();
    const base = (flags & IS_WHOLE) === 0 ? before : NOTHING_BEFORE;
    const values = Array.from(
      { length: COLUMNS },
      (_, column) => number(base, column) + nextNumber(),
    );
    return { values, open: (flags & HAS_OPEN) === 0 ? null : nextText() };
  }

  if (nextByte() !== FORMAT) throw new RangeError("a row of the inbox is of an unknown format");
  const rows: InboxRow[] = [];
  for (let left = nextNumber(); left > 0; left--) {
    rows.push(nextRow(rows.at(-1)?.values ?? NOTHING_BEFORE));
  }
  return rows;
}

function number(values: ArrayLike<number>, at: number): number {
  return values[at] ?? Number.NaN;
}
