import { useEffect, useState } from "preact/hooks";

/** A tablet lying down and wider: the line and, beside it, what needs somebody. */
const WIDE = "(width >= 1024px)";

/** Whether there is room for two columns. The order of the blocks depends on it, so that the Tab key goes as the eye does. */
export function useIsWide(): boolean {
  const [isWide, setWide] = useState(() => matchMedia(WIDE).matches);
  useEffect(() => {
    const query = matchMedia(WIDE);
    const look = () => setWide(query.matches);
    look();
    query.addEventListener("change", look);
    return () => query.removeEventListener("change", look);
  }, []);
  return isWide;
}
