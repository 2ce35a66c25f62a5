import type { Calendar } from "@trame/shared";
import { weekHours } from "../../../data/settings/week-hours.ts";
import { useSettingsWords } from "../../../i18n/settings.ts";

/** Working hours of each day of a week, and of the week; as they will be, before anything is saved. */
export function WeekHoursTable({ calendar }: { readonly calendar: Calendar }) {
  const { t, hours } = useSettingsWords();
  const { days, minutes } = weekHours(calendar);
  return (
    <table class="list tight">
      <tbody>
        {days.map(({ weekday, minutes: worked }) => (
          <tr key={weekday}>
            <th scope="row">{t.workHours.dayNames[weekday - 1]}</th>
            <td class="amount">{worked === 0 ? t.workHours.off : hours(worked)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t.workHours.weekTotal}</th>
          <td class="amount">
            <b>{hours(minutes)}</b>
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
