import { FloorIcon, type FloorIconName } from "./floor-icon.tsx";

/** A cause on a button. */
export interface CauseButton {
  readonly code: string;
  readonly label: string;
  /** The whole of it for whoever hears it alone: what it says of which stop. */
  readonly name: string;
  readonly icon: FloorIconName | null;
  /** It holds now. */
  readonly isOn: boolean;
}

/** Causes, three in a row: one tap each. */
export function CauseGrid(props: {
  readonly causes: readonly CauseButton[];
  readonly isOff: boolean;
  readonly onPick: (code: string) => void;
  /** Opens the rest; null where all are here. */
  readonly more: {
    readonly label: string;
    readonly name: string;
    readonly onOpen: () => void;
  } | null;
}) {
  const { causes, isOff, onPick, more } = props;
  return (
    <div class="fd-causes">
      {causes.map(({ code, label, name, icon, isOn }) => (
        <button
          key={code}
          type="button"
          class="fd-b"
          aria-label={name}
          aria-pressed={isOn}
          disabled={isOff}
          onClick={() => onPick(code)}
        >
          {icon !== null && <FloorIcon name={icon} />}
          {label}
        </button>
      ))}
      {more !== null && (
        <button
          type="button"
          class="fd-b"
          aria-label={more.name}
          aria-haspopup="dialog"
          onClick={more.onOpen}
        >
          {more.label}
        </button>
      )}
    </div>
  );
}
