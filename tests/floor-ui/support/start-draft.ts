import type { StartDraft } from "../../../floor-ui/src/data/start/start-draft.ts";
import { startFr } from "../../../floor-ui/src/i18n/start-fr.ts";
import { freshDraft } from "../../../floor-ui/src/pages/start/fresh-draft.ts";

export const decimal = (value: number): string => String(value).replace(".", ",");

/** A first start that was answered as far as a test needs. */
export function draftOf(changes: Partial<StartDraft> = {}): StartDraft {
  const fresh = freshDraft(startFr, decimal);
  return { ...fresh, name: "Atelier Lons", timeZone: "Europe/Paris", ...changes };
}
