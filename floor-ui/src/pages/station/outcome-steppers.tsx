import { useI18n } from "../../i18n/i18n.ts";
import { Stepper } from "../../ui/station/stepper.tsx";
import { type Fault, goodOf, type OutcomeForm, withFault, withGood } from "./outcome-form.ts";

/** Good ones, and a row for each kind of fault. */
export function OutcomeSteppers(props: {
  readonly form: OutcomeForm;
  readonly faults: readonly Fault[];
  readonly onChange: (form: OutcomeForm) => void;
}) {
  const { form, faults, onChange } = props;
  const { station } = useI18n().t;
  const words = { less: station.less, more: station.moreOne, min: 0 };
  return (
    <div class="steppers">
      <Stepper
        {...words}
        label={station.good}
        value={goodOf(form)}
        max={goodOf(form) + form.rest}
        onChange={(good) => onChange(withGood(form, good))}
      />
      {faults.map((fault) => (
        <Stepper
          key={fault}
          {...words}
          label={station[fault]}
          value={form[fault]}
          max={form[fault] + goodOf(form) + form.rest}
          onChange={(pieces) => onChange(withFault(form, fault, pieces))}
        />
      ))}
    </div>
  );
}
