/** Runs something once after a delay, unless what it gives back is called first. The clock of tests is one of these. */
export type SetTimer = (run: () => void, afterMs: number) => () => void;

/** The browser's own. */
export function browserTimer(run: () => void, afterMs: number): () => void {
  const id = setTimeout(run, afterMs);
  return () => clearTimeout(id);
}
