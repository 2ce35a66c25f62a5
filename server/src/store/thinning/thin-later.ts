/** Between two steps: a workshop of a hundred counters is thinned in two minutes a day, and the writer is hardly held. ms */
const PAUSE_MS = 250;
/** Between the end of a pass and the next one. ms */
const REST_MS = 3_600_000;

/**
 * Thins in the background, one small step at a time, between what the writer's thread is asked for ([TH6]).
 * @param step takes UTC ms; true while its pass is not over
 * @param startedAt UTC ms; time goes on from there, whatever step the machine's clock makes
 */
export function thinLater(
  step: (now: number) => boolean,
  startedAt: number,
): { readonly close: () => void } {
  const began = performance.now();
  let timer = setTimeout(again, PAUSE_MS);
  timer.unref();
  return { close: () => clearTimeout(timer) };

  function again(): void {
    timer = setTimeout(again, isMore() ? PAUSE_MS : REST_MS);
    timer.unref();
  }

  /** What can't be packed stays as it is, and is tried again. */
  function isMore(): boolean {
    try {
      return step(Math.floor(startedAt + performance.now() - began));
    } catch (error) {
      process.stderr.write(`thinning fails, and is tried in an hour: ${String(error)}\n`);
      return false;
    }
  }
}
