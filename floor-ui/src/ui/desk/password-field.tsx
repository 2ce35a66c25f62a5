import { useId, useState } from "preact/hooks";
import { FieldFault, Hint } from "./fields.tsx";

export interface PasswordFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly fault?: string | undefined;
  readonly value: string;
  readonly onText: (text: string) => void;
  /** Which one a password manager fills in or offers to keep. */
  readonly fill: "current-password" | "new-password" | "off";
  readonly min?: number | undefined;
  /** What the button says; the hints name the field for whoever hears it alone. */
  readonly words: {
    readonly show: string;
    readonly hide: string;
    readonly showHint: (field: string) => string;
    readonly hideHint: (field: string) => string;
  };
}

/** A secret that can be pasted, kept by a password manager, and read while it is typed. */
export function PasswordField(props: PasswordFieldProps) {
  const { label, hint, fault, value, onText, fill, min, words } = props;
  const id = useId();
  const [isShown, setShown] = useState(false);
  const said = [hint === undefined ? "" : `${id}-hint`, fault === undefined ? "" : `${id}-fault`];
  const described = said.filter((each) => each !== "").join(" ");
  // The types of Preact tell each kind of field apart; both of these take what is given here.
  const kind = { type: (isShown ? "text" : "password") as "text" };
  return (
    <div class="field secret-field">
      <label for={id}>{label}</label>
      <div class="secret-in">
        <input
          id={id}
          {...(described !== "" && { "aria-describedby": described })}
          {...(fault !== undefined && { "aria-invalid": true })}
          {...kind}
          name={fill === "off" ? undefined : "password"}
          value={value}
          required={true}
          minLength={min}
          autocomplete={fill}
          autocapitalize="none"
          spellcheck={false}
          onInput={(event) => onText(event.currentTarget.value)}
        />
        <button
          type="button"
          class="plain"
          aria-pressed={isShown}
          aria-label={isShown ? words.hideHint(label) : words.showHint(label)}
          onClick={() => setShown(!isShown)}
        >
          {isShown ? words.hide : words.show}
        </button>
      </div>
      <Hint of={id} text={hint} />
      <FieldFault of={id} text={fault} />
    </div>
  );
}
