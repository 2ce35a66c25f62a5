import type { Calendar } from "@trame/shared";
import { type Faults, faultsUnder } from "../../../data/settings/faults.ts";
import { isNight, shiftMinutes, WEEKDAYS } from "../../../data/settings/week-hours.ts";
import { useSettingsWords } from "../../../i18n/settings.ts";
import { DeskIcon } from "../../../ui/desk/desk-icon.tsx";
import { TimeField } from "../../../ui/desk/time-field.tsx";
import { replaced } from "../../prepare/replaced.ts";

type Shift = Calendar["shifts"][number];
type Pause = NonNullable<Shift["breaks"]>[number];

const NEW_SHIFT: Shift = { days: [1, 2, 3, 4, 5], from: "08:00", to: "16:30", breaks: [] };
const NEW_PAUSE: Pause = { from: "12:00", to: "12:30" };

/** The shifts of a week, each with its weekdays, hours and breaks. `faults` point into the list. */
export function ShiftsEditor(props: {
  readonly shifts: readonly Shift[];
  readonly faults: Faults;
  readonly onShifts: (shifts: readonly Shift[]) => void;
}) {
  const { shifts, faults, onShifts } = props;
  const { t } = useSettingsWords();
  return (
    <>
      {shifts.map((shift, index) => (
        <ShiftEditor
          key={index}
          number={index + 1}
          shift={shift}
          faults={faultsUnder(faults, `/${index}`)}
          onShift={(next) => onShifts(replaced(shifts, index, next))}
          onRemove={() => onShifts(shifts.toSpliced(index, 1))}
        />
      ))}
      <button type="button" class="plain" onClick={() => onShifts([...shifts, NEW_SHIFT])}>
        <DeskIcon name="plus" />
        {t.workHours.addShift}
      </button>
    </>
  );
}

/** One shift. */
function ShiftEditor(props: {
  readonly number: number;
  readonly shift: Shift;
  readonly faults: Faults;
  readonly onShift: (shift: Shift) => void;
  readonly onRemove: () => void;
}) {
  const { number, shift, faults, onShift, onRemove } = props;
  const { t, hours } = useSettingsWords();
  const { breaks = [] } = shift;
  const title = t.workHours.shift(number);
  const told = [hours(shiftMinutes(shift)), ...(isNight(shift) ? [t.workHours.night] : [])];
  return (
    <fieldset class="sub">
      <legend>{`${title} · ${told.join(" · ")}`}</legend>
      <Weekdays days={shift.days} onDays={(days) => onShift({ ...shift, days })} />
      <div class="row">
        <TimeField
          label={t.workHours.from}
          value={shift.from}
          fault={faults.get("/from")}
          onTime={(from) => onShift({ ...shift, from })}
        />
        <TimeField
          label={t.workHours.to}
          value={shift.to}
          fault={faults.get("/to")}
          onTime={(to) => onShift({ ...shift, to })}
        />
      </div>
      {breaks.map((pause, index) => (
        <PauseFields
          key={index}
          number={index + 1}
          pause={pause}
          fault={faults.get(`/breaks/${index}`)}
          onPause={(next) => onShift({ ...shift, breaks: replaced(breaks, index, next) })}
          onRemove={() => onShift({ ...shift, breaks: breaks.toSpliced(index, 1) })}
        />
      ))}
      {[faults.get(""), faults.get("/days")].map(
        (fault) =>
          fault !== undefined && (
            <p class="fault" key={fault}>
              {fault}
            </p>
          ),
      )}
      <div class="row">
        <button
          type="button"
          class="plain"
          onClick={() => onShift({ ...shift, breaks: [...breaks, NEW_PAUSE] })}
        >
          <DeskIcon name="plus" />
          {t.workHours.addPause}
        </button>
        <button type="button" class="link" aria-label={t.settings.remove(title)} onClick={onRemove}>
          {t.settings.removeShort}
        </button>
      </div>
    </fieldset>
  );
}

function Weekdays(props: {
  readonly days: readonly number[];
  readonly onDays: (days: number[]) => void;
}) {
  const { days, onDays } = props;
  const { t } = useSettingsWords();
  const turned = (day: number) =>
    WEEKDAYS.filter((each) => (each === day ? !days.includes(each) : days.includes(each)));
  return (
    <fieldset class="se-week">
      <legend>{t.workHours.days}</legend>
      {WEEKDAYS.map((day) => (
        <label key={day} class="se-day">
          <input
            type="checkbox"
            aria-label={t.workHours.dayNames[day - 1]}
            checked={days.includes(day)}
            onChange={() => onDays(turned(day))}
          />
          <span aria-hidden="true">{t.workHours.dayShort[day - 1]}</span>
        </label>
      ))}
    </fieldset>
  );
}

function PauseFields(props: {
  readonly number: number;
  readonly pause: Pause;
  readonly fault: string | undefined;
  readonly onPause: (pause: Pause) => void;
  readonly onRemove: () => void;
}) {
  const { number, pause, fault, onPause, onRemove } = props;
  const { t } = useSettingsWords();
  return (
    <div class="row">
      <TimeField
        label={t.workHours.pauseFrom(number)}
        value={pause.from}
        fault={fault}
        onTime={(from) => onPause({ ...pause, from })}
      />
      <TimeField
        label={t.workHours.pauseTo(number)}
        value={pause.to}
        onTime={(to) => onPause({ ...pause, to })}
      />
      <button
        type="button"
        class="plain icon-only"
        aria-label={t.settings.remove(t.workHours.pause(number))}
        onClick={onRemove}
      >
        <DeskIcon name="trash" />
      </button>
    </div>
  );
}
