import type { Plan } from "@trame/shared";
import type { JournalRow } from "../../../data/desk/journal-rows.ts";
import type { SettingsI18n } from "../../../i18n/settings.ts";
import { calendarSentences } from "../settings/calendar-sentences.ts";
import { planSentences } from "../settings/plan-sentences.ts";

/** What a line leaves out of a plan was the same before and after. */
const SAME: Plan = {
  workshop: { name: "", timeZone: "Europe/Paris" },
  calendar: { shifts: [] },
  lines: [],
  devices: [],
};

/** What a change of the plan changed, in the sentences in which it was told before it was saved; none of the first plan. */
export function planLines(
  { kind, before, after }: Pick<JournalRow, "kind" | "before" | "after">,
  i18n: SettingsI18n,
): string[] {
  if (kind !== "plan" || before === null || after === null) return [];
  const was: Plan = { ...SAME, ...before };
  const is: Plan = { ...SAME, ...after };
  return [
    // Hours have sentences of their own, that say which.
    ...planSentences(i18n)({ ...was, calendar: SAME.calendar }, { ...is, calendar: SAME.calendar }),
    ...calendarSentences(i18n)(was.calendar, is.calendar),
  ];
}
