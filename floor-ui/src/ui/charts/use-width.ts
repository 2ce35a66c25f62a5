import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";

/** The width that a drawing has, px, so that its text keeps its size; `first` until it is known. */
export function useWidth(of: RefObject<Element | null>, first: number): number {
  const [width, setWidth] = useState(first);
  useEffect(() => {
    if (of.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      const found = Math.round(entry?.contentRect.width ?? 0);
      if (found > 0) setWidth(found);
    });
    observer.observe(of.current);
    return () => observer.disconnect();
  }, [of]);
  return width;
}
