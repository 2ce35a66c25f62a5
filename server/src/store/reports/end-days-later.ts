/** How often it is looked whether the work of a day is over, ms. */
const LOOK_EVERY_MS = 20_000;

/** Ends days at start and while the server runs, also where no machine speaks after work; what fails is tried again. */
export function endDaysLater(endDays: () => void): { readonly close: () => void } {
  const timer = setInterval(look, LOOK_EVERY_MS);
  timer.unref();
  look();
  return { close: () => clearInterval(timer) };

  function look(): void {
    try {
      endDays();
    } catch (error) {
      process.stderr.write(`ending a day fails, and is tried again: ${String(error)}\n`);
    }
  }
}
