import { type Calendar, calendarDay, formatDay, parseDay, weekdayOf } from "@trame/shared";
import { useState } from "preact/hooks";
import { useSettingsWords } from "../../../i18n/settings.ts";
import { Panel } from "../../../ui/desk/panel.tsx";
import { shiftsText } from "./calendar-sentences.ts";

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** A year of days as the calendar on this page makes them, before anything is saved. */
export function YearView({
  calendar,
  today,
}: {
  readonly calendar: Calendar;
  readonly today: string;
}) {
  const { t, language } = useSettingsWords();
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const days = MONTHS.map((month) => daysOf(year, month));
  const worked = days.flat().filter((day) => calendarDay(calendar, day).shifts.length > 0).length;
  const month = new Intl.DateTimeFormat(language, { timeZone: "UTC", month: "long" });
  return (
    <Panel
      title={`${t.workHours.year} ${year}`}
      aside={
        <div class="row tight se-years">
          <span>{t.workHours.yearDays(worked)}</span>
          <button type="button" class="link" onClick={() => setYear(year - 1)}>
            {t.workHours.yearBefore}
          </button>
          <button type="button" class="link" onClick={() => setYear(year + 1)}>
            {t.workHours.yearAfter}
          </button>
        </div>
      }
    >
      <div class="se-year">
        {days.map((all, index) => (
          <section key={index}>
            <h3>{month.format(Date.UTC(year, index, 15))}</h3>
            <Month days={all} calendar={calendar} today={today} />
          </section>
        ))}
      </div>
      <ul class="se-legend">
        {(["working", "off", "holiday", "exception"] as const).map((kind) => (
          <li key={kind}>
            <span class="se-cell" data-kind={kind} aria-hidden="true" />
            {t.workHours.kinds[kind]}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Month(props: {
  readonly days: readonly number[];
  readonly calendar: Calendar;
  readonly today: string;
}) {
  const { days, calendar, today } = props;
  const i18n = useSettingsWords();
  const { t, words, longDay } = i18n;
  const [first = 0] = days;
  return (
    <ol class="se-month">
      {days.map((day) => {
        const { kind, label, shifts } = calendarDay(calendar, day);
        const written = formatDay(day);
        const why = label === null ? t.workHours.kinds[kind] : words(label);
        const told = t.workHours.dayIs(longDay(written), `${why}, ${shiftsText(shifts, i18n)}`);
        return (
          <li
            key={day}
            class="se-cell"
            data-kind={kind}
            data-worked={shifts.length > 0}
            data-starts={day === first ? weekdayOf(day) : undefined}
            aria-current={written === today ? "date" : undefined}
            title={told}
          >
            <span aria-hidden="true">{Number(written.slice(8))}</span>
            <span class="se-unseen">{told}</span>
          </li>
        );
      })}
    </ol>
  );
}

/** The days of a month, as numbers. */
function daysOf(year: number, month: number): number[] {
  const first = parseDay(`${year}-${String(month).padStart(2, "0")}-01`) ?? 0;
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return Array.from({ length: count }, (_, index) => first + index);
}
