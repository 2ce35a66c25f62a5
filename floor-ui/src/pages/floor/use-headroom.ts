import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";

/** Between the band and what is scrolled to, px. */
const GAP = 12;

/** What is scrolled to comes to stand below the band, however many rows that takes. */
export function useHeadroom(band: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const of = band.current;
    if (of === null) return;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => {
      style.scrollPaddingTop = `${of.offsetHeight + GAP}px`;
    });
    observer.observe(of);
    return () => {
      observer.disconnect();
      style.scrollPaddingTop = "";
    };
  }, [band]);
}
