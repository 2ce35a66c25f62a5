import { DEFECTS, type DefectKind } from "@trame/shared";
import { useRead } from "../../data/desk/use-read.ts";
import { useCan } from "../../data/session/use-session.ts";

/** Defects as the workshop names them, where somebody may read its settings; the usual names else. */
export function useDefects(): readonly DefectKind[] {
  const path = useCan("settings.read") ? "/api/v1/settings/defects" : null;
  return useRead<{ defects: DefectKind[] }>(path).value?.defects ?? DEFECTS;
}
