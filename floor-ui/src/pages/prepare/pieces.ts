/** Pieces as a person types them: blanks between thousands are no matter; null for what is no whole number. */
export function parsePieces(text: string): number | null {
  const bare = text.replaceAll(/[\s\u00a0\u202f]/g, "");
  return /^\d{1,8}$/.test(bare) ? Number(bare) : null;
}
