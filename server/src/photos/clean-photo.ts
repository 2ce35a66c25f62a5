import { cleanJpeg } from "./clean-jpeg.ts";
import { cleanPng } from "./clean-png.ts";
import { cleanWebp } from "./clean-webp.ts";
import { type CleanPhoto, EDGE_MAX, PIXELS_MAX } from "./photo-parts.ts";

/** What a photo came to: only what draws it, or why it is not taken. */
export type Cleaned =
  | { readonly ok: true; readonly photo: CleanPhoto }
  | { readonly ok: false; readonly fault: "photo-unreadable" | "photo-too-large" };

/**
 * Builds a photo anew from the parts that draw it ([TL13]): where and when it was taken, with what, its thumbnail and whatever was
 * put behind its end stay out. What is no JPEG, PNG or WebP to its last part is refused.
 */
export function cleanPhoto(bytes: Uint8Array): Cleaned {
  const photo = cleanJpeg(bytes) ?? cleanPng(bytes) ?? cleanWebp(bytes);
  if (photo === null) return { ok: false, fault: "photo-unreadable" };
  const { width, height } = photo;
  if (width < 1 || height < 1) return { ok: false, fault: "photo-unreadable" };
  const isTooLarge = width > EDGE_MAX || height > EDGE_MAX || width * height > PIXELS_MAX;
  return isTooLarge ? { ok: false, fault: "photo-too-large" } : { ok: true, photo };
}
