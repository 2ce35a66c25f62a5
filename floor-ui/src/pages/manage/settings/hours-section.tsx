import type { Calendar } from "@trame/shared";
import { faultsOf, faultsUnder } from "../../../data/settings/faults.ts";
import { mergeChanges } from "../../../data/settings/merge.ts";
import { useDraft } from "../../../data/settings/use-draft.ts";
import { useSettingsWords } from "../../../i18n/settings.ts";
import { SelectField } from "../../../ui/desk/fields.tsx";
import { Panel } from "../../../ui/desk/panel.tsx";
import { calendarSentences } from "./calendar-sentences.ts";
import { ExceptionsEditor } from "./exceptions-editor.tsx";
import { SavingForm } from "./saving-form.tsx";
import { SectionFrame } from "./section-frame.tsx";
import { ShiftsEditor } from "./shifts-editor.tsx";
import { SinceField } from "./since-field.tsx";
import { useSince } from "./use-plan-draft.ts";
import { useToday } from "./use-today.ts";
import { WeekHoursTable } from "./week-hours-table.tsx";
import { YearView } from "./year-view.tsx";
import "../../../styles/manage-hours.css";

/** « Horaires » : shifts by weekday, holidays, days that are different, and the year that they make. */
export function HoursSection() {
  return (
    <SectionFrame section="hours">
      <Hours />
    </SectionFrame>
  );
}

function Hours() {
  const i18n = useSettingsWords();
  const { t } = i18n;
  const since = useSince();
  const today = useToday();
  const draft = useDraft<Calendar>({
    readAt: `/api/v1/calendar${since.day === null ? "" : `?at=${since.day}`}`,
    writeAt: `/api/v1/calendar${since.day === null ? "" : `?from=${since.day}`}`,
    take: calendarOf,
    body: (calendar) => calendar,
    merge: mergeChanges,
    carry: {
      ...{ address: "/api/v1/calendar", day: since.day, dayOf: i18n.dayOf, take: calendarOf },
      lay: ({ base, edited }, later) => mergeChanges({ base, mine: later, theirs: edited }),
    },
  });
  const faults = faultsOf(draft.outcome, (code) => t.planFaults[code] ?? null);
  return (
    <SavingForm
      draft={draft}
      tell={calendarSentences(i18n)}
      since={since.text}
      aside={<SinceField since={since} today={today} />}
    >
      {(calendar) => (
        <>
          <div class="beside">
            <Panel title={t.workHours.shifts}>
              <p class="about">{t.workHours.shiftsHint}</p>
              <ShiftsEditor
                shifts={calendar.shifts}
                faults={faultsUnder(faults, "/shifts")}
                onShifts={(shifts) => draft.edit({ ...calendar, shifts: [...shifts] })}
              />
            </Panel>
            <div class="se-column">
              <Panel title={t.workHours.week}>
                <WeekHoursTable calendar={calendar} />
              </Panel>
              <Panel title={t.workHours.holidays}>
                <SelectField
                  label={t.workHours.holidays}
                  value={calendar.holidays ?? "none"}
                  choices={(["none", "FR", "FR-ALS"] as const).map((value) => ({
                    value,
                    label: t.workHours.regions[value],
                  }))}
                  onPick={(region) => draft.edit(withHolidays(calendar, region))}
                />
              </Panel>
              <Panel title={t.workHours.exceptions}>
                <p class="about">{t.workHours.exceptionsHint}</p>
                <ExceptionsEditor
                  exceptions={calendar.exceptions ?? []}
                  faults={faultsUnder(faults, "/exceptions")}
                  today={today}
                  onExceptions={(exceptions) =>
                    draft.edit({ ...calendar, exceptions: [...exceptions] })
                  }
                />
              </Panel>
            </div>
          </div>
          <YearView calendar={calendar} today={today} />
        </>
      )}
    </SavingForm>
  );
}

interface CalendarAnswer {
  readonly shifts: Calendar["shifts"];
  readonly holidays: Calendar["holidays"] | null;
  readonly exceptions: NonNullable<Calendar["exceptions"]>;
}

/** The answer tells days too; what is written back is the calendar alone. */
function calendarOf({ shifts, holidays, exceptions }: CalendarAnswer): Calendar {
  return { shifts, exceptions, ...(holidays != null && { holidays }) };
}

function withHolidays({ holidays: _, ...calendar }: Calendar, region: string): Calendar {
  return region === "FR" || region === "FR-ALS" ? { ...calendar, holidays: region } : calendar;
}
