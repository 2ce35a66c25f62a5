import { type CalendarException, formatDay, parseDay } from "@trame/shared";
import { useState } from "preact/hooks";
import { type Faults, faultsUnder } from "../../../data/settings/faults.ts";
import { useSettingsWords } from "../../../i18n/settings.ts";
import { DeskIcon } from "../../../ui/desk/desk-icon.tsx";
import { CellText, TextField } from "../../../ui/desk/fields.tsx";
import { TimeField } from "../../../ui/desk/time-field.tsx";
import { replaced } from "../../prepare/replaced.ts";

const DAY_SHIFT = { from: "08:00", to: "12:00" };
/** Longer than any summer closing; a slip of the year would otherwise fill the list. */
const RANGE_MAX = 60;

/** Days that are worked otherwise than their weekday, or not at all. `faults` point into the list. */
export function ExceptionsEditor(props: {
  readonly exceptions: readonly CalendarException[];
  readonly faults: Faults;
  readonly today: string;
  readonly onExceptions: (exceptions: readonly CalendarException[]) => void;
}) {
  const { exceptions, faults, today, onExceptions } = props;
  const { t } = useSettingsWords();
  const [day, setDay] = useState("");
  const [until, setUntil] = useState("");
  const [label, setLabel] = useState("");
  const [isWrong, setWrong] = useState(false);

  function add() {
    if (day === "") return;
    const range = daysFrom(day, until === "" ? day : until);
    setWrong(range.length === 0);
    if (range.length === 0) return;
    const known = new Set(exceptions.map((each) => each.day));
    const added = range
      .filter((each) => !known.has(each))
      .map((each) => ({
        day: each,
        shifts: [],
        ...(label.trim() !== "" && { label: label.trim() }),
      }));
    onExceptions([...exceptions, ...added].toSorted((a, b) => a.day.localeCompare(b.day)));
    setDay("");
    setUntil("");
    setLabel("");
  }

  return (
    <>
      <ul class="se-exceptions">
        {exceptions.map((exception, index) => (
          <ExceptionRow
            key={exception.day}
            exception={exception}
            isPast={exception.day < today}
            faults={faultsUnder(faults, `/${index}`)}
            onException={(next) => onExceptions(replaced(exceptions, index, next))}
            onRemove={() => onExceptions(exceptions.toSpliced(index, 1))}
          />
        ))}
      </ul>
      <div class="row">
        <TextField
          label={t.workHours.rangeFrom}
          type="date"
          value={day}
          onText={setDay}
          onEnter={add}
        />
        <TextField
          label={t.workHours.rangeTo}
          type="date"
          value={until}
          fault={isWrong ? t.workHours.rangeWrong : undefined}
          onText={setUntil}
          onEnter={add}
        />
        <TextField
          label={t.workHours.label}
          value={label}
          max={120}
          onText={setLabel}
          onEnter={add}
        />
        <button type="button" class="plain" disabled={day === ""} onClick={add}>
          <DeskIcon name="plus" />
          {t.workHours.addException}
        </button>
      </div>
    </>
  );
}

function ExceptionRow(props: {
  readonly exception: CalendarException;
  readonly isPast: boolean;
  readonly faults: Faults;
  readonly onException: (exception: CalendarException) => void;
  readonly onRemove: () => void;
}) {
  const { exception, isPast, faults, onException, onRemove } = props;
  const { t, shortDay } = useSettingsWords();
  const { day, label = "", shifts } = exception;
  const [shift] = shifts;
  const fault = [...faults.values()][0];
  return (
    <li class={isPast ? "past" : ""}>
      <b>{shortDay(day)}</b>
      <CellText
        name={t.workHours.labelOf(shortDay(day))}
        value={label}
        onText={(text) => onException({ day, shifts, ...(text !== "" && { label: text }) })}
      />
      <label class="check">
        <input
          type="checkbox"
          aria-label={t.workHours.workedOf(shortDay(day))}
          checked={shifts.length > 0}
          onChange={(event) =>
            onException({ ...exception, shifts: event.currentTarget.checked ? [DAY_SHIFT] : [] })
          }
        />
        <span aria-hidden="true">{t.workHours.worked}</span>
      </label>
      <button
        type="button"
        class="plain icon-only"
        aria-label={t.settings.remove(shortDay(day))}
        onClick={onRemove}
      >
        <DeskIcon name="trash" />
      </button>
      {shift !== undefined && (
        <div class="row">
          <TimeField
            label={t.workHours.from}
            value={shift.from}
            onTime={(from) =>
              onException({ ...exception, shifts: replaced(shifts, 0, { ...shift, from }) })
            }
          />
          <TimeField
            label={t.workHours.to}
            value={shift.to}
            onTime={(to) =>
              onException({ ...exception, shifts: replaced(shifts, 0, { ...shift, to }) })
            }
          />
        </div>
      )}
      {fault !== undefined && <p class="fault">{fault}</p>}
    </li>
  );
}

/** The days from one to another, both included; none where the second is before the first or far off. */
function daysFrom(first: string, last: string): string[] {
  const [from, to] = [parseDay(first), parseDay(last)];
  if (from === null || to === null || to < from || to - from > RANGE_MAX) return [];
  return Array.from({ length: to - from + 1 }, (_, index) => formatDay(from + index));
}
