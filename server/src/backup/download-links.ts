import { randomBytes } from "node:crypto";

/** Links by which a browser saves a large file by itself, which can't send the admin token: each once, and soon. */
export interface DownloadLinks {
  /** A key for one download of a backup. */
  make(id: string): string;
  /** True once for a key that was made for this backup within the last minute. */
  use(id: string, key: string): boolean;
}

const GOOD_FOR_MS = 60_000;
const KEY_BYTES = 24;

/** @param now UTC ms */
export function createDownloadLinks(now: () => number): DownloadLinks {
  const links = new Map<string, { readonly id: string; readonly until: number }>();
  return {
    make(id) {
      for (const [key, { until }] of links) if (until < now()) links.delete(key);
      const key = randomBytes(KEY_BYTES).toString("base64url");
      links.set(key, { id, until: now() + GOOD_FOR_MS });
      return key;
    },
    use(id, key) {
      const link = links.get(key);
      links.delete(key);
      return link !== undefined && link.id === id && link.until >= now();
    },
  };
}
