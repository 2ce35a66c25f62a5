import { createHash } from "node:crypto";
import type { Database } from "better-sqlite3";

/** Kinds of photos that every screen shows. */
export type PhotoType = "image/jpeg" | "image/png" | "image/webp";

/** Photos of styles and operations, each once, under the digest of its bytes. */
export interface Photos {
  has(id: string): boolean;
  /** Keeps a photo; answers its id. */
  put(type: PhotoType, bytes: Uint8Array): string;
}

export function createPhotos(sqlite: Database): Photos {
  const has = sqlite.prepare<[string], number>("SELECT 1 FROM photos WHERE id = ?").pluck();
  const insert = sqlite.prepare(
    "INSERT INTO photos (id, type, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
  );
  return {
    has: (id) => has.get(id) !== undefined,
    put(type, bytes) {
      const id = createHash("sha256").update(bytes).digest("hex");
      insert.run(id, type, Buffer.from(bytes));
      return id;
    },
  };
}

/** What the first bytes say that a file is, whatever its name or sender says; null for anything else. */
export function photoTypeOf(bytes: Uint8Array): PhotoType | null {
  const head = Buffer.from(bytes.subarray(0, 12)).toString("latin1");
  if (head.startsWith("\xff\xd8\xff")) return "image/jpeg";
  if (head.startsWith("\x89PNG\r\n\x1a\n")) return "image/png";
  return head.startsWith("RIFF") && head.endsWith("WEBP") ? "image/webp" : null;
}
