import { useId } from "preact/hooks";

/** A time on the workshop's clock, `10:05`. */
export function TimeField(props: {
  readonly label: string;
  readonly value: string;
  readonly onTime: (value: string) => void;
}) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <input
        id={id}
        type="time"
        value={props.value}
        onInput={(event) => props.onTime(event.currentTarget.value)}
      />
    </div>
  );
}
