/** The line that an address names: exactly, or else as people type it, without regard to capitals ([W23]). */
export function findLineId(lineIds: readonly string[], asked: string): string | null {
  if (lineIds.includes(asked)) return asked;
  return lineIds.find((lineId) => lineId.toLowerCase() === asked.toLowerCase()) ?? null;
}
