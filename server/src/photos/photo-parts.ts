/** A photo that holds nothing but what draws it. */
export interface CleanPhoto {
  readonly bytes: Uint8Array;
  /** Pixels, as it says itself. */
  readonly width: number;
  readonly height: number;
}

/** A screen that shows it needs four bytes for each: a small file may ask for gigabytes. */
export const PIXELS_MAX = 20_000_000;
export const EDGE_MAX = 8_192;

/** Bytes that are read from their beginning; null where they end too early. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Four letters, or what is there instead. */
export function letters(bytes: Uint8Array, at: number, count = 4): string {
  return Buffer.from(bytes.subarray(at, at + count)).toString("latin1");
}
