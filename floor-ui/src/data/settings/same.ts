/** Whether two values say the same, whatever the order of their fields; a field of undefined is none. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const fields = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...fields].every((field) => isSame(fieldOf(a, field), fieldOf(b, field)));
}

/** A field of a value, by its name; undefined for what has none. */
export function fieldOf(of: unknown, field: string): unknown {
  return typeof of === "object" && of !== null && Object.hasOwn(of, field)
    ? (of as Record<string, unknown>)[field]
    : undefined;
}
