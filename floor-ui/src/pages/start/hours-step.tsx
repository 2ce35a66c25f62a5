import { useId, useState } from "preact/hooks";
import type { ShiftDraft } from "../../data/start/start-draft.ts";
import { useStartWords } from "../../i18n/start.ts";
import { CheckField } from "../../ui/desk/fields.tsx";
import { replaced } from "../prepare/replaced.ts";
import { ChoiceCard } from "./choice-card.tsx";
import { findShiftFault, type ShiftFault } from "./hours-fault.ts";
import { HOURS, type HoursName, hoursNamed } from "./presets.ts";
import { StepForm } from "./step-form.tsx";
import { TimeInput } from "./time-input.tsx";
import type { Start } from "./use-start.ts";

const WEEK = [1, 2, 3, 4, 5, 6, 7];

/** Usual hours first, each of which can be adjusted. */
export function HoursStep({ start }: { readonly start: Start }) {
  const { hours } = useStartWords().t;
  const [fault, setFault] = useState<string | null>(null);
  const { days, shifts, hasHolidays } = start.draft;
  const named = hoursNamed(days, shifts);
  const isAdjusted = named === null;
  const [isOpen, setOpen] = useState(isAdjusted);
  const [shiftFault, setShiftFault] = useState<ShiftFault | null>(null);
  // Mended or preset meanwhile, it is no longer told.
  const isStill = JSON.stringify(findShiftFault(shifts)) === JSON.stringify(shiftFault);

  function goOn() {
    const wrong = findShiftFault(shifts);
    setFault(days.length === 0 ? hours.noDay : null);
    setShiftFault(wrong);
    if (wrong !== null) setOpen(true);
    else if (days.length > 0) start.next();
  }

  return (
    <StepForm start={start} question={hours.question} hint={hours.hint} fault={fault} onNext={goOn}>
      <fieldset class="st-choices">
        <legend>{hours.usual}</legend>
        {(Object.keys(HOURS) as HoursName[]).map((name) => (
          <ChoiceCard
            key={name}
            group="hours"
            title={hours.presets[name]}
            isOn={!isOpen && named === name}
            onPick={() => {
              setOpen(false);
              start.set(HOURS[name]);
            }}
          />
        ))}
        <ChoiceCard group="hours" title={hours.own} isOn={isOpen} onPick={() => setOpen(true)} />
      </fieldset>
      {isOpen && <Adjusting start={start} fault={isStill ? shiftFault : null} />}
      <CheckField
        label={hours.holidays}
        isOn={hasHolidays}
        onSet={(isOn) => start.set({ hasHolidays: isOn })}
      />
    </StepForm>
  );
}

function Adjusting({ start, fault }: { readonly start: Start; readonly fault: ShiftFault | null }) {
  const { hours } = useStartWords().t;
  const { days, shifts } = start.draft;
  const turn = (day: number, isOn: boolean) =>
    start.set({ days: WEEK.filter((each) => (each === day ? isOn : days.includes(each))) });
  return (
    <>
      <fieldset class="checks">
        <legend>{hours.days}</legend>
        {WEEK.map((day) => (
          <CheckField
            key={day}
            label={hours.dayNames[day - 1] ?? ""}
            isOn={days.includes(day)}
            onSet={(isOn) => turn(day, isOn)}
          />
        ))}
      </fieldset>
      {shifts.map((shift, index) => (
        <ShiftFields
          key={index}
          legend={hours.team(index + 1, shifts.length)}
          shift={shift}
          fault={fault?.index === index ? fault : null}
          onShift={(next) => start.set({ shifts: replaced(shifts, index, next) })}
        />
      ))}
    </>
  );
}

function ShiftFields(props: {
  readonly legend: string;
  readonly shift: ShiftDraft;
  readonly fault: ShiftFault | null;
  readonly onShift: (shift: ShiftDraft) => void;
}) {
  const { legend, shift, fault, onShift } = props;
  const { hours } = useStartWords().t;
  const faultId = useId();
  const field = (name: keyof ShiftDraft) => ({
    label: hours[name],
    value: shift[name],
    fault: fault?.field === name ? { at: fault, id: faultId } : null,
    onTime: (time: string) => onShift({ ...shift, [name]: time }),
  });
  return (
    <fieldset class="sub">
      <legend>{legend}</legend>
      <div class="st-times">
        <TimeInput {...field("from")} />
        <TimeInput {...field("to")} />
        <TimeInput {...field("pauseFrom")} />
        <TimeInput {...field("pauseTo")} />
      </div>
      <p id={faultId} class="fault" role="status">
        {fault !== null && hours.faults[fault.code]}
      </p>
      <small>{hours.noPause}</small>
    </fieldset>
  );
}
