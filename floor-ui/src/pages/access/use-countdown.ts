import { useEffect, useState } from "preact/hooks";
import { browserTimer } from "../../data/timer.ts";

const SECOND_MS = 1_000;

/** Seconds until `until` (ms of `performance.now()`), told again each second; 0 once it is over or while there is nothing to wait for. */
export function useCountdown(until: number | null): number {
  const [now, setNow] = useState(() => performance.now());
  const left = until === null ? 0 : Math.max(0, Math.ceil((until - now) / SECOND_MS));
  useEffect(() => {
    if (until === null || until <= performance.now()) return;
    setNow(performance.now());
    return browserTimer(() => setNow(performance.now()), SECOND_MS);
  }, [until, left]);
  return left;
}
