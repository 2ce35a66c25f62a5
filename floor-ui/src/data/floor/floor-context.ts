import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Errands } from "./errands.ts";

/** Handed down by the frame of the supervisor's page. */
export const ErrandsContext = createContext<Errands | null>(null);

/** What the supervisor wants done. */
export function useErrands(): Errands {
  const errands = useContext(ErrandsContext);
  if (errands === null) throw new Error("useErrands outside its frame");
  return errands;
}
