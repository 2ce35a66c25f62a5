import { useId } from "preact/hooks";
import { describedBy, FieldFault } from "./fields.tsx";

/** A time of day as clocks show it, `08:00`; its label is above it. */
export function TimeField(props: {
  readonly label: string;
  readonly value: string;
  readonly fault?: string | undefined;
  readonly onTime: (value: string) => void;
}) {
  const { label, value, fault, onTime } = props;
  const id = useId();
  return (
    <div class="field time-of-day">
      <label for={id}>{label}</label>
      <input
        id={id}
        {...describedBy(id, { hint: undefined, fault })}
        type="time"
        value={value}
        onInput={(event) => onTime(event.currentTarget.value)}
      />
      <FieldFault of={id} text={fault} />
    </div>
  );
}
