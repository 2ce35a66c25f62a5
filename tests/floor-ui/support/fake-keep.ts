import { createKeep, type Keep } from "../../../floor-ui/src/data/keep.ts";

/** Storage in memory. */
export function createFakeKeep(): Keep {
  const texts = new Map<string, string>();
  return createKeep(() => ({
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => texts.set(key, text),
  }));
}

/** Storage that the browser forbids. */
export function createForbiddenKeep(): Keep {
  return createKeep(() => {
    throw new DOMException("The operation is insecure.", "SecurityError");
  });
}
