import { useEffect } from "preact/hooks";

/** Does something again and again while the page is open. */
export function useEvery(everyMs: number, doing: () => void): void {
  useEffect(() => {
    const timer = setInterval(doing, everyMs);
    return () => clearInterval(timer);
  }, [everyMs, doing]);
}
