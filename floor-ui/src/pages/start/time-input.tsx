import { useEffect, useId, useRef } from "preact/hooks";

/** A time as clocks show it, `08:00`. One that is at fault takes the focus. */
export function TimeInput(props: {
  readonly label: string;
  readonly value: string;
  /** Another `at` each time it is found; `id` is that of its sentence. */
  readonly fault?: { readonly at: object; readonly id: string } | null;
  readonly onTime: (value: string) => void;
}) {
  const { label, value, fault = null, onTime } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const at = fault?.at ?? null;
  useEffect(() => {
    if (at !== null) input.current?.focus();
  }, [at]);
  return (
    <div class="field st-time">
      <label for={id}>{label}</label>
      <input
        ref={input}
        id={id}
        type="time"
        value={value}
        {...(fault !== null && { "aria-invalid": true, "aria-describedby": fault.id })}
        onInput={(event) => onTime(event.currentTarget.value)}
      />
    </div>
  );
}
