import { LineIcon, type LineIconName } from "./line-icon.tsx";

/** What a button of the station says and does. */
export interface BigButtonView {
  readonly icon: LineIconName;
  readonly label: string;
  readonly onPress: () => void;
  /** `main`: the expected action, filled with ink; one a screen. `soft`: seldom needed. */
  readonly weight?: "main" | "soft";
  readonly shape?: "wide" | "half";
  readonly isDisabled?: boolean;
}

/** A large target: picture and word, never one alone. */
export function BigButton({ icon, label, onPress, weight, shape, isDisabled }: BigButtonView) {
  const classes = ["b", weight, shape].filter((name) => name !== undefined).join(" ");
  return (
    <button type="button" class={classes} onClick={onPress} disabled={isDisabled === true}>
      <LineIcon name={icon} />
      <span>{label}</span>
    </button>
  );
}
