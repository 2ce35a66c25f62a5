import { DEFECTS, type DefectKind } from "@trame/shared";
import { useDesk } from "../../data/desk/desk-context.ts";
import { useRead } from "../../data/desk/use-read.ts";

/** Defects as the workshop names them, where somebody may read its settings; the usual names else. */
export function useDefects(): readonly DefectKind[] {
  const { admin } = useDesk();
  const path = admin.token.value === null ? null : "/api/v1/settings/defects";
  return useRead<{ defects: DefectKind[] }>(path).value?.defects ?? DEFECTS;
}
