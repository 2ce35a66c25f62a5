/** Numbers and ranges of them: `117,118` or `100-117,240`. */
export const BUNDLE_NUMBERS =
  "^[1-9][0-9]{0,4}(-[1-9][0-9]{0,4})?(,[1-9][0-9]{0,4}(-[1-9][0-9]{0,4})?)*$";

/** The numbers that a text of that form names, each once, ascending. A range may be written either way round. */
export function parseBundleNumbers(text: string): number[] {
  const numbers = new Set<number>();
  for (const range of text.split(",")) {
    const [from = 0, to = from] = range.split("-").map(Number);
    for (let number = Math.min(from, to); number <= Math.max(from, to); number++) {
      numbers.add(number);
    }
  }
  return [...numbers].toSorted((a, b) => a - b);
}
