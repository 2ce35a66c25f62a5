/** Which of some byte strings occur in a stream of bytes, looked for all at once. */
export interface TraceFinder {
  /** Goes on with the next bytes of the same file. */
  read(chunk: Uint8Array): void;
  /** How many were found since the last file; begins the next one. */
  endFile(): number;
}

/** A window of so many bytes says whether any of them can begin here. */
const ANCHOR_BYTES = 4;
const FILTER_BITS = 20;

/** What begins alike, by length: a stretch of a file is compared once for each length, not once for each value. */
type Alike = Map<number, Set<string>>;

/** @param traces each of at least four bytes */
export function createTraceFinder(traces: readonly Uint8Array[]): TraceFinder {
  const filter = new Uint8Array(1 << FILTER_BITS);
  const byAnchor = new Map<number, Alike>();
  for (const trace of traces) note(byAnchor, Buffer.from(trace));
  for (const anchor of byAnchor.keys()) filter[slotOf(anchor)] = 1;
  const longest = Math.max(ANCHOR_BYTES, ...new Set(traces.map(({ length }) => length)));
  let tail: Buffer = Buffer.alloc(0);
  let found = new Set<string>();

  function look(bytes: Buffer): void {
    let window = 0;
    for (let end = 0; end < bytes.length; end++) {
      window = ((window << 8) | (bytes[end] ?? 0)) >>> 0;
      if (filter[slotOf(window)] === 1 && end >= ANCHOR_BYTES - 1) {
        match(bytes, window, end - ANCHOR_BYTES + 1);
      }
    }
  }

  function match(bytes: Buffer, window: number, start: number): void {
    for (const [length, alike] of byAnchor.get(window) ?? []) {
      const text = bytes.toString("latin1", start, start + length);
      if (alike.has(text)) found.add(text);
    }
  }

  return {
    read(chunk) {
      const bytes = Buffer.concat([tail, chunk]);
      look(bytes);
      // One that lies across two chunks is found in the next.
      tail = bytes.subarray(Math.max(0, bytes.length - longest + 1));
    },
    endFile() {
      const { size } = found;
      found = new Set();
      tail = Buffer.alloc(0);
      return size;
    },
  };
}

function note(byAnchor: Map<number, Alike>, trace: Buffer): void {
  const anchor = trace.readUInt32BE(0);
  const alike: Alike = byAnchor.get(anchor) ?? new Map();
  const same = alike.get(trace.length) ?? new Set();
  byAnchor.set(anchor, alike.set(trace.length, same.add(trace.toString("latin1"))));
}

function slotOf(window: number): number {
  return Math.imul(window, 0x9e3779b1) >>> (32 - FILTER_BITS);
}
