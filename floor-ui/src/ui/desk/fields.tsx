import { useEffect, useId, useRef } from "preact/hooks";

interface Named {
  readonly label: string;
  /** What to write, under the field. */
  readonly hint?: string | undefined;
  /** What is wrong with what is written, in its place. */
  readonly fault?: string | undefined;
}

export interface TextFieldProps extends Named {
  readonly value: string;
  readonly onText: (text: string) => void;
  readonly type?: "text" | "date" | "password" | "number" | "color";
  readonly isRequired?: boolean;
  readonly max?: number;
  /** The keys that a tablet shows; of a text, which may hold the spaces and the comma of a French number. */
  readonly keys?: "numeric" | "decimal";
  /** What a password manager fills in here; nothing when it is not told. */
  readonly fill?: "username" | "one-time-code";
  /** It came to be asked for just now: the keys are there at once. */
  readonly isFirst?: boolean;
  /** What Enter does here in the place of sending the form. */
  readonly onEnter?: () => void;
}

/** One line to fill in; its label is above it. */
export function TextField({ label, hint, fault, value, onText, ...rest }: TextFieldProps) {
  const id = useId();
  const { type = "text", isRequired = false, max, keys, fill, isFirst, onEnter } = rest;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isFirst === true) input.current?.focus();
  }, [isFirst]);
  // The types of Preact tell each kind of field apart; all of these take what is given here.
  const kind = { type: type as "text" };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        ref={input}
        id={id}
        {...describedBy(id, { hint, fault })}
        {...kind}
        value={value}
        required={isRequired}
        maxLength={max}
        min={type === "number" ? 0 : undefined}
        inputMode={keys}
        name={fill}
        autocomplete={fill ?? "off"}
        autocapitalize={fill === undefined ? undefined : "none"}
        onInput={(event) => onText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (onEnter === undefined || event.key !== "Enter" || event.isComposing) return;
          event.preventDefault();
          onEnter();
        }}
      />
      <Hint of={id} text={hint} />
      <FieldFault of={id} text={fault} />
    </div>
  );
}

/** Ties a control to what is said under it. */
export function describedBy(id: string, { hint, fault }: Pick<Named, "hint" | "fault">) {
  const ids = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(fault === undefined ? [] : [`${id}-fault`]),
  ];
  return {
    ...(ids.length > 0 && { "aria-describedby": ids.join(" ") }),
    ...(fault !== undefined && { "aria-invalid": true }),
  };
}

/** What is wrong; read with the field. */
export function FieldFault({
  of,
  text,
}: {
  readonly of: string;
  readonly text: string | undefined;
}) {
  return text === undefined ? null : (
    <small class="field-fault" id={`${of}-fault`}>
      {text}
    </small>
  );
}

/** What to write; read after the field's name. */
export function Hint({ of, text }: { readonly of: string; readonly text: string | undefined }) {
  return text === undefined ? null : <small id={`${of}-hint`}>{text}</small>;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface SelectFieldProps extends Named {
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onPick: (value: string) => void;
}

/** One of several. */
export function SelectField({ label, hint, fault, value, choices, onPick }: SelectFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        {...describedBy(id, { hint, fault })}
        value={value}
        onChange={(event) => onPick(event.currentTarget.value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      <Hint of={id} text={hint} />
      <FieldFault of={id} text={fault} />
    </div>
  );
}

export interface CheckFieldProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onSet: (isOn: boolean) => void;
}

/** Yes or no. */
export function CheckField({ label, isOn, onSet }: CheckFieldProps) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={isOn}
        onChange={(event) => onSet(event.currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}

/** A number in a table: what it is for is said by its row and column. */
export function CellNumber(props: {
  readonly name: string;
  readonly value: string;
  readonly onText: (text: string) => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}) {
  const { name, value, onText, onKeyDown } = props;
  return (
    <input
      class="box"
      aria-label={name}
      inputMode="numeric"
      autocomplete="off"
      value={value}
      onInput={(event) => onText(event.currentTarget.value)}
      {...(onKeyDown !== undefined && { onKeyDown })}
    />
  );
}

/** A text in a table. */
export function CellText(props: {
  readonly name: string;
  readonly value: string;
  readonly onText: (text: string) => void;
  readonly size?: number;
}) {
  const { name, value, onText, size = 12 } = props;
  return (
    <input
      class="box words"
      aria-label={name}
      autocomplete="off"
      size={size}
      value={value}
      onInput={(event) => onText(event.currentTarget.value)}
    />
  );
}
