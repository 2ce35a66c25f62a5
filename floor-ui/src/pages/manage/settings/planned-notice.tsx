import { useRead } from "../../../data/desk/use-read.ts";
import type { PlanFroms } from "../../../data/settings/carry.ts";
import { useSettingsWords } from "../../../i18n/settings.ts";
import { useEvery } from "./use-every.ts";

/** A plan may be recorded on this very page. ms */
const EVERY_MS = 10_000;

/** Says from which days on other settings are recorded already; nothing where none are. */
export function PlannedNotice() {
  const { t, list, longDay, dayOf } = useSettingsWords();
  const { value: versions, reload } = useRead<PlanFroms>("/api/v1/plan/versions");
  useEvery(EVERY_MS, reload);
  const later = versions?.froms.filter((from) => from > versions.now) ?? [];
  if (later.length === 0) return null;
  const days = [...new Set(later.map(dayOf))].map(longDay);
  return <p class="about">{t.settings.planned(list(days))}</p>;
}
