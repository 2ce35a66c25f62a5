/**
 * Lets a listener hear at most once in so many milliseconds: what fails fails for every message, and a log that repeats
 * itself a hundred times a second tells nothing.
 * @param listener hears what was told, and how often it was not since it last heard
 * @param now ms from any start
 */
export function atMostEvery<Told>(
  ms: number,
  listener: (told: Told, untold: number) => void,
  now: () => number = () => performance.now(),
): (told: Told) => void {
  let lastAt = Number.NEGATIVE_INFINITY;
  let untold = 0;
  return (told) => {
    const at = now();
    if (at - lastAt < ms) {
      untold += 1;
      return;
    }
    listener(told, untold);
    lastAt = at;
    untold = 0;
  };
}
