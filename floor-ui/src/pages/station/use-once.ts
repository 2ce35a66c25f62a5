import { useRef } from "preact/hooks";

/** Runs what a button does; a second tap while that is under way does nothing. */
export function useOnce(): (run: () => Promise<void>) => void {
  const isUnderWay = useRef(false);
  return (run) => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    void run().finally(() => {
      isUnderWay.current = false;
    });
  };
}
