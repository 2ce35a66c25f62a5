/** `2,5` → 2.5; null for an empty text; undefined for what is no number. */
export function parseNumber(text: string): number | null | undefined {
  const plain = text.replaceAll(/[\s\u00a0\u202f]/g, "").replace(",", ".");
  if (plain === "") return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}
