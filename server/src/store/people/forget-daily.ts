/** How often what is kept no longer is looked for, ms. */
export const FORGET_EVERY_MS = 86_400_000;

/**
 * Forgets at start and once a day, so that rows which name people go also on a server that nobody touches for weeks.
 * @param forget takes UTC ms; a disk that can't take it now is asked again the next day
 */
export function forgetDaily(
  forget: (now: number) => void,
  startedAt: number,
): { readonly close: () => void } {
  const began = performance.now();
  const timer = setInterval(again, FORGET_EVERY_MS);
  timer.unref();
  again();
  return { close: () => clearInterval(timer) };

  /** Time goes on from the start: no step of the machine's clock deletes anything. */
  function again(): void {
    try {
      forget(Math.floor(startedAt + performance.now() - began));
    } catch (error) {
      process.stderr.write(
        `forgetting who was where fails, and is tried tomorrow: ${String(error)}\n`,
      );
    }
  }
}
