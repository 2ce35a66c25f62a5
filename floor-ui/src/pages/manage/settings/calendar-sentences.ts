import type { Calendar, CalendarException, ShiftHours } from "@trame/shared";
import { type CalendarChange, calendarChanges } from "../../../data/settings/calendar-changes.ts";
import type { SettingsI18n } from "../../../i18n/settings.ts";

/** What differs between two calendars, in sentences. */
export function calendarSentences(
  i18n: SettingsI18n,
): (before: Calendar, after: Calendar) => string[] {
  return (before, after) =>
    calendarChanges(before, after).map((change) => sentenceOf(change, i18n));
}

function sentenceOf(change: CalendarChange, i18n: SettingsI18n): string {
  const says = i18n.t.workHours.change;
  switch (change.kind) {
    case "hours": {
      return says.hours(
        daysText(change.days, i18n),
        shiftsText(change.before, i18n),
        shiftsText(change.after, i18n),
      );
    }
    case "holidays": {
      const { regions } = i18n.t.workHours;
      return says.holidays(regions[change.before ?? "none"], regions[change.after ?? "none"]);
    }
    case "exception-added":
      return says.added(i18n.longDay(change.exception.day), whatIs(change.exception, i18n));
    case "exception-changed":
      return says.changed(i18n.longDay(change.exception.day), whatIs(change.exception, i18n));
    case "exception-removed":
      return says.removed(i18n.longDay(change.exception.day));
  }
}

/** « Lundi, mardi et dimanche », « Tous les jours »: as a sentence begins. */
function daysText(days: readonly number[], { t, list }: SettingsI18n): string {
  const { daysInList, everyDay } = t.workHours;
  if (days.length === daysInList.length) return everyDay;
  const said = list(days.map((day) => daysInList[day - 1] ?? ""));
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
}

/** 8 h 00–17 h 00 (pause 12 h 00–13 h 00), or that nobody works. */
export function shiftsText(shifts: readonly ShiftHours[], { t, list }: SettingsI18n): string {
  if (shifts.length === 0) return t.workHours.nobody;
  return shifts
    .map(({ from, to, breaks = [] }) => {
      const hours = t.workHours.shiftText(from, to);
      if (breaks.length === 0) return hours;
      const pauses = breaks.map((pause) => t.workHours.shiftText(pause.from, pause.to));
      return `${hours} (${t.workHours.pausesText(list(pauses))})`;
    })
    .join(" + ");
}

function whatIs({ label, shifts }: CalendarException, i18n: SettingsI18n): string {
  const hours = shiftsText(shifts, i18n);
  return label === undefined || label === "" ? hours : `${label}, ${hours}`;
}
