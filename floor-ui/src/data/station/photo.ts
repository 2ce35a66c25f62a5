import type { PostOptions } from "./post.ts";

/** Where a photo goes, and with whose key. */
export type PhotoOptions = Pick<PostOptions, "fetch" | "key" | "setTimer"> & {
  /** Makes it small enough to be sent from a tablet; null where it is no picture. */
  readonly shrink: (photo: Blob) => Promise<Blob | null>;
};

/** A photo is larger than an act, and nobody waits for it. */
const PATIENCE_MS = 20_000;

/** Sends a photo of what is wrong; its id, null when it did not get there. Never rejects. */
export async function postPhoto(photo: Blob, options: PhotoOptions): Promise<string | null> {
  const { fetch, key, setTimer, shrink } = options;
  const giveUp = new AbortController();
  const cancel = setTimer(() => giveUp.abort(), PATIENCE_MS);
  try {
    const body = await shrink(photo);
    if (body === null) return null;
    const response = await fetch("/api/v1/photos", {
      method: "POST",
      body,
      signal: giveUp.signal,
      headers: { authorization: `Bearer ${key() ?? ""}`, "content-type": body.type },
    });
    const { id }: { id?: unknown } = response.ok ? await response.json() : {};
    return typeof id === "string" ? id : null;
  } catch {
    return null;
  } finally {
    cancel();
  }
}

/** The longer side of what is sent, pixels: a seam can be seen, and a bad network bears it. */
const SIDE_MAX = 1_280;
const QUALITY = 0.8;

/** A smaller JPEG of a photo; null where the browser reads none in it. */
export async function shrinkPhoto(photo: Blob): Promise<Blob | null> {
  const bitmap = await createImageBitmap(photo).catch(() => null);
  if (bitmap === null) return null;
  const scale = Math.min(1, SIDE_MAX / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const pen = canvas.getContext("2d");
  if (pen !== null) {
    // A JPEG knows no transparency: what is clear would come out black.
    pen.fillStyle = "white";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  }
  bitmap.close();
  return await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
}
