import { letters, viewOf } from "./photo-parts.ts";

/** Where the TIFF structure begins, after `Exif\0\0`. */
const TIFF = 6;
const ORIENTATION_TAG = 0x0112;
const ENTRY_BYTES = 12;

/** Which way is up (Exif 2.32, 4.6.4): 2 to 8, null for as it is or for what can't be read. */
export function orientationOf(exif: Uint8Array): number | null {
  if (letters(exif, 0, TIFF) !== "Exif\0\0" || exif.length < TIFF + 14) return null;
  const view = viewOf(exif);
  const isLittle = letters(exif, TIFF, 2) === "II";
  const first = TIFF + view.getUint32(TIFF + 4, isLittle);
  if (first + 2 > exif.length) return null;
  const count = view.getUint16(first, isLittle);
  for (let i = 0; i < count; i++) {
    const at = first + 2 + i * ENTRY_BYTES;
    if (at + ENTRY_BYTES > exif.length) return null;
    if (view.getUint16(at, isLittle) === ORIENTATION_TAG) {
      const turned = view.getUint16(at + 8, isLittle);
      return turned >= 2 && turned <= 8 ? turned : null;
    }
  }
  return null;
}

/** A segment that says this and nothing else. */
export function orientationSegment(turned: number): Uint8Array {
  const tiff = ["4d4d002a00000008", "0001", "0112000300000001", `000${turned}0000`, "00000000"];
  return Buffer.from(`ffe10022457869660000${tiff.join("")}`, "hex");
}
