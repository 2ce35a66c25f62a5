/**
 * Lets a listener hear at most once in so many milliseconds: what fails fails for every message, and a log that repeats
 * itself a hundred times a second tells nothing.
 */
export function atMostEvery<Told>(
  ms: number,
  listener: (told: Told) => void,
): (told: Told) => void {
  let lastAt = -Infinity;
  return (told) => {
    const now = performance.now();
    if (now - lastAt < ms) return;
    lastAt = now;
    listener(told);
  };
}
