import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { DrillTarget } from "./drill-target.ts";

/** Opens what is behind a figure; handed down by the report. */
export const DrillContext = createContext<((target: DrillTarget) => void) | null>(null);

export function useDrill(): (target: DrillTarget) => void {
  const open = useContext(DrillContext);
  if (open === null) throw new Error("useDrill outside a report");
  return open;
}
