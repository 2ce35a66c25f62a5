import { useId } from "preact/hooks";

/** A time as clocks show it, `08:00`. */
export function TimeInput(props: {
  readonly label: string;
  readonly value: string;
  readonly onTime: (value: string) => void;
}) {
  const { label, value, onTime } = props;
  const id = useId();
  return (
    <div class="field st-time">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="time"
        value={value}
        onInput={(event) => onTime(event.currentTarget.value)}
      />
    </div>
  );
}
