import { LineIcon } from "./line-icon.tsx";

/** A number that is set by touching. */
export interface StepperView {
  readonly label: string;
  readonly hint?: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly less: string;
  readonly more: string;
  readonly onChange: (value: number) => void;
}

/** − number +, each as large as a thumb; the number can be typed too. */
export function Stepper({ label, hint, value, min, max, less, more, onChange }: StepperView) {
  const set = (next: number) => onChange(Math.min(max, Math.max(min, next)));
  return (
    <div class="stepper">
      <p class="name">
        <b>{label}</b>
        {hint !== undefined && <small>{hint}</small>}
      </p>
      <button
        type="button"
        class="b"
        aria-label={`${less}, ${label}`}
        disabled={value <= min}
        onClick={() => set(value - 1)}
      >
        <LineIcon name="minus" />
      </button>
      <input
        type="number"
        inputMode="numeric"
        aria-label={label}
        min={min}
        max={max}
        value={value}
        onInput={({ currentTarget }) => {
          const typed = currentTarget.valueAsNumber;
          if (Number.isInteger(typed)) set(typed);
        }}
        onBlur={({ currentTarget }) => {
          currentTarget.value = String(value);
        }}
      />
      <button
        type="button"
        class="b"
        aria-label={`${more}, ${label}`}
        disabled={value >= max}
        onClick={() => set(value + 1)}
      >
        <LineIcon name="plus" />
      </button>
    </div>
  );
}
